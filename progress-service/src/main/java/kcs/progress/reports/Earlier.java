package kcs.progress.reports;

import java.time.Instant;

/**
 * What a report is compared with.
 *
 * @param of id of the meeting or the snapshot that the instant is of; null where it is of neither
 */
record Earlier(Instant instant, String of) {}
