package kcs.progress;

import static kcs.progress.Owners.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import kcs.progress.Owners.Told;

/** Cycles, checkpoints and health for tests, as this service's events tell of them. */
public final class RoundStories {

    /** A day that is not over while the tests run, and one that is. */
    public static final LocalDate AHEAD = LocalDate.of(2999, 10, 15);

    public static final LocalDate PAST = LocalDate.of(2024, 10, 15);

    private final Owners owners = Owners.get();

    /** A cycle of the third quarter of 2024 that is open: it was due long ago, and does not lock for long. */
    public String overdueCycle(String plan) {
        return cycle(plan, "2024Q3", PAST, AHEAD);
    }

    /** A cycle of a third quarter that is open. */
    public String cycle(String plan, String period, LocalDate dueOn, LocalDate locksOn) {
        String id = plan + "-" + period;
        ObjectNode data = JSON.createObjectNode();
        transition(data, null, "PLANNED").putNull("reason").putNull("actorAgency");
        ObjectNode cycle =
                data.putObject("cycle").put("id", id).put("plan", plan).put("period", period);
        String year = period.substring(0, 4);
        cycle.put("periodStartsOn", year + "-07-01").put("periodEndsOn", year + "-09-30");
        cycle.put("opensOn", "2024-09-23")
                .put("nominalDueOn", dueOn.minusDays(1).toString());
        cycle.put("dueOn", dueOn.toString());
        ObjectNode derivation = cycle.putObject("dueDerivation");
        derivation.put("nominalDueOn", dueOn.minusDays(1).toString());
        ObjectNode day = derivation.putArray("movedBecause").addObject();
        day.put("day", dueOn.minusDays(1).toString())
                .putObject("name")
                .put("ko", "일요일")
                .put("en", "Sunday");
        derivation.put("calendarVersion", "2027.1").put("basis", "ANNOUNCED");
        cycle.put("locksOn", locksOn.toString()).put("guidance", "성과를 중심으로");
        cycle.put("status", "PLANNED").put("version", 0);
        owners.tellOwn("cycle.status-changed", id, id, data);
        move(id, "OPEN");
        return id;
    }

    /** A cycle moves on. */
    public Told move(String cycle, String to) {
        ObjectNode data = newest("cycle/" + cycle);
        String from = data.at("/cycle/status").textValue();
        data.remove("changed");
        transition(data, from, to).putNull("reason").putNull("actorAgency");
        data.withObject("/cycle").put("status", to);
        return owners.tellOwn("cycle.status-changed", cycle, cycle, data);
    }

    /** Opens an agency's checkpoint for a public task. */
    public String checkpoint(String cycle, String task, String agency) {
        return checkpoint(cycle, task, agency, "PUBLIC");
    }

    public String checkpoint(String cycle, String task, String agency, String visibility) {
        JsonNode of = newest("cycle/" + cycle).get("cycle");
        String id = task + "." + of.path("period").textValue() + "." + agency;
        ObjectNode data = JSON.createObjectNode();
        transition(data, null, "OPEN").put("action", "OPENED").putNull("reason").putNull("actorAgency");
        ObjectNode checkpoint = data.putObject("checkpoint").put("id", id).put("cycle", cycle);
        checkpoint.set("plan", of.get("plan"));
        checkpoint.set("period", of.get("period"));
        checkpoint.put("task", task).put("agency", agency).put("role", "PARTNER");
        checkpoint.put("visibility", visibility);
        checkpoint.putArray("participants").add("KCS").add(agency);
        checkpoint.put("status", "OPEN");
        checkpoint.set("dueOn", of.get("dueOn"));
        checkpoint.putNull("extendedDueOn").putNull("returnedDueOn");
        checkpoint.set("locksOn", of.get("locksOn"));
        checkpoint.putNull("firstSubmittedAt").putNull("firstSubmittedOn").putNull("lastSubmittedAt");
        checkpoint.putNull("acceptedNo").putNull("latestNo").put("version", 0);
        owners.tellOwn("checkpoint.status-changed", task, id, data);
        return id;
    }

    public Told submit(String checkpoint, LocalDate day) {
        ObjectNode data = moved(checkpoint, "SUBMITTED", "SUBMITTED");
        ObjectNode state = data.withObject("/checkpoint");
        String at = day + "T01:00:00Z";
        state.put("lastSubmittedAt", at).put("latestNo", state.path("latestNo").asInt(0) + 1);
        if (state.path("firstSubmittedOn").isNull()) {
            state.put("firstSubmittedOn", day.toString()).put("firstSubmittedAt", at);
        }
        return tell(data);
    }

    public Told giveBack(String checkpoint, LocalDate until) {
        ObjectNode data = moved(checkpoint, "RETURNED", "RETURNED");
        data.withObject("/checkpoint").put("returnedDueOn", until.toString());
        return tell(data);
    }

    public Told accept(String checkpoint) {
        ObjectNode data = moved(checkpoint, "ACCEPTED", "ACCEPTED");
        data.withObject("/checkpoint").put("acceptedNo", 1);
        return tell(data);
    }

    /** @param percent null where it states none */
    public Told accept(String checkpoint, Integer percent) {
        ObjectNode data = moved(checkpoint, "ACCEPTED", "ACCEPTED");
        ObjectNode state = data.withObject("/checkpoint").put("acceptedNo", 1);
        state.putObject("accepted").put("percentComplete", percent);
        return tell(data);
    }

    public Told waive(String checkpoint, String reason) {
        ObjectNode data = moved(checkpoint, "WAIVED", "WAIVED");
        data.withObject("/transition").put("reason", reason);
        return tell(data);
    }

    /** The data of a move, not told yet. */
    public ObjectNode moved(String checkpoint, String to, String action) {
        ObjectNode data = next(checkpoint);
        String from = data.at("/checkpoint/status").textValue();
        String agency = data.at("/checkpoint/agency").textValue();
        transition(data, from, to).put("action", action).putNull("reason").put("actorAgency", agency);
        data.withObject("/checkpoint").put("status", to);
        return data;
    }

    public Told tell(ObjectNode data) {
        return tell("checkpoint.status-changed", data);
    }

    private Told tell(String type, ObjectNode data) {
        String id = data.at("/checkpoint/id").textValue();
        return owners.tellOwn(type, data.at("/checkpoint/task").textValue(), id, data);
    }

    /** Its extension is decided; one that is granted changes the checkpoint, too. */
    public Told decide(String checkpoint, String decision, LocalDate until) {
        ObjectNode data = next(checkpoint);
        if (decision.equals("GRANTED")) {
            data.putArray("changed").add("extendedDueOn");
            data.withObject("/checkpoint").put("extendedDueOn", until.toString());
            tell("checkpoint.changed", data);
        }
        JsonNode of = data.get("checkpoint");
        String id = UUID.randomUUID().toString();
        ObjectNode decided = JSON.createObjectNode();
        ObjectNode extension = decided.putObject("extension").put("id", id).put("checkpoint", checkpoint);
        extension.set("task", of.get("task"));
        extension.set("agency", of.get("agency"));
        extension.put("decision", decision).put("until", until == null ? null : until.toString());
        extension.put("decidedAt", "2024-10-14T01:00:00Z");
        return owners.tellOwn("extension.decided", of.path("task").textValue(), id, decided);
    }

    public Told overdue(String checkpoint) {
        return tell("checkpoint.overdue", asItIs(checkpoint));
    }

    public Told remind(String checkpoint) {
        ObjectNode data = asItIs(checkpoint);
        data.putObject("reminder").put("stage", "BEFORE").put("days", 7).put("on", "2024-10-08");
        return tell("checkpoint.reminded", data);
    }

    /** The health of a task, from dates and figures alone. */
    public Told health(String task, String from, String headline) {
        ObjectNode data = JSON.createObjectNode();
        transition(data, from, headline).putNull("reason").putNull("actorAgency");
        ObjectNode health = data.putObject("health").put("task", task);
        health.put("plan", task.substring(0, task.lastIndexOf('-')));
        health.put("visibility", "PUBLIC");
        health.putArray("participants").add("KCS");
        health.put("headline", headline).putNull("declared").putNull("assessed").put("derived", headline);
        health.put("disagreement", false);
        ArrayNode reasons = health.putArray("reasons");
        reasons.addObject()
                .put("code", "OVERDUE")
                .putObject("text")
                .put("ko", "기한 지난 점검 있음")
                .putNull("en");
        health.putNull("percentComplete").putNull("cycle").put("since", "2024-10-16T00:00:00Z");
        health.put("version", 0);
        return owners.tellOwn("task.health-changed", task, task, data);
    }

    /** Another percentage of a task is complete. */
    public Told percentage(String task, int percent) {
        ObjectNode data = newest("task/" + task);
        JsonNode headline = data.at("/health/headline");
        data.withObject("/transition").set("from", headline);
        data.withObject("/transition").set("to", headline);
        data.putArray("changed").add("percentComplete");
        data.withObject("/health").put("percentComplete", percent);
        return owners.tellOwn("task.health-changed", task, task, data);
    }

    /** The newest data of an aggregate, to be changed. */
    public ObjectNode newest(String aggregate) {
        return (ObjectNode) owners.own().newest(aggregate);
    }

    /** Its state, and nothing of what happened to it. */
    private ObjectNode asItIs(String checkpoint) {
        return newest("checkpoint/" + checkpoint).retain("checkpoint");
    }

    private ObjectNode next(String checkpoint) {
        ObjectNode data = asItIs(checkpoint);
        data.withObject("/checkpoint")
                .put("version", data.at("/checkpoint/version").longValue() + 1);
        return data;
    }

    private static ObjectNode transition(ObjectNode data, String from, String to) {
        return data.putObject("transition").put("from", from).put("to", to);
    }
}
