package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.sql.Sql;
import kcs.progress.told.Moment;
import kcs.progress.told.ToldReading;

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
                WHERE kind = 'CHECKPOINT' AND %s = ?""" + ToldReading.UNTIL + """

                ORDER BY code, epoch DESC, sequence DESC) AS a
            JOIN submission s ON s.checkpoint = a.code AND s.no = a.accepted_no
            CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'measurements') AS m""";

    private static final String OF_PLAN = ACCEPTED.formatted("plan");
    private static final String OF_TASK = ACCEPTED.formatted("task");

    private final Sql sql;

    Measurements(Sql sql) {
        this.sql = sql;
    }

    /** All values of a plan, oldest first. */
    List<Measured> ofPlan(String plan, Moment moment) {
        return read(OF_PLAN, plan, moment);
    }

    /** All values of a task, oldest first. */
    List<Measured> ofTask(String task, Moment moment) {
        return read(OF_TASK, task, moment);
    }

    private List<Measured> read(String query, String code, Moment moment) {
        return sql.list(query, Measurements::measured, code, moment.asOf(), moment.head()).stream()
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
