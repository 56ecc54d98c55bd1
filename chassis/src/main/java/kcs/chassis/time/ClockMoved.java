package kcs.chassis.time;

import java.time.Instant;

/**
 * Fired when the business clock was set forward, so that what sleeps until a certain time looks again. Observers wake
 * somebody and return.
 *
 * @param now what the clock shows
 */
public record ClockMoved(Instant now) {}
