package kcs.chassis.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.inbox.Notes.Line;
import kcs.chassis.inbox.Notes.Note;
import kcs.chassis.outbox.Events;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class InboxTest {

    private static final String OWN = "kcs.chassis.v1";

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    ProjectionSchema schema;

    @Inject
    @Any
    Notes notes;

    @Inject
    PeerEvents peers;

    @Inject
    Wire wire;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @Test
    void appliesWhatWasCommitted() {
        append("plain", "first");
        append("plain", "second");

        soon().untilAsserted(() -> assertThat(notes.find("note/plain")).isEqualTo(new Note(2, "second", 2)));
        assertThat(notes.feedOf("note/plain")).containsExactly(new Line(1, false, false), new Line(2, false, false));
    }

    @Test
    void takesADuplicateForNothing() {
        UUID id = UUID.randomUUID();

        wire.send(Notes.SILENT, "twice", 1, id, "text");
        wire.send(Notes.SILENT, "twice", 1, id, "text");
        wire.send(Notes.SILENT, "twice", 2, UUID.randomUUID(), "last");

        soon().untilAsserted(() -> assertThat(notes.find("note/twice")).isEqualTo(new Note(2, "last", 2)));
        assertThat(notes.feedOf("note/twice")).hasSize(2);
    }

    @Test
    void showsALateEventInTheFeedAndLeavesTheStateAlone() {
        wire.send(Notes.SILENT, "late", 1, UUID.randomUUID(), "first");
        wire.send(Notes.SILENT, "late", 3, UUID.randomUUID(), "third");
        wire.send(Notes.SILENT, "late", 2, UUID.randomUUID(), "second");

        soon().untilAsserted(() -> assertThat(notes.feedOf("note/late"))
                .containsExactly(new Line(1, false, false), new Line(2, false, true), new Line(3, true, false)));
        assertThat(notes.find("note/late")).isEqualTo(new Note(3, "third", 2));
        assertThat(wire.openGaps("note/late"))
                .as("still to be proven by its owner")
                .isEqualTo(1);
        wire.forgetGaps("note/late");
    }

    @Test
    void fetchesFromTheOwnerWhatNeverCame() {
        fillsTheGap(Notes.NEIGHBOUR, "gap");
    }

    @Test
    void readsInItsOwnOutboxWhatNeverCameOfItsOwn() {
        fillsTheGap(OWN, "own-gap");
    }

    /** The owner has told four, of which the second and the third never reach the topic. */
    private void fillsTheGap(String topic, String subject) {
        List<UUID> ids = wire.published(subject, "one", "two", "three", "four");

        wire.send(topic, subject, 1, ids.get(0), "one");
        wire.send(topic, subject, 4, ids.get(3), "four");

        soon().untilAsserted(() -> assertThat(notes.feedOf("note/" + subject))
                .containsExactly(
                        new Line(1, false, false),
                        new Line(2, false, true),
                        new Line(3, false, true),
                        new Line(4, true, false)));
        assertThat(notes.find("note/" + subject)).isEqualTo(new Note(4, "four", 2));
        soon().until(() -> wire.openGaps("note/" + subject) == 0);
    }

    @Test
    void readsTheNewestOfEverythingFromAnOwnerAsFromItsOwnOutbox() throws IOException, InterruptedException {
        append("newest", "one");
        append("newest", "two");

        InboxEvent own = newest(OWN);
        InboxEvent neighbours = newest(Notes.NEIGHBOUR);

        assertThat(own.sequence()).isEqualTo(2);
        assertThat(own.source()).isEqualTo("/kcs/chassis-service");
        assertThat(own.data().path("text").textValue()).isEqualTo("two");
        assertThat(neighbours.source()).isEqualTo("/kcs/neighbour-service");
        assertThat(neighbours)
                .usingRecursiveComparison()
                .ignoringFields("topic", "source")
                .isEqualTo(own);
    }

    private InboxEvent newest(String topic) throws IOException, InterruptedException {
        List<InboxEvent> found = new ArrayList<>();
        peers.latest(topic, event -> {
            if (event.aggregate().equals("note/newest")) {
                found.add(event);
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void closesAGapThatItsOwnerNoLongerHas() {
        wire.published("lost");

        wire.send(OWN, "lost", 3, UUID.randomUUID(), "three");

        soon().until(() ->
                wire.openGaps("note/lost") == 0 && wire.gapNotes("note/lost").contains("0 of 2"));
    }

    @Test
    void takesTheEventsOfARestoredOwnerForNewer() {
        wire.send(Notes.SILENT, "restored", 1, UUID.randomUUID(), "before");
        wire.send(Notes.SILENT, "restored", 2, UUID.randomUUID(), "lost by the restore");
        wire.send(Notes.SILENT, "restored", 2, 2, UUID.randomUUID(), "after");

        soon().untilAsserted(() -> assertThat(notes.find("note/restored")).isEqualTo(new Note(2, "after", 3)));
        assertThat(wire.openGaps("note/restored")).isZero();
    }

    @Test
    void parksWhatCannotBeReadAndGoesOn() {
        wire.sendRaw(OWN, "unreadable", Map.of(), "no event at all".getBytes());
        wire.sendRaw(OWN, "unreadable", wire.headers("unreadable", 1, 1, UUID.randomUUID()), "{broken".getBytes());
        wire.sendRaw(OWN, "unreadable", wire.headers("unreadable", 1, 1, UUID.randomUUID()), null);
        wire.sendRaw(OWN, "unreadable", wire.headers("nul\0nul", 1, 1, UUID.randomUUID()), "{broken".getBytes());
        wire.sendRaw(OWN, null, Map.of("\0", "\0"), new byte[] {0, -1});
        append("unreadable-neighbour", "text");

        soon().untilAsserted(() ->
                assertThat(notes.find("note/unreadable-neighbour")).isNotNull());
        soon().untilAsserted(() -> assertThat(wire.parked("note/unreadable")).hasSize(2));
        soon().untilAsserted(() ->
                assertThat(wire.parkedWithout("%no event at all%")).isGreaterThanOrEqualTo(2));
        assertThat(wire.stale("note/unreadable")).isTrue();

        wire.published("unreadable", "one", "two");
        wire.send(OWN, "unreadable", 2, UUID.randomUUID(), "two");
        soon().untilAsserted(() -> assertThat(notes.find("note/unreadable")).isNotNull());
        assertThat(wire.stale("note/unreadable"))
                .as("a later event carries the full state")
                .isFalse();
    }

    @Test
    void parksWhatTheHandlerCannotTakeAndTakesItAfterARepair() {
        notes.repair(false);
        append("poisoned", Notes.POISON);
        append("poisoned-neighbour", "text");

        soon().untilAsserted(
                        () -> assertThat(notes.find("note/poisoned-neighbour")).isNotNull());
        soon().untilAsserted(() -> assertThat(wire.parked("note/poisoned")).hasSize(1));
        assertThat(notes.find("note/poisoned")).isNull();
        assertThat(wire.stale("note/poisoned")).isTrue();
        long id = wire.parked("note/poisoned").get(0);

        reprocess(id).statusCode(200).body("applied", equalTo(false)).body("error", containsString("no reading"));
        notes.repair(true);
        reprocess(id).statusCode(200).body("applied", equalTo(true));

        assertThat(notes.find("note/poisoned")).isEqualTo(new Note(1, Notes.POISON, 1));
        assertThat(wire.parked("note/poisoned")).isEmpty();
        assertThat(wire.stale("note/poisoned")).isFalse();
        reprocess(id).statusCode(404);
    }

    @Test
    void triesAgainWhenItIsTheDatabaseThatFailed() {
        append("broken", Notes.BREAK);

        soon().untilAsserted(() -> assertThat(notes.find("note/broken")).isEqualTo(new Note(1, Notes.BREAK, 1)));
        assertThat(wire.parked("note/broken")).isEmpty();
    }

    @Test
    void letsADeposedConsumerCommitNothing() {
        append("fenced", "text");
        soon().untilAsserted(() -> assertThat(notes.find("note/fenced")).isNotNull());
        ConsumerRecord<byte[], byte[]> record = wire.record(OWN, 0, 0, "fenced", 9, "deposed");
        TopicPartition partition = new TopicPartition(OWN, 0);
        long behind = inbox.nextOffset(partition) - 1;

        assertThatThrownBy(() -> inbox.take(new Batch(List.of(record), Map.of(partition, behind))))
                .isInstanceOf(DeposedException.class);

        assertThat(notes.find("note/fenced")).isEqualTo(new Note(1, "text", 1));
        assertThat(notes.feedOf("note/fenced")).hasSize(1);
    }

    @Test
    void rebuildsAProjectionThatWasDropped() throws SQLException {
        for (int i = 0; i < 20; i++) {
            append("dropped-" + i % 4, "text " + i);
        }
        soon().untilAsserted(() -> assertThat(notes.find("note/dropped-3")).isEqualTo(new Note(5, "text 19", 5)));
        soon().untilAsserted(() -> assertThat(notes.find("note/dropped-0")).isEqualTo(new Note(5, "text 16", 5)));
        long before = schema.generation();
        notes.repair(true);

        asOwner("DROP SCHEMA notes CASCADE");

        soon().ignoreExceptions().untilAsserted(() -> {
            for (int i = 0; i < 4; i++) {
                assertThat(notes.find("note/dropped-" + i)).isEqualTo(new Note(5, "text " + (16 + i), 5));
                assertThat(notes.feedOf("note/dropped-" + i))
                        .extracting(Line::sequence)
                        .containsExactly(1L, 2L, 3L, 4L, 5L);
            }
        });
        assertThat(schema.generation()).isGreaterThan(before);
        append("after-the-drop", "text");
        soon().untilAsserted(() -> assertThat(notes.find("note/after-the-drop")).isNotNull());
    }

    @Test
    void beginsATopicAgainWhenItsOffsetsAreGone() throws SQLException {
        append("recreated", "one");
        soon().untilAsserted(() -> assertThat(notes.find("note/recreated")).isNotNull());

        asOwner("UPDATE notes.inbox_offset SET next_offset = next_offset + 1000000");
        wire.endConsumersSession();
        append("recreated", "two");

        soon().untilAsserted(() -> assertThat(notes.find("note/recreated")).isEqualTo(new Note(2, "two", 2)));
    }

    @Test
    void showsHowFarItIs() {
        append("measured", "text");
        soon().untilAsserted(() -> assertThat(notes.find("note/measured")).isNotNull());

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("kcs_outbox_waiting"))
                .body(containsString("kcs_outbox_oldest_seconds"))
                .body(containsString("kcs_inbox_lag"))
                .body(containsString("kcs_inbox_parked"))
                .body(containsString("kcs_inbox_gaps"));
    }

    private void append(String subject, String text) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(Events.note(subject, text)));
    }

    private static io.restassured.response.ValidatableResponse reprocess(long id) {
        return given().auth()
                .oauth2(Tokens.service())
                .post("/internal/parked/{id}/reprocessings", id)
                .then();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, ownerPassword);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
