package kcs.progress.publicdata;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.Dated;
import kcs.progress.told.Kind;

/** Reads the newest that the public was told; to be called inside a transaction of the public. */
@Singleton
class PublicTold {
    /** Told are rows by who could see the thing then: of what was hidden since, an older public row is the newest. */
    private static final String NEWEST = """
            SELECT DISTINCT ON (plan, code) code, state, at FROM told
            WHERE kind = ? ORDER BY plan, code, epoch DESC, sequence DESC""";

    private static final String SEEN = "SELECT code FROM known_task";

    private final Sql sql;
    private final ColumnJson json;

    PublicTold(Sql sql, ColumnJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** The newest of each thing of a kind, by its code; of tasks those alone that are public now. */
    <T> Map<String, Dated<T>> newest(Kind kind, Class<T> type) {
        Map<String, Dated<T>> found = new TreeMap<>();
        sql.each(
                NEWEST,
                row -> found.put(row.getString("code"), dated(row.getString("state"), Sql.instant(row, "at"), type)),
                kind);
        if (kind == Kind.TASK) {
            // Read after the states: what is hidden meanwhile is left out.
            found.keySet().retainAll(seen());
        }
        return found;
    }

    private <T> Dated<T> dated(String state, Instant at, Class<T> type) {
        return new Dated<>(json.read(state, type), at);
    }

    /** Row security knows which tasks are public now. */
    private Set<String> seen() {
        return new HashSet<>(sql.list(SEEN, row -> row.getString("code")));
    }
}
