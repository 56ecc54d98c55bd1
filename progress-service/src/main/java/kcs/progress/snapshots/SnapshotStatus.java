package kcs.progress.snapshots;

import java.util.List;

/** Where a snapshot stands. What is published stays so. */
enum SnapshotStatus {
    TAKEN,
    PUBLISHED;

    static SnapshotStatus of(Snapshot snapshot) {
        return snapshot.published() ? PUBLISHED : TAKEN;
    }

    List<SnapshotStatus> next() {
        return this == TAKEN ? List.of(PUBLISHED) : List.of();
    }
}
