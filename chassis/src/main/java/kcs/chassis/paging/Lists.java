package kcs.chassis.paging;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kcs.chassis.sql.Sql;

/** Reads pages by key rather than by offset: a page costs the same wherever it stands, and misses nothing. */
@Singleton
public class Lists {

    /** Makes an item of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource database;
    private final Cursors cursors;

    Lists(DataSource database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Reads the page that is asked for; row security applies. */
    @Transactional
    public <T> Page<T> page(String columns, ListSpec spec, ListRequest request, RowReader<T> reader) {
        List<String> after = request.cursor() == null ? null : cursors.read(spec, request);
        String sql = sql(columns, spec, request, after);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(Sql.PLAN_FOR_VALUES + "; " + sql)) {
            int next = bindFilters(connection, select, request);
            bindAfter(select, request, after, next);
            List<T> items = new ArrayList<>();
            String cursor = null;
            select.execute();
            select.getMoreResults();
            try (ResultSet row = select.getResultSet()) {
                List<String> last = List.of();
                while (row.next()) {
                    if (items.size() == request.limit()) {
                        cursor = cursors.after(last, spec, request);
                        break;
                    }
                    items.add(reader.read(row));
                    last = sortValues(row, request);
                }
            }
            return new Page<>(items, cursor, request.count() ? count(connection, spec, request) : null);
        } catch (SQLException e) {
            throw new IllegalStateException("a list could not be read", e);
        }
    }

    /** What a first page is read with, for those who look at its plan: an array of text for each filter is to be bound. */
    public static String sql(String columns, ListSpec spec, ListRequest request) {
        return sql(columns, spec, request, null);
    }

    private static String sql(String columns, ListSpec spec, ListRequest request, List<String> after) {
        return "SELECT " + columns + sortColumns(spec, request) + " FROM " + spec.table() + where(spec, request, after)
                + orderBy(spec, request) + " LIMIT " + (request.limit() + 1);
    }

    private static long count(Connection connection, ListSpec spec, ListRequest request) throws SQLException {
        String sql = "SELECT count(*) FROM " + spec.table() + where(spec, request, null);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindFilters(connection, select, request);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String sortColumns(ListSpec spec, ListRequest request) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < request.sort().size(); i++) {
            String expression = spec.sorts().get(request.sort().get(i).name());
            columns.append(", (").append(expression).append(")::text AS sort_").append(i);
        }
        return columns.toString();
    }

    private static List<String> sortValues(ResultSet row, ListRequest request) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < request.sort().size(); i++) {
            values.add(row.getString("sort_" + i));
        }
        return values;
    }

    private static String where(ListSpec spec, ListRequest request, List<String> after) {
        List<String> conditions = new ArrayList<>();
        request.filters()
                .keySet()
                .forEach(name -> conditions.add("(" + spec.filters().get(name) + ")"));
        if (after != null) {
            conditions.add(behind(spec, request));
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** "Sorts behind these values": behind in the first column, or equal there and behind in the next, and so on. */
    private static String behind(ListSpec spec, ListRequest request) {
        List<String> ways = new ArrayList<>();
        StringBuilder equalSoFar = new StringBuilder();
        for (ListRequest.Sort column : request.sort()) {
            String expression = "(" + spec.sorts().get(column.name()) + ")";
            String value = "?::text::" + typeOf(column.name());
            ways.add("(" + equalSoFar + expression + (column.descending() ? " < " : " > ") + value + ")");
            equalSoFar.append(expression).append(" = ").append(value).append(" AND ");
        }
        return "(" + String.join(" OR ", ways) + ")";
    }

    /** By convention of the lists here: a name tells its type. */
    private static String typeOf(String name) {
        if (name.endsWith("On")) {
            return "date";
        }
        if (name.endsWith("At") || name.endsWith("Since") || name.equals("since")) {
            return "timestamptz";
        }
        return name.equals("no") || name.equals("version") ? "bigint" : "text";
    }

    private static String orderBy(ListSpec spec, ListRequest request) {
        return request.sort().stream()
                .map(column -> "(" + spec.sorts().get(column.name()) + ")" + (column.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private static int bindFilters(Connection connection, PreparedStatement select, ListRequest request)
            throws SQLException {
        int index = 1;
        for (List<String> values : request.filters().values()) {
            select.setArray(index++, connection.createArrayOf("text", values.toArray()));
        }
        return index;
    }

    private static void bindAfter(PreparedStatement select, ListRequest request, List<String> after, int from)
            throws SQLException {
        if (after == null) {
            return;
        }
        int index = from;
        for (int way = 0; way < request.sort().size(); way++) {
            for (int column = 0; column <= way; column++) {
                select.setString(index++, after.get(column));
            }
        }
    }
}
