package kcs.chassis.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business dates are days in Seoul; instants are UTC. */
public final class Seoul {
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private Seoul() {}

    /** The day it is in Seoul. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
