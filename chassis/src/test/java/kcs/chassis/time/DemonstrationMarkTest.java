package kcs.chassis.time;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import kcs.local.EmbeddedPostgresServer;
import kcs.local.PostgresDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DemonstrationMarkTest {
    private static EmbeddedPostgresServer postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgresServer.temporary("real", "shown");
        postgres.comment("shown", DemonstrationMark.MARK);
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void startsForRealOnARealDatabase() {
        assertThatCode(() -> on("real", false).require()).doesNotThrowAnyException();
    }

    @Test
    void startsADemonstrationOnADatabaseThatIsMarked() {
        assertThatCode(() -> on("shown", true).require()).doesNotThrowAnyException();
    }

    @Test
    void refusesADemonstrationOnARealDatabase() {
        assertThatThrownBy(() -> on("real", true).require())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the database real is not a demonstration's");
    }

    @Test
    void refusesToServeADemonstrationAsReal() {
        assertThatThrownBy(() -> on("shown", false).require())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the database shown is marked as a demonstration's");
    }

    /** With the rights of the service alone, as it starts in production. */
    private static DemonstrationMark on(String database, boolean demonstration) {
        PostgresDatabase roles = postgres.database(database);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(database));
        source.setUser(roles.app());
        source.setPassword(roles.appPassword());
        return new DemonstrationMark(source, new Setting(demonstration, Optional.empty()));
    }

    private record Setting(boolean on, Optional<Instant> startsAt) implements Demonstration {}
}
