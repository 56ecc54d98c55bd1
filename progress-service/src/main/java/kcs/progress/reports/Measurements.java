package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.sql.Sql;
import kcs.progress.told.Moment;

/** Reads what was measured, of the submissions that were in force at a moment; row security decides which there are. */
@Singleton
class Measurements {
    private static final String ACCEPTED = """
            SELECT a.task, a.agency, a.period, m.value ->> 'indicator' AS indicator,
                (m.value ->> 'value')::numeric AS measured, m.value ->> 'measuredOn' AS measured_on
            FROM (
                SELECT DISTINCT ON (code) code, task, agency, state ->> 'period' AS period,
                    (state ->> 'acceptedNo')::int AS accepted_no
                FROM told
                WHERE kind = 'CHECKPOINT' AND plan = ? AND (?::text IS NULL OR task = ?)
                    AND counts_from <= ? AND seq <= ?
                ORDER BY code, epoch DESC, sequence DESC) AS a
            JOIN submission s ON s.checkpoint = a.code AND s.no = a.accepted_no
            CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'measurements') AS m""";

    private final Sql sql;

    Measurements(Sql sql) {
        this.sql = sql;
    }

    /**
     * All values, oldest first.
     *
     * @param task null for those of all tasks
     */
    List<Measured> of(String plan, String task, Moment moment) {
        return sql.list(ACCEPTED, Measurements::measured, plan, task, task, moment.asOf(), moment.head()).stream()
                .sorted(Measured.OLDEST_FIRST)
                .toList();
    }

    private static Measured measured(ResultSet row) throws SQLException {
        return new Measured(
                row.getString("task"),
                row.getString("indicator"),
                row.getString("agency"),
                row.getString("period"),
                row.getBigDecimal("measured"),
                LocalDate.parse(row.getString("measured_on")));
    }
}
