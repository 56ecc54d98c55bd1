package kcs.progress.snapshots;

import java.time.Instant;

/**
 * A frozen report as its row says.
 *
 * @param hash SHA-256 of the manifest
 * @param previousHash null for the first
 * @param publishedAt null as long as it is not published
 */
record Snapshot(
        long no,
        String id,
        String plan,
        String period,
        Instant asOf,
        String meeting,
        Instant takenAt,
        byte[] manifest,
        String hash,
        String previousHash,
        Instant publishedAt) {

    boolean published() {
        return publishedAt != null;
    }

    /** 0, and 1 once it is published. */
    long version() {
        return published() ? 1 : 0;
    }
}
