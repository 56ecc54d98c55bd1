package kcs.progress;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/**
 * A schema beside that of the service, brought from one version to the next as an installation that is there already is.
 *
 * @param locations of its migrations
 */
public record OlderSchema(String name, String... locations) {

    /** @param target the version to stop at */
    public void migrate(String target) {
        Config config = ConfigProvider.getConfig();
        Flyway.configure()
                .dataSource(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class))
                .schemas(name)
                .placeholders(Map.of("app", config.getValue("quarkus.datasource.username", String.class)))
                .locations(locations)
                .target(target)
                .load()
                .migrate();
    }

    /** Runs statements as the owner of the database. */
    public static void execute(String sql) throws SQLException {
        try (Connection owner = OwnOutbox.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as the owner of the database sees it. */
    public static String one(String sql) throws SQLException {
        try (Connection owner = OwnOutbox.connect();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
