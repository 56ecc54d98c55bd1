package kcs.progress.daily;

import java.time.LocalDate;

/**
 * Something that follows from the date. Done when the day turns in Seoul and every minute besides, so it must find by
 * itself what is left to do; what was done is not done again.
 */
public interface DailyJob {

    /** For the log. */
    String name();

    /**
     * Does what the day asks for, in transactions of its own, with a planner's rights.
     *
     * @param today the day in Seoul
     */
    void run(LocalDate today);
}
