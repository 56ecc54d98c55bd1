package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    Path root;

    @Test
    void isMadeWhereThereIsNothing() throws Exception {
        Path data = root.resolve(".demo");
        assertThat(DemoFolder.in(data)).isEmpty();

        DemoFolder made = DemoFolder.open(data);

        assertThat(DemoFolder.in(data)).isPresent();
        assertThat(made.clock()).isEqualTo("2024-06-20T00:00:00Z");
        assertThat(made.year()).isEqualTo(DemoFolder.Year.NOT_PLAYED);
    }

    @Test
    void leavesAFolderAloneThatHoldsAnythingElse() throws Exception {
        Path data = Files.createDirectory(root.resolve(".data"));
        Files.writeString(data.resolve("secrets.properties"), "user.planner=x");

        assertThatThrownBy(() -> DemoFolder.open(data)).isInstanceOf(Refusal.class);
        assertThat(data).isDirectoryContaining("glob:**secrets.properties");
        assertThat(DemoFolder.in(data)).isEmpty();
    }

    @Test
    void knowsAtTheNextStartHowFarItHasCome() throws Exception {
        Instant winter = Instant.parse("2025-01-31T15:00:00Z");
        DemoFolder first = DemoFolder.open(root.resolve(".demo"));
        first.keep(DemoFolder.Year.HALF_PLAYED);
        first.keep(winter);

        DemoFolder second = DemoFolder.open(root.resolve(".demo"));

        assertThat(second.clock()).isEqualTo(winter);
        assertThat(second.year()).isEqualTo(DemoFolder.Year.HALF_PLAYED);
    }

    @Test
    void isNeverTheFolderOfTheRealData() {
        Map<String, String> environment = Map.of("KCS_ROOT", root.toString(), "KCS_DATA", "/real", "KCS_PORT", "18080");

        Settings settings = Settings.ofDemonstration(environment);

        assertThat(settings.data()).isEqualTo(root.resolve(".demo"));
        assertThat(settings.port(Part.FRONT_DOOR)).isEqualTo(18080);
    }
}
