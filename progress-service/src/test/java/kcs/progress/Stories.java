package kcs.progress;

import static kcs.progress.Owners.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import kcs.progress.Owners.Told;

/** Plans, tasks and agencies for tests, each test's its own. */
public final class Stories {
    private static final AtomicInteger PLANS = new AtomicInteger();

    private final Owners owners = Owners.get();

    /** A code that no other test has. */
    public static String planCode() {
        return "TEST-" + PLANS.incrementAndGet();
    }

    public String plan() {
        String code = planCode();
        ObjectNode data = JSON.createObjectNode();
        ObjectNode plan = data.putObject("plan").put("code", code);
        plan.putObject("title").put("ko", "이행방안 " + code).put("en", "Plan " + code);
        plan.put("leadAgency", "KCS").put("announcedOn", "2024-06-19").put("declaredTaskCount", 30);
        plan.putArray("areas")
                .addObject()
                .put("code", "SOCIAL_SAFETY")
                .putNull("parent")
                .putObject("name")
                .put("ko", "사회 안전");
        plan.putArray("proposalChannels");
        plan.put("version", 0);
        owners.tell("plan.registered", data);
        return code;
    }

    /** A task of a plan with KCS in the lead, as the catalogue loads it: published, selected, public. */
    public String task(String plan, int no) {
        return registered(task(plan, no, "PUBLIC"));
    }

    public String hiddenTask(String plan, int no, String... partners) {
        ObjectNode data = task(plan, no, "GOVERNMENT");
        for (String partner : partners) {
            addPartner(data, partner);
        }
        return registered(data);
    }

    public String registered(ObjectNode data) {
        return owners.tell("task.registered", data).subject();
    }

    public static ObjectNode task(String plan, int no, String visibility) {
        String code = "%s-%02d".formatted(plan, no);
        ObjectNode data = JSON.createObjectNode();
        data.putObject("transition")
                .putNull("from")
                .put("to", "SELECTED")
                .put("reason", "이행방안 발표")
                .putNull("actorAgency");
        ObjectNode task =
                data.putObject("task").put("code", code).put("plan", plan).put("no", no);
        task.putObject("title").put("ko", "과제 " + code).put("en", "Task " + code);
        task.put("area", "SOCIAL_SAFETY").put("areaProvenance", "ASSIGNED").put("origin", "PUBLISHED");
        task.put("placeholder", false).put("representative", true).put("visibility", visibility);
        task.putArray("participations")
                .addObject()
                .put("agency", "KCS")
                .put("role", "LEAD")
                .putNull("until");
        task.put("partnersOpen", false).put("status", "SELECTED").put("statusSince", "2024-06-20T00:00:00Z");
        task.putArray("measures").add("시스템 연계");
        task.put("version", 0);
        return data;
    }

    public static void addPartner(ObjectNode data, String agency) {
        data.withObject("/task")
                .withArray("/participations")
                .addObject()
                .put("agency", agency)
                .put("role", "PARTNER")
                .putNull("until");
    }

    /** The newest data of a task, to be changed and told. */
    public ObjectNode newest(String aggregate) {
        var history = owners.history(aggregate);
        return history.get(history.size() - 1).data().deepCopy();
    }

    public Told move(String task, String to) {
        return owners.tell("task.status-changed", moved(task, to));
    }

    /** The data of a move, not told yet. */
    public ObjectNode moved(String task, String to) {
        ObjectNode data = next(task);
        String from = data.at("/task/status").textValue();
        data.putObject("transition")
                .put("from", from)
                .put("to", to)
                .put("reason", "착수 " + to)
                .putNull("actorAgency");
        data.withObject("/task").put("status", to);
        return data;
    }

    public Told show(String task, String visibility) {
        ObjectNode data = next(task);
        data.remove("transition");
        data.withObject("/task").put("visibility", visibility);
        data.putArray("changed").add("visibility");
        return owners.tell("task.changed", data);
    }

    private ObjectNode next(String task) {
        ObjectNode data = newest("task/" + task);
        JsonNode version = data.at("/task/version");
        data.withObject("/task").put("version", version.longValue() + 1);
        return data;
    }

    public static ObjectNode agency(String code, String ko) {
        ObjectNode data = JSON.createObjectNode();
        ObjectNode agency = data.putObject("agency").put("code", code);
        agency.put("type", "ADMINISTRATION")
                .put("status", "ACTIVE")
                .put("reports", true)
                .put("version", 0);
        addName(data, ko, null);
        return data;
    }

    public static void addName(ObjectNode data, String ko, String validFrom) {
        ObjectNode name = data.withObject("/agency").withArray("/names").addObject();
        name.putObject("name").put("ko", ko);
        name.putObject("shortName").put("ko", ko);
        name.put("validFrom", validFrom);
    }
}
