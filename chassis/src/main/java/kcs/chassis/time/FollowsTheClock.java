package kcs.chassis.time;

import java.time.LocalDate;

/** A bean that does what follows from the date. A demonstration waits for it before it lets more time pass. */
public interface FollowsTheClock {

    /** Whether what follows from a day is done. */
    boolean hasDone(LocalDate day);
}
