package kcs.progress.calendar;

import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * Business days in Korea. The tables of holidays are read anew for each question: that is rare, and a table that another
 * replica loaded holds at once.
 */
@Singleton
public class BusinessDays {
    private final HolidayTableStore tables;

    BusinessDays(HolidayTableStore tables) {
        this.tables = tables;
    }

    /**
     * The day on which something is due that was named for a day: that day, or the next business day when it is a
     * Saturday, a Sunday or a public holiday. Keep the answer with what is due; a later table may answer otherwise.
     */
    public DueDate derive(LocalDate nominalDueOn) {
        return calendar().derive(nominalDueOn);
    }

    public boolean isBusinessDay(LocalDate day) {
        return calendar().isBusinessDay(day);
    }

    /** The first business day after a day. */
    public LocalDate next(LocalDate day) {
        return plus(day, 1);
    }

    /** So many business days after a day; before it where the number is negative, the day itself where it is 0. */
    public LocalDate plus(LocalDate day, int businessDays) {
        return calendar().plus(day, businessDays);
    }

    private HolidayCalendar calendar() {
        return new HolidayCalendar(tables.all());
    }
}
