package kcs.progress.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.testing.ApiDocument;
import kcs.chassis.testing.EventContract;
import kcs.progress.directory.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented events of the round, as the board reads them. */
class RoundContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EVENTS = ApiDocument.checkout().resolve("docs/events");

    @Test
    void everyTypeHasASchemaAndAnExample() {
        new EventContract()
                .assertExamples(List.of(
                        "cycle.status-changed",
                        "cycle.changed",
                        "checkpoint.status-changed",
                        "checkpoint.changed",
                        "checkpoint.overdue",
                        "checkpoint.reminded",
                        "extension.decided",
                        "task.health-changed",
                        "meeting.registered",
                        "meeting.changed",
                        "opinion.status-changed"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            cycle.status-changed,      cycle,      /cycle/id,      true,
            cycle.changed,             cycle,      /cycle/id,      false,
            checkpoint.status-changed, checkpoint, /checkpoint/id, true,  KCS-2024-01
            checkpoint.changed,        checkpoint, /checkpoint/id, false, KCS-2024-01
            checkpoint.overdue,        checkpoint, /checkpoint/id, true,  KCS-2024-01
            checkpoint.reminded,       checkpoint, /checkpoint/id, false, KCS-2024-01
            extension.decided,         extension,  /extension/id,  true,  KCS-2024-01
            task.health-changed,       health,     /health/task,   true,  KCS-2024-01""")
    void readsTheExampleOfEachType(String type, String noun, String subject, boolean listed, String task)
            throws IOException {
        JsonNode data = example(type);

        Reading reading = Reading.of(event(type, data.at(subject).textValue(), data));

        assertThat(reading.noun()).isEqualTo(noun);
        assertThat(reading.listed()).isEqualTo(listed);
        assertThat(reading.part().task()).isEqualTo(task);
        assertThat(reading.state()).isEqualTo(noun.equals("extension") ? null : data.get(noun));
        assertThat(reading.visibility())
                .isEqualTo(noun.equals("extension") ? Visibility.GOVERNMENT : Visibility.PUBLIC);
    }

    @Test
    void listsNeitherThatACheckpointIsMadeNorTheFirstHealthOfATaskNorOneThatStaysAsItIs() throws IOException {
        ObjectNode made = example("checkpoint.status-changed");
        made.withObject("/transition").putNull("from").put("to", "OPEN");
        ObjectNode first = example("task.health-changed");
        first.withObject("/transition").putNull("from");
        ObjectNode same = example("task.health-changed");
        same.withObject("/transition").put("from", "AT_RISK");

        assertThat(Reading.of(event("checkpoint.status-changed", "KCS-2024-01.2024Q3.DAPA", made))
                        .listed())
                .isFalse();
        assertThat(Reading.of(event("task.health-changed", "KCS-2024-01", first))
                        .listed())
                .isFalse();
        assertThat(Reading.of(event("task.health-changed", "KCS-2024-01", same)).listed())
                .isFalse();
    }

    /** It has no line for them yet. */
    @ParameterizedTest
    @CsvSource({"meeting.registered, /meeting/id", "meeting.changed, /meeting/id", "opinion.status-changed, /opinion/id"
    })
    void passesOverWhatTheCommitteeDoes(String type, String subject) throws IOException {
        JsonNode data = example(type);

        assertThat(Reading.of(event(type, data.at(subject).textValue(), data))).isNull();
    }

    @Test
    void passesOverWhatItDoesNotKnowAndRefusesWhatIsOfSomethingElse() throws IOException {
        JsonNode data = example("checkpoint.overdue");

        assertThat(Reading.of(event("opinion.status-changed", "1", data))).isNull();
        assertThat(Reading.of(event("task.assessed", "KCS-2024-01", data))).isNull();
        assertThatThrownBy(() -> Reading.of(event("checkpoint.overdue", "KCS-2024-02.2024Q3.DAPA", data)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds the state of KCS-2024-01.2024Q3.DAPA");
    }

    private static ObjectNode example(String type) throws IOException {
        return (ObjectNode) JSON.readTree(EVENTS.resolve(type + ".example.json").toFile());
    }

    private static InboxEvent event(String type, String subject, JsonNode data) {
        String aggregate = type.substring(0, type.indexOf('.')) + "/" + subject;
        return new InboxEvent(
                UUID.randomUUID(),
                "kcs.progress.v1",
                "/kcs/progress-service",
                aggregate,
                1,
                1,
                type,
                subject,
                Instant.EPOCH,
                data,
                false);
    }
}
