package kcs.progress.publicdata;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.Dated;
import kcs.progress.told.Kind;

/** Reads the newest that the public was told; to be called inside a transaction of the public. */
@Singleton
class PublicTold {
    /** Row security shows nothing of a task that was hidden since. */
    private static final String NEWEST = """
            SELECT DISTINCT ON (plan, code) code, state, at FROM told
            WHERE kind = ? ORDER BY plan, code, epoch DESC, sequence DESC""";

    private final Sql sql;
    private final ColumnJson json;

    PublicTold(Sql sql, ColumnJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** The newest of each thing of a kind, by its code. */
    <T> Map<String, Dated<T>> newest(Kind kind, Class<T> type) {
        Map<String, Dated<T>> found = new TreeMap<>();
        sql.each(
                NEWEST,
                row -> found.put(row.getString("code"), dated(row.getString("state"), Sql.instant(row, "at"), type)),
                kind);
        return found;
    }

    private <T> Dated<T> dated(String state, Instant at, Class<T> type) {
        return new Dated<>(json.read(state, type), at);
    }
}
