package kcs.progress.timeliness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kcs.progress.timeliness.Timeliness.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due on Tuesday 15 October 2024; the cycle locks on the 31st. */
class TimelinessTest {
    private static final LocalDate LOCKS_ON = LocalDate.of(2024, 10, 31);

    @ParameterizedTest(name = "filed on {0}: {1}, {2} days late")
    @CsvSource(textBlock = """
            2024-09-30, ON_TIME, 0
            2024-10-15, ON_TIME, 0
            2024-10-16, LATE,    1
            2024-10-31, LATE,    16
            2024-11-15, LATE,    31
            2025-10-15, LATE,    365""")
    void judgesByTheFirstSubmissionWhateverDayItIs(LocalDate filed, Timeliness expected, long days) {
        for (LocalDate today : new LocalDate[] {filed, filed.plusYears(1)}) {
            assertThat(Timeliness.of(LocalDate.of(2024, 10, 15), filed, LOCKS_ON, false, today))
                    .isEqualTo(new Standing(expected, days));
            assertThat(Timeliness.of(LocalDate.of(2024, 10, 15), filed, LOCKS_ON, true, today))
                    .isEqualTo(new Standing(expected, days));
        }
    }

    @ParameterizedTest(name = "not filed, due {0}, today {1}, closed {2}: {3}")
    @CsvSource(textBlock = """
            2024-10-15, 2024-10-01, false, NOT_DUE
            2024-10-15, 2024-10-15, false, NOT_DUE
            2024-10-15, 2024-10-16, false, OVERDUE
            2024-10-15, 2024-10-31, false, OVERDUE
            2024-10-15, 2024-11-01, false, MISSED
            2024-10-15, 2024-10-16, true,  MISSED
            2024-10-15, 2024-10-15, true,  NOT_DUE
            2024-10-31, 2024-10-31, false, NOT_DUE
            2024-10-31, 2024-11-01, false, MISSED
            2024-11-08, 2024-11-08, false, NOT_DUE
            2024-11-08, 2024-11-08, true,  NOT_DUE
            2024-11-08, 2024-11-09, false, MISSED""")
    void judgesWhatWasNotFiledByTheDay(LocalDate due, LocalDate today, boolean closed, Timeliness expected) {
        Standing standing = Timeliness.of(due, null, LOCKS_ON, closed, today);

        assertThat(standing).isEqualTo(new Standing(expected, 0));
        assertThat(standing.filed()).isFalse();
        assertThat(standing.due()).isEqualTo(expected != Timeliness.NOT_DUE);
    }
}
