package kcs.progress.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the feed: the lines behind a place, and the newest ones. Whom they are for is not its business. */
@ApplicationScoped
public class FeedTable {
    /** The most lines of the feed that are read at once. */
    private static final int PAGE = 500;

    private static final int LONGEST_PORTION = 10_000;

    /** What the board keeps a state of, each in a table of its own. */
    private static final List<String> KEPT = List.of(
            FeedEntry.TASK, FeedEntry.PLAN, FeedEntry.AGENCY, FeedEntry.CYCLE, FeedEntry.CHECKPOINT, FeedEntry.HEALTH);

    /** What a line {@code c} tells of, as it is now. */
    private static final String STATE = KEPT.stream()
            .map("SELECT state, changed_at FROM board.board_%1$s WHERE c.noun = '%1$s' AND code = c.subject"::formatted)
            .collect(Collectors.joining(" UNION ALL "));

    /**
     * The generation comes with the lines, so that lines of another life of the schema are never taken for these.
     * OFFSET 0 keeps PostgreSQL from joining whole tables: it takes a page for full, most hold a line or two.
     */
    private static final String SINCE = """
            SELECT g.id AS generation, %s, s.state, s.changed_at
            FROM board.generation g
            LEFT JOIN LATERAL (
                SELECT * FROM board.board_change WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT %d) c ON true
            LEFT JOIN LATERAL (%s OFFSET 0) s ON true
            ORDER BY c.seq""".formatted(BoardRows.ENTRY, PAGE, STATE);

    /** By what happened when, not by when it was learnt: a rebuilt board shows the same. */
    private static final String LATEST =
            "SELECT " + BoardRows.ENTRY + " FROM board.board_change c WHERE c.listed AND c.seq <= ?"
                    + " ORDER BY c.at DESC, c.noun DESC, c.subject DESC, c.epoch DESC, c.sequence DESC LIMIT ? OFFSET ?";

    private static final String LAST = "SELECT f.last FROM board.generation g, board.board_feed f";

    private final DataSource dataSource;

    FeedTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest line of the feed in the database; another replica may have written it. */
    public long last() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LAST);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the board has no generation");
            }
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
    }

    /**
     * The lines behind a place.
     *
     * @param upTo the last that is wanted
     */
    public FeedPage since(long seq, long upTo) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setLong(1, seq);
            select.setLong(2, upTo);
            try (ResultSet rows = select.executeQuery()) {
                return BoardRows.page(rows, PAGE);
            }
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
    }

    /**
     * The newest lines that are wanted, newest first.
     *
     * @param upTo place in the feed behind which nothing is looked at
     */
    public List<FeedEntry> latest(long upTo, int limit, Predicate<FeedEntry> wanted) {
        List<FeedEntry> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setLong(1, upTo);
            int portion = 2 * limit;
            int passed = 0;
            boolean more = true;
            while (more && found.size() < limit) {
                select.setInt(2, portion);
                select.setInt(3, passed);
                int read = keep(select, wanted, found);
                more = read == portion;
                passed += read;
                // Few of them are wanted, then: further back in longer strides.
                portion = Math.min(2 * portion, LONGEST_PORTION);
            }
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    private int keep(PreparedStatement select, Predicate<FeedEntry> wanted, List<FeedEntry> found) throws SQLException {
        int read = 0;
        try (ResultSet rows = select.executeQuery()) {
            for (; rows.next(); read++) {
                FeedEntry entry = BoardRows.entry(rows, 1);
                if (wanted.test(entry)) {
                    found.add(entry);
                }
            }
        }
        return read;
    }
}
