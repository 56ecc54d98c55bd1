package kcs.progress.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.progress.ProgressTest;
import kcs.progress.timeliness.Timeliness;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list's SQL and the Java say the same of any checkpoint on any day. */
@QuarkusTest
class TimelinessListTest extends ProgressTest {
    private static final LocalDate DUE = LocalDate.of(2024, 10, 7);

    /** As many as a page takes. */
    private static final int ROWS = 200;

    private static final String CYCLES = """
            INSERT INTO known_plan VALUES ('RANDOM', '{}', 1, 1);
            INSERT INTO known_task (code, plan, title, visibility, participants, reporting, status, milestones, indicators,
                epoch, sequence)
            VALUES ('RANDOM-1', 'RANDOM', '{"ko": "과제"}', 'PUBLIC', '{KCS}', '[]', 'COMPLETED', '[]', '[]', 1, 1);
            INSERT INTO cycle (id, plan, period, period_starts_on, period_ends_on, opens_on, nominal_due_on, due_on,
                due_derivation, locks_on, status, version, changed_at)
            SELECT 'RANDOM-' || period, 'RANDOM', period, '2024-07-01', '2024-09-30', '2024-09-01', '2024-10-01',
                '2024-10-01', '{}', '2024-10-18', status, 0, now()
            FROM (VALUES ('2024Q3', 'OPEN'), ('2024Q2', 'CLOSED')) AS made (period, status)""";

    private static final String ROW = """
            INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,
                extended_due_on, first_submitted_at, version, changed_at)
            VALUES ('RANDOM-1.%1$s.A%2$d', 'RANDOM-%1$s', 'RANDOM', '%1$s', 'RANDOM-1', 'A%2$d', 'LEAD',
                '{"name": {"ko": "기관"}}', '%3$s', '%4$s', '%5$s', %6$s, %7$s, 0, now())""";

    @Inject
    CheckpointRows rows;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20, 300})
    void theListFindsWhatTheJavaSays(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection connection = owner()) {
            connection.setAutoCommit(false);
            fill(connection, random);
            for (int i = 0; i < 8; i++) {
                LocalDate today = day(random, 25);
                assertThat(found(connection, today)).as("on %s", today).isEqualTo(judged(connection, today));
            }
            connection.rollback();
        }
    }

    private static Connection owner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    private static void fill(Connection connection, Random random) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CYCLES);
            for (int i = 0; i < ROWS; i++) {
                boolean waived = random.nextInt(8) == 0;
                statement.execute(ROW.formatted(
                        random.nextBoolean() ? "2024Q3" : "2024Q2",
                        i,
                        waived ? "WAIVED" : "OPEN",
                        day(random, 5),
                        day(random, 15),
                        random.nextInt(3) == 0 ? "'" + day(random, 20) + "'" : "NULL",
                        random.nextBoolean() ? "'" + day(random, 20) + instant(random) + "'" : "NULL"));
            }
        }
    }

    private static LocalDate day(Random random, int around) {
        return DUE.plusDays(random.nextInt(2 * around) - around);
    }

    /** Often about midnight in Seoul. */
    private static String instant(Random random) {
        return random.nextBoolean() ? "T14:59:59.999999Z" : random.nextBoolean() ? "T15:00:00Z" : "T03:00:00Z";
    }

    private static Map<Timeliness, Set<String>> found(Connection connection, LocalDate today) throws SQLException {
        Map<Timeliness, Set<String>> found = new EnumMap<>(Timeliness.class);
        ListSpec spec = CheckpointLists.on(today);
        for (Timeliness word : Timeliness.values()) {
            MultiMap asked = MultiMap.caseInsensitiveMultiMap()
                    .add("plan", "RANDOM")
                    .add("timeliness", word.name())
                    .add("limit", Integer.toString(ROWS));
            ListRequest request = ListRequest.of(asked, spec);
            try (PreparedStatement select = connection.prepareStatement(Lists.sql("c.id", spec, request))) {
                select.setArray(1, connection.createArrayOf("text", new String[] {"RANDOM"}));
                select.setArray(2, connection.createArrayOf("text", new String[] {word.name()}));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(word, any -> new TreeSet<>()).add(row.getString("id"));
                    }
                }
            }
        }
        return found;
    }

    private Map<Timeliness, Set<String>> judged(Connection connection, LocalDate today) throws SQLException {
        Map<Timeliness, Set<String>> judged = new EnumMap<>(Timeliness.class);
        String all = "SELECT " + CheckpointRows.COLUMNS + " FROM " + CheckpointRows.FROM + " WHERE c.plan = 'RANDOM'";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(all)) {
            while (row.next()) {
                Checkpoint checkpoint = rows.checkpoint(row);
                Timeliness.Standing standing = checkpoint.timeliness(today);
                if (standing != null) {
                    judged.computeIfAbsent(standing.timeliness(), any -> new TreeSet<>())
                            .add(checkpoint.id());
                }
            }
        }
        return judged;
    }
}
