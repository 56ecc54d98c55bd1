package kcs.progress.snapshots;

import java.time.Instant;
import java.util.List;

/**
 * A frozen report that everybody may read.
 *
 * @param no its place in the chain of all snapshots
 * @param period null for the whole plan
 * @param asOf the instant that it answers for
 * @param meeting that it was frozen for; null for none
 * @param files of its public edition
 */
public record PublishedReport(
        long no,
        String id,
        String plan,
        String period,
        Instant asOf,
        String meeting,
        Instant publishedAt,
        List<File> files) {

    /**
     * A file.
     *
     * @param format as file names end
     * @param language null for JSON, which is in both
     * @param size in bytes
     */
    public record File(String format, String language, long size, String sha256) {}
}
