package kcs.local;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The days on which people work: as the service reckons due days, so that a holiday is the same for both. */
final class DemoDays {
    private final Calendar calendar;
    private final Map<LocalDate, LocalDate> known = new HashMap<>();

    /** Tells of a day the next business day, which is the day itself where it is one. */
    @FunctionalInterface
    interface Calendar {
        LocalDate next(LocalDate day) throws IOException;
    }

    DemoDays(Calendar calendar) {
        this.calendar = calendar;
    }

    static DemoDays of(DemoApi api) {
        return new DemoDays(day -> LocalDate.parse(api.get(DemoPerson.PLANNER, "/business-days?nominalDueOn=" + day)
                .getString("dueOn")));
    }

    /** The day itself if it is a business day, else the next one. */
    LocalDate from(LocalDate day) throws IOException {
        LocalDate next = known.get(day);
        if (next == null) {
            next = calendar.next(day);
            known.put(day, next);
        }
        return next;
    }

    /** The day itself if it is a business day, else the last one before it. */
    LocalDate upTo(LocalDate day) throws IOException {
        LocalDate last = day;
        while (!from(last).equals(last)) {
            last = last.minusDays(1);
        }
        return last;
    }
}
