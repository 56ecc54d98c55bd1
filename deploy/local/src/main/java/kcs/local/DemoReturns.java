package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** How a checkpoint goes from its being opened to its being settled: what is filed when, and how it is reviewed. */
final class DemoReturns {
    private final DemoApi api;
    private final DemoTimeline timeline;

    DemoReturns(DemoApi api, DemoTimeline timeline) {
        this.api = api;
        this.timeline = timeline;
    }

    void schedule(DemoCheckpoint checkpoint) {
        LocalDate due = checkpoint.dueOn();
        LocalDate early = workday(due.minusDays(1 + checkpoint.seed(6)));
        switch (DemoCast.course(checkpoint.id())) {
            case ON_TIME -> fileAndAccept(checkpoint, early);
            case LATE -> fileAndAccept(checkpoint, due.plusDays(2 + checkpoint.seed(3)));
            case MISSED -> {}
            case NOT_REVIEWED -> file(checkpoint, early);
            case RETURNED -> returnOnce(checkpoint, due.minusDays(6));
            case LEFT_RETURNED -> {
                file(checkpoint, early);
                timeline.at(at(checkpoint, due.plusDays(9), 15), () -> sendBack(checkpoint, due.plusDays(29)));
            }
            case CORRECTED -> correct(checkpoint, due.minusDays(5));
            case WITHDRAWN -> withdraw(checkpoint, due.minusDays(5));
            case EXTENDED -> extend(checkpoint, due, true);
            case EXTENSION_REFUSED -> extend(checkpoint, due, false);
        }
    }

    private void fileAndAccept(DemoCheckpoint checkpoint, LocalDate day) {
        file(checkpoint, day);
        accept(checkpoint, day.plusDays(2));
    }

    private void file(DemoCheckpoint checkpoint, LocalDate day) {
        timeline.at(at(checkpoint, day, 9), () -> submit(checkpoint, checkpoint.report(timeline.today())));
    }

    private void accept(DemoCheckpoint checkpoint, LocalDate day) {
        timeline.at(at(checkpoint, day, 15), () -> review(checkpoint, accepted(), "accepted"));
    }

    private void returnOnce(DemoCheckpoint checkpoint, LocalDate day) {
        file(checkpoint, day);
        timeline.at(at(checkpoint, day.plusDays(2), 15), () -> sendBack(checkpoint, day.plusDays(11)));
        timeline.at(
                at(checkpoint, day.plusDays(7), 10),
                () -> submit(checkpoint, checkpoint.improvedReport(timeline.today())));
        accept(checkpoint, day.plusDays(9));
    }

    private void correct(DemoCheckpoint checkpoint, LocalDate day) {
        fileAndAccept(checkpoint, day);
        timeline.at(at(checkpoint, day.plusDays(12), 10), () -> {
            JsonObject correction = new JsonObject()
                    .put("reason", DemoText.of("집계 기간이 잘못되어 실적을 바로잡음"))
                    .put("submission", checkpoint.improvedReport(timeline.today()));
            return act(checkpoint, checkpoint.who(), "corrections", correction, "corrected");
        });
        accept(checkpoint, day.plusDays(15));
    }

    private void withdraw(DemoCheckpoint checkpoint, LocalDate day) {
        file(checkpoint, day);
        JsonObject reason = new JsonObject().put("reason", DemoText.of("결재 문서가 바뀌어 다시 제출함"));
        timeline.at(
                at(checkpoint, day.plusDays(1), 10),
                () -> act(checkpoint, checkpoint.who(), "withdrawals", reason, "withdrawn"));
        fileAndAccept(checkpoint, day.plusDays(2));
    }

    /** Asks for a week more, gets it or not, and files after the old due day. */
    private void extend(DemoCheckpoint checkpoint, LocalDate due, boolean granted) {
        LocalDate until = due.plusDays(7);
        String[] extension = new String[1];
        timeline.at(at(checkpoint, due.minusDays(5), 10), () -> {
            JsonObject asked = new JsonObject()
                    .put("until", until.toString())
                    .put("reason", DemoText.of("외부 통계 확정이 늦어져 기한 연장을 요청함"));
            extension[0] = api.act(checkpoint.who(), checkpoint.path(), "extensions", asked)
                    .getString("id");
            return checkpoint.id() + " asks for more time";
        });
        timeline.at(at(checkpoint, due.minusDays(4), 15), () -> decide(checkpoint, extension[0], granted, until));
        fileAndAccept(checkpoint, due.plusDays(4));
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

    private String sendBack(DemoCheckpoint checkpoint, LocalDate dueOn) throws IOException {
        JsonObject returned = new JsonObject()
                .put("decision", "RETURN")
                .put("reason", DemoText.of("실적이 수치로 확인되지 않아 보완이 필요함"))
                .put("dueOn", dueOn.toString())
                .put(
                        "comments",
                        new JsonArray()
                                .add(comment("ACHIEVEMENTS", "건수와 일자를 적어 주십시오"))
                                .add(comment("EVIDENCE", "합동 점검 결과를 첨부해 주십시오")));
        return review(checkpoint, returned, "returned");
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

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
