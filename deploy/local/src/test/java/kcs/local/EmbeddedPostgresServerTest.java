package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {

    @Test
    void isDurableAndLetsNobodyInWithoutPassword() throws Exception {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.temporary("agency");
                Connection app = connect(server, server.database("agency").app(), appPassword(server))) {

            assertThat(ask(app, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(app, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(app, "SHOW server_version")).startsWith("18.");
            assertThatThrownBy(() -> connect(server, "postgres", "guess")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void letsTheOwnerCreateAndTheServiceNot() throws Exception {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.temporary("agency", "progress")) {
            PostgresDatabase database = server.database("agency");
            try (Connection owner = connect(server, database.owner(), database.ownerPassword());
                    Connection app = connect(server, database.app(), database.appPassword())) {
                owner.createStatement().execute("CREATE TABLE thing (id int); CREATE SCHEMA board");

                assertThatThrownBy(() -> app.createStatement().execute("CREATE TABLE other (id int)"))
                        .hasMessageContaining("permission denied for schema public");
                assertThatThrownBy(() -> app.createStatement().execute("SELECT * FROM thing"))
                        .hasMessageContaining("permission denied for table thing");
                assertThat(ask(
                                app,
                                "SELECT count(*) FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND rolname LIKE '%\\_%'"
                                        + " AND rolname NOT LIKE 'pg\\_%'"))
                        .isEqualTo("0");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(
                            server.jdbcUrl("progress"), database.app(), database.appPassword()))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void keepsDataOverAKillAndANewStart(@TempDir Path folder) throws Exception {
        List<PostgresDatabase> databases = List.of(PostgresDatabase.withRandomPasswords("agency"));
        String password = Secrets.random();
        int port = Ports.free();
        EmbeddedPostgresServer first = persistent(folder, port, password, databases);
        try (Connection owner = connect(first, "agency_owner", databases.get(0).ownerPassword())) {
            owner.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        first.process().destroyForcibly();

        try (EmbeddedPostgresServer second = persistent(folder, port, password, databases);
                Connection owner =
                        connect(second, "agency_owner", databases.get(0).ownerPassword())) {
            assertThat(ask(owner, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(second.process().pid()).isNotEqualTo(first.process().pid());
        }
    }

    private static EmbeddedPostgresServer persistent(
            Path folder, int port, String password, List<PostgresDatabase> databases) throws Exception {
        return EmbeddedPostgresServer.persistent(
                folder.resolve("data"), port, password, databases, folder.resolve("postgres.log"));
    }

    private static String appPassword(EmbeddedPostgresServer server) {
        return server.database("agency").appPassword();
    }

    private static Connection connect(EmbeddedPostgresServer server, String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("agency"), role, password);
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
