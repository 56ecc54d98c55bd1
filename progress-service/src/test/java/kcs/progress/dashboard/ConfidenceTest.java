package kcs.progress.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.Opinions;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import kcs.progress.RowScope;
import kcs.progress.Stories;
import kcs.progress.Topic;
import kcs.progress.stream.EventReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What agencies and reviewers write to each other is told to nobody else: an event cannot be taken back. */
@QuarkusTest
class ConfidenceTest extends RoundTest {
    private static final String MARK = "confidential-7f3a";

    @Test
    void noEventAndNoMessageHoldsWhatWasWritten() {
        String plan = knownPlan();
        String task = taskInProgress(plan, 1, "DAPA");
        openCycle(plan);
        String dapa = checkpoint(task, "DAPA");
        try (EventReader planner = EventReader.open(Tokens.planner(), null);
                EventReader committee = EventReader.open(Tokens.committee(), null)) {
            writeEverywhere(dapa);
            stories.move(task, "COMPLETED");

            for (EventReader reader : List.of(planner, committee)) {
                assertThat(reader.until(message -> message.isChangeOf(task)
                                && message.data().toString().contains("COMPLETED")))
                        .noneMatch(message -> String.valueOf(message.data()).contains(MARK));
            }
        }
        assertThat(OwnerSql.number("SELECT count(*) FROM submission WHERE content::text LIKE '%" + MARK + "%'"))
                .isEqualTo(4);
        assertThat(OwnerSql.number(
                        "SELECT count(*) FROM outbox WHERE convert_from(data, 'UTF8') LIKE '%" + MARK + "%'"))
                .isZero();
        assertThat(OwnerSql.number("SELECT count(*) FROM outbox WHERE subject = '" + dapa + "'"))
                .isGreaterThan(7);
        awaitSql("SELECT count(*) FROM outbox WHERE key = '" + task + "' AND published_at IS NULL", 0);
        assertThat(Topic.records("kcs.progress.v1"))
                .noneMatch(record -> text(record).contains(MARK))
                .filteredOn(record -> record.key().equals(task))
                .hasSizeGreaterThan(8);
        for (String token : new String[] {null, Tokens.planner(), Tokens.committee()}) {
            assertThat(dashboard(token).prettify()).doesNotContain(MARK);
        }
    }

    @Test
    void whatTheCommitteeAdvisesStandsOnNoDashboardAndInNoStream() {
        String advice = "advice-5c1d";
        String plan = knownPlan();
        String open = taskInProgress(plan, 1, "DAPA");
        String hidden = taskInProgress(Stories.task(plan, 2, "GOVERNMENT"), "DAPA");
        try (EventReader visitor = EventReader.open(null, null);
                EventReader committee = EventReader.open(Tokens.committee(), null)) {
            for (String task : new String[] {hidden, open, null}) {
                String id = Opinions.given(plan, task, "DAPA", advice);
                Opinions.move(Tokens.reporter("DAPA"), id, "ANSWERED", advice).statusCode(201);
                Opinions.move(Tokens.committee(), id, "CLOSED", advice).statusCode(201);
            }
            awaitSql("SELECT count(*) FROM told WHERE kind = 'OPINION' AND plan = '" + plan + "'", 9);
            stories.move(open, "COMPLETED");

            for (EventReader reader : List.of(visitor, committee)) {
                assertThat(reader.until(message -> message.isMoveOf(open)))
                        .noneMatch(message -> String.valueOf(message.data()).contains(advice));
            }
        }
        for (String token : new String[] {null, Tokens.admin(), Tokens.reporter("MOTIE"), Tokens.committee()}) {
            assertThat(dashboard(token).prettify()).doesNotContain(advice);
        }
        String seenByTheirParticipants = "SELECT count(*) FROM told WHERE kind = 'OPINION' AND plan = '" + plan + "'";
        assertThat(new RowScope("reporter", "DAPA").number(seenByTheirParticipants))
                .isEqualTo(9);
        assertThat(new RowScope("reporter", "MOTIE").number(seenByTheirParticipants))
                .isEqualTo(3);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        StringBuilder text = new StringBuilder(record.key()).append(new String(record.value(), UTF_8));
        record.headers().forEach(header -> text.append(new String(header.value(), UTF_8)));
        return text.toString();
    }

    private static void extend(String dapa) {
        String until = DUE.plusDays(7).toString();
        String extension = writing(Tokens.reporter("DAPA"))
                .body(Map.of("until", until, "reason", MARK))
                .post(path(dapa) + "/extensions")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        writing(Tokens.planner())
                .header("If-Match", tag(Tokens.planner(), extension))
                .body(Map.of("decision", "GRANT", "until", until, "reason", MARK))
                .post(extension + "/decisions")
                .then()
                .statusCode(201);
    }

    private static void writeEverywhere(String dapa) {
        extend(dapa);
        String reporter = Tokens.reporter("DAPA");
        writing(reporter).body(marked()).put(path(dapa) + "/draft").then().statusCode(200);
        file(dapa, marked()).statusCode(201);
        act(reporter, dapa, "withdrawals", Map.of("reason", MARK)).statusCode(201);
        file(dapa, marked()).statusCode(201);
        List<Map<String, String>> comments = List.of(Map.of("section", "ISSUES", "text", MARK));
        act(Tokens.planner(), dapa, "reviews", Map.of("decision", "RETURN", "reason", MARK, "comments", comments))
                .statusCode(201);
        file(dapa, marked()).statusCode(201);
        act(Tokens.planner(), dapa, "reviews", Map.of("decision", "ACCEPT", "reason", MARK))
                .statusCode(201);
        act(reporter, dapa, "corrections", Map.of("reason", MARK, "submission", marked()))
                .statusCode(201);
    }

    private static Map<String, Object> marked() {
        Map<String, Object> content = new HashMap<>(progress(40));
        content.put("achievements", MARK);
        content.put("issues", MARK);
        content.put("nextSteps", MARK);
        content.put("approval", Map.of("documentNo", MARK, "approver", MARK));
        return content;
    }
}
