package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * How a checkpoint goes from its being opened to its being settled: what is filed when, and how it is reviewed. All of it is
 * done on business days; what comes after something else comes on a later day.
 */
final class DemoReturns {
    private final DemoApi api;
    private final DemoTimeline timeline;
    private final DemoDays days;

    DemoReturns(DemoApi api, DemoTimeline timeline, DemoDays days) {
        this.api = api;
        this.timeline = timeline;
        this.days = days;
    }

    void schedule(DemoCheckpoint checkpoint) throws IOException {
        LocalDate due = checkpoint.dueOn();
        LocalDate early = days.upTo(due.minusDays(1 + checkpoint.seed(6)));
        switch (DemoCast.course(checkpoint.id())) {
            case ON_TIME -> fileAndAccept(checkpoint, early);
            case LATE -> fileAndAccept(checkpoint, days.from(due.plusDays(2 + checkpoint.seed(3))));
            case MISSED -> {}
            case NOT_REVIEWED -> file(checkpoint, early);
            case RETURNED -> returnOnce(checkpoint, days.upTo(due.minusDays(6)));
            case LEFT_RETURNED -> {
                file(checkpoint, early);
                sendBack(checkpoint, days.from(due.plusDays(9)), days.from(due.plusDays(29)));
            }
            case CORRECTED -> correct(checkpoint, days.upTo(due.minusDays(5)));
            case WITHDRAWN -> withdraw(checkpoint, days.upTo(due.minusDays(5)));
            case EXTENDED -> extend(checkpoint, due, true);
            case EXTENSION_REFUSED -> extend(checkpoint, due, false);
        }
    }

    private void fileAndAccept(DemoCheckpoint checkpoint, LocalDate day) throws IOException {
        file(checkpoint, day);
        accept(checkpoint, days.from(day.plusDays(2)));
    }

    private void file(DemoCheckpoint checkpoint, LocalDate day) {
        timeline.at(at(checkpoint, day, 9), () -> submit(checkpoint, checkpoint.report(timeline.today())));
    }

    private void accept(DemoCheckpoint checkpoint, LocalDate day) {
        timeline.at(at(checkpoint, day, 15), () -> review(checkpoint, accepted(), "accepted"));
    }

    private void sendBack(DemoCheckpoint checkpoint, LocalDate day, LocalDate dueOn) {
        timeline.at(at(checkpoint, day, 15), () -> review(checkpoint, returned(dueOn), "returned"));
    }

    private void returnOnce(DemoCheckpoint checkpoint, LocalDate day) throws IOException {
        file(checkpoint, day);
        LocalDate sentBack = days.from(day.plusDays(2));
        LocalDate again = days.from(sentBack.plusDays(5));
        sendBack(checkpoint, sentBack, days.from(sentBack.plusDays(9)));
        timeline.at(at(checkpoint, again, 10), () -> submit(checkpoint, checkpoint.improvedReport(timeline.today())));
        accept(checkpoint, days.from(again.plusDays(2)));
    }

    private void correct(DemoCheckpoint checkpoint, LocalDate day) throws IOException {
        fileAndAccept(checkpoint, day);
        LocalDate corrected = days.from(day.plusDays(12));
        timeline.at(at(checkpoint, corrected, 10), () -> {
            JsonObject correction = new JsonObject()
                    .put("reason", DemoText.of("집계 기간이 잘못되어 실적을 바로잡음"))
                    .put("submission", checkpoint.improvedReport(timeline.today()));
            return act(checkpoint, checkpoint.who(), "corrections", correction, "corrected");
        });
        accept(checkpoint, days.from(corrected.plusDays(3)));
    }

    private void withdraw(DemoCheckpoint checkpoint, LocalDate day) throws IOException {
        file(checkpoint, day);
        JsonObject reason = new JsonObject().put("reason", DemoText.of("결재 문서가 바뀌어 다시 제출함"));
        LocalDate withdrawn = days.from(day.plusDays(1));
        timeline.at(
                at(checkpoint, withdrawn, 10),
                () -> act(checkpoint, checkpoint.who(), "withdrawals", reason, "withdrawn"));
        fileAndAccept(checkpoint, days.from(withdrawn.plusDays(1)));
    }

    /** Asks for a week more, gets it or not, and files after the old due day. */
    private void extend(DemoCheckpoint checkpoint, LocalDate due, boolean granted) throws IOException {
        LocalDate until = days.from(due.plusDays(7));
        LocalDate asks = days.upTo(due.minusDays(5));
        String[] extension = new String[1];
        timeline.at(at(checkpoint, asks, 10), () -> {
            JsonObject asked = new JsonObject()
                    .put("until", until.toString())
                    .put("reason", DemoText.of("외부 통계 확정이 늦어져 기한 연장을 요청함"));
            extension[0] = api.act(checkpoint.who(), checkpoint.path(), "extensions", asked)
                    .getString("id");
            return checkpoint.id() + " asks for more time";
        });
        LocalDate decided = days.from(asks.plusDays(1));
        timeline.at(at(checkpoint, decided, 15), () -> decide(checkpoint, extension[0], granted, until));
        fileAndAccept(checkpoint, days.from(due.plusDays(4)));
    }

    private String decide(DemoCheckpoint checkpoint, String extension, boolean granted, LocalDate until)
            throws IOException {
        JsonObject decision = new JsonObject()
                .put("decision", granted ? "GRANT" : "REFUSE")
                .put("reason", DemoText.of(granted ? "통계 확정 일정이 확인되어 승인함" : "기한 안에 제출할 수 있는 자료로 판단함"));
        if (granted) {
            decision.put("until", until.toString());
        }
        api.act(DemoPerson.PLANNER, "/extensions/" + extension, "decisions", decision);
        return checkpoint.id() + (granted ? " gets more time" : " gets no more time");
    }

    private String submit(DemoCheckpoint checkpoint, JsonObject report) throws IOException {
        return act(checkpoint, checkpoint.who(), "submissions", report, "filed by " + checkpoint.who());
    }

    private static JsonObject returned(LocalDate dueOn) {
        return new JsonObject()
                .put("decision", "RETURN")
                .put("reason", DemoText.of("실적이 수치로 확인되지 않아 보완이 필요함"))
                .put("dueOn", dueOn.toString())
                .put(
                        "comments",
                        new JsonArray()
                                .add(comment("ACHIEVEMENTS", "건수와 일자를 적어 주십시오"))
                                .add(comment("EVIDENCE", "합동 점검 결과를 첨부해 주십시오")));
    }

    private static JsonObject comment(String section, String text) {
        return new JsonObject().put("section", section).put("text", DemoText.of(text));
    }

    private static JsonObject accepted() {
        return new JsonObject().put("decision", "ACCEPT").put("reason", DemoText.of("실적과 증빙을 확인함"));
    }

    private String review(DemoCheckpoint checkpoint, JsonObject review, String done) throws IOException {
        return act(checkpoint, DemoPerson.REVIEWER, "reviews", review, done);
    }

    /** A task that was put on hold has nothing more to report, whatever was intended. */
    private String act(DemoCheckpoint checkpoint, DemoPerson who, String what, JsonObject body, String done)
            throws IOException {
        if (api.get(who, checkpoint.path()).getString("status").equals("WAIVED")) {
            return "";
        }
        api.act(who, checkpoint.path(), what, body);
        return checkpoint.id() + " is " + done;
    }

    private static LocalDateTime at(DemoCheckpoint checkpoint, LocalDate day, int hour) {
        return day.atTime(hour + checkpoint.seed(3), checkpoint.seed(60));
    }
}
