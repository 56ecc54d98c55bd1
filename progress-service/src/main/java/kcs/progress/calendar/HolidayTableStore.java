package kcs.progress.calendar;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kcs.chassis.identity.Caller;
import kcs.chassis.json.ColumnJson;

/** Keeps tables of announced holidays: they are added and read, never changed. */
@Singleton
class HolidayTableStore {
    /** Whoever adds a table waits for the other who does, so that each knows which is the newest. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('holiday-table', 0))";

    private static final String ADD = """
            INSERT INTO holiday_table (version, content, loaded_at, loaded_by) VALUES (?, ?::jsonb, ?, ?)
            ON CONFLICT (version) DO NOTHING""";

    private static final String WHOLE = "SELECT version, content, loaded_at FROM holiday_table";

    private final DataSource database;
    private final ColumnJson columns;

    HolidayTableStore(DataSource database, ColumnJson columns) {
        this.database = database;
        this.columns = columns;
    }

    /** What a table states, as it stands in its column. */
    private record Content(List<Integer> years, List<AnnouncedDay> announced) {}

    /** Whether the table was new; one that is there stays as it is. Until the transaction ends nobody else adds one. */
    boolean add(HolidayTable table, Caller by) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME);
                PreparedStatement add = connection.prepareStatement(ADD)) {
            lock.execute();
            add.setString(1, table.version());
            add.setString(2, columns.text(new Content(table.years(), table.announced())));
            add.setObject(3, OffsetDateTime.ofInstant(table.loadedAt(), ZoneOffset.UTC));
            add.setString(4, by.subject());
            return add.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a table of holidays could not be kept", e);
        }
    }

    /** All tables, newest first. */
    List<HolidayTable> all() {
        return read(WHOLE + " ORDER BY ordinal DESC");
    }

    Optional<HolidayTable> find(String version) {
        return read(WHOLE + " WHERE version = ?", version).stream().findFirst();
    }

    private List<HolidayTable> read(String sql, String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<HolidayTable> tables = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tables.add(table(row));
                }
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of holidays could not be read", e);
        }
    }

    private HolidayTable table(ResultSet row) throws SQLException {
        Content content = columns.read(row.getString("content"), Content.class);
        return new HolidayTable(
                row.getString("version"),
                content.years(),
                content.announced(),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant());
    }

    /** @param row of a list, with the columns version, years, days and loaded_at */
    HolidayTableSummary summary(ResultSet row) throws SQLException {
        return new HolidayTableSummary(
                row.getString("version"),
                List.of(columns.read(row.getString("years"), Integer[].class)),
                row.getInt("days"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant());
    }
}
