package kcs.progress.directory;

import java.time.Instant;

/**
 * What the newest event says, and when that was.
 *
 * @param changedAt time of that event, by its owner's clock
 */
public record Dated<T>(T state, Instant changedAt) {}
