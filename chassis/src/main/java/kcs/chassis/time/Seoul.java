package kcs.chassis.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business dates are days in Seoul; instants are UTC. */
public final class Seoul {
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private Seoul() {}

    /** The day it is in Seoul. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /** The day in Seoul that an instant falls on. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
