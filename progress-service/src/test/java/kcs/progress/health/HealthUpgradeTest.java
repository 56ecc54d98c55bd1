package kcs.progress.health;

import static kcs.progress.OlderSchema.execute;
import static kcs.progress.OlderSchema.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import kcs.progress.OlderSchema;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An installation that is there already: what its tasks' health was is known, and what was kept silently is told. */
@QuarkusTest
class HealthUpgradeTest extends ProgressTest {
    private static final OlderSchema OLDER = new OlderSchema("older", "db/chassis", "db/migration");

    private static final String BEFORE = """
            SET search_path = older;
            INSERT INTO known_plan VALUES ('P', '{}', 1, 1);
            INSERT INTO known_task (code, plan, title, visibility, participants, reporting, status, milestones, indicators,
                epoch, sequence)
            SELECT code, 'P', '{}', 'PUBLIC', '{}', '[]', 'IN_PROGRESS', '[]', '[]', 1, 1
            FROM unnest('{OLD,NEW}'::text[]) AS code;
            INSERT INTO health_history
                (task, version, at, derived, declared, reasons, figures, percent, since, actor, visibility)
            SELECT task, version, day::timestamptz, derived, declared, '[]', '{"percentComplete": 40}', 40,
                first_day::timestamptz, 'x', visibility
            FROM (VALUES
                ('OLD', 1, '2024-01-01', 'ON_TRACK', NULL, '2024-01-01', 'GOVERNMENT'),
                ('OLD', 2, '2024-01-02', 'AT_RISK', NULL, '2024-01-02', 'GOVERNMENT'),
                ('OLD', 3, '2024-01-03', 'AT_RISK', 'AT_RISK', '2024-01-02', 'PUBLIC'),
                ('OLD', 4, '2024-01-04', 'ON_TRACK', 'OFF_TRACK', '2024-01-04', 'PUBLIC'),
                ('OLD', 5, '2024-01-05', 'AT_RISK', 'OFF_TRACK', '2024-01-04', 'PUBLIC'),
                ('NEW', 1, '2024-01-05', 'ON_TRACK', NULL, '2024-01-05', 'PUBLIC'))
                AS line (task, version, day, derived, declared, first_day, visibility);
            INSERT INTO health (task, derived, declared, reasons, figures, percent, since, version, changed_at, reckoned_at)
            SELECT task, derived, declared, '[]', jsonb_build_object('percentComplete', now_complete), now_complete, since,
                version, at, '2024-02-01'
            FROM health_history JOIN (VALUES ('OLD', 5, 70), ('NEW', 1, 40)) AS kept (task, version, now_complete)
                USING (task, version)""";

    @AfterEach
    void forget() throws SQLException {
        execute("DROP SCHEMA IF EXISTS older CASCADE");
    }

    @Test
    void theHeadlineBeforeIsKnownOfEachLineAndWhatWasKeptSilentlyIsReckonedAnew() throws SQLException {
        OLDER.migrate("13");
        execute(BEFORE);

        OLDER.migrate("14");

        assertThat(one(
                        "SELECT string_agg(version || coalesce(previous || previous_visibility, '-'), ' ' ORDER BY version)"
                                + " FROM older.health_history WHERE task = 'OLD'"))
                .isEqualTo("1- 2ON_TRACKGOVERNMENT 3ON_TRACKGOVERNMENT 4AT_RISKPUBLIC 5AT_RISKPUBLIC");
        assertThat(one("SELECT previous || previous_visibility FROM older.health WHERE task = 'OLD'"))
                .isEqualTo("AT_RISKPUBLIC");
        assertThat(one("SELECT percent || (figures ->> 'percentComplete') || (reckoned_at < '2024-01-05')"
                        + " FROM older.health WHERE task = 'OLD'"))
                .isEqualTo("4040true");
        assertThat(one("SELECT concat(previous, percent, reckoned_at > '2024-01-05') FROM older.health"
                        + " WHERE task = 'NEW'"))
                .isEqualTo("40t");
    }
}
