package kcs.progress.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetNamesTest {
    private final SheetNames names = new SheetNames();

    @Test
    void leavesOutWhatExcelForbids() {
        assertThat(names.of("a/b\\c?d*e[f]g:h")).isEqualTo("a-b-c-d-e-f-g-h");
        assertThat(names.of("'관세청'\n과제\u0007 ")).isEqualTo("’관세청’ 과제");
        assertThat(names.of("History")).isEqualTo("History (2)");
        assertThat(names.of(" ")).isEqualTo("(2)");
    }

    @Test
    void givesNoNameTwiceAndNoneThatIsTooLong() {
        assertThat(names.of("Tasks")).isEqualTo("Tasks");
        assertThat(names.of("TASKS")).isEqualTo("TASKS (2)");
        assertThat(names.of("tasks")).isEqualTo("tasks (3)");
        assertThat(names.of("가".repeat(40))).isEqualTo("가".repeat(31));
        assertThat(names.of("가".repeat(40))).isEqualTo("가".repeat(27) + " (2)");
        assertThat(names.of("가".repeat(30) + "🚢")).isEqualTo("가".repeat(30));
    }
}
