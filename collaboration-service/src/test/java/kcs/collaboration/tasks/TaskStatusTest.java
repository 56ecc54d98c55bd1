package kcs.collaboration.tasks;

import static kcs.collaboration.tasks.TaskStatus.COMPLETED;
import static kcs.collaboration.tasks.TaskStatus.DISCONTINUED;
import static kcs.collaboration.tasks.TaskStatus.IN_PROGRESS;
import static kcs.collaboration.tasks.TaskStatus.ON_HOLD;
import static kcs.collaboration.tasks.TaskStatus.PROPOSED;
import static kcs.collaboration.tasks.TaskStatus.REJECTED;
import static kcs.collaboration.tasks.TaskStatus.SELECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import kcs.chassis.testing.ApiDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskStatusTest {
    /** The arrows of the domain, written out a second time: neither table is taken from the other. */
    private static final Set<String> ARROWS = Set.of(
            PROPOSED + ">" + SELECTED,
            PROPOSED + ">" + REJECTED,
            SELECTED + ">" + IN_PROGRESS,
            SELECTED + ">" + DISCONTINUED,
            IN_PROGRESS + ">" + COMPLETED,
            IN_PROGRESS + ">" + ON_HOLD,
            IN_PROGRESS + ">" + DISCONTINUED,
            ON_HOLD + ">" + IN_PROGRESS,
            ON_HOLD + ">" + DISCONTINUED,
            COMPLETED + ">" + IN_PROGRESS);

    static Stream<Arguments> everyPair() {
        return Arrays.stream(TaskStatus.values())
                .flatMap(from -> Arrays.stream(TaskStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void allowsTheMovesOfTheDomainAndNoOther(TaskStatus from, TaskStatus to) {
        assertThat(from.canMoveTo(to)).isEqualTo(ARROWS.contains(from + ">" + to));
        assertThat(from.next().contains(to)).isEqualTo(from.canMoveTo(to));
    }

    @Test
    void theDocumentedDiagramIsDrawnFromTheTable() throws IOException {
        String page = Files.readString(ApiDocument.checkout().resolve("docs/task-lifecycle.md"));

        assertThat(page).contains("```mermaid\n" + TaskStatus.diagram() + "```");
    }
}
