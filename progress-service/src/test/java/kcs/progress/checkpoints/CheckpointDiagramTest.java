package kcs.progress.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import kcs.chassis.testing.ApiDocument;
import org.junit.jupiter.api.Test;

class CheckpointDiagramTest {

    @Test
    void theDocumentedDiagramIsDrawnFromTheTable() throws IOException {
        String page = Files.readString(ApiDocument.checkout().resolve("docs/reporting-round.md"));

        assertThat(page).contains("```mermaid\n" + CheckpointStatus.diagram() + "```");
    }
}
