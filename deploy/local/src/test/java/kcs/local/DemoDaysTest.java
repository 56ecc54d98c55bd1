package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In the week of 1 October 2024, which was a holiday, as the third was. */
class DemoDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 9, 30);
    private static final Set<LocalDate> OFF =
            Set.of(MONDAY.plusDays(1), MONDAY.plusDays(3), MONDAY.plusDays(5), MONDAY.plusDays(6));

    private final List<LocalDate> asked = new ArrayList<>();
    private final DemoDays days = new DemoDays(this::next);

    private LocalDate next(LocalDate day) {
        asked.add(day);
        LocalDate next = day;
        while (OFF.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    @Test
    void takesABusinessDayAsItIs() throws IOException {
        assertThat(days.from(MONDAY)).isEqualTo(MONDAY);
        assertThat(days.upTo(MONDAY)).isEqualTo(MONDAY);
    }

    @Test
    void goesOnToTheNextOrBackToTheLast() throws IOException {
        assertThat(days.from(MONDAY.plusDays(5))).isEqualTo(MONDAY.plusDays(7));
        assertThat(days.upTo(MONDAY.plusDays(6))).isEqualTo(MONDAY.plusDays(4));
        assertThat(days.upTo(MONDAY.plusDays(3))).isEqualTo(MONDAY.plusDays(2));
    }

    @Test
    void asksForADayOnce() throws IOException {
        days.upTo(MONDAY.plusDays(6));
        days.upTo(MONDAY.plusDays(6));

        assertThat(asked).containsExactly(MONDAY.plusDays(6), MONDAY.plusDays(5), MONDAY.plusDays(4));
    }
}
