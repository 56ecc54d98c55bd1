package kcs.chassis.inbox;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * The schema of everything that is projected from events, and of nothing else: it can be dropped at any time and is then
 * made anew, empty, under a new generation, and filled from the first record of the topics.
 *
 * <p>Made by the owner's migrations {@code db/inbox} (this library) and {@code db/projection} (the service, versions from
 * 1); the service itself may only read and write its rows. Their placeholder {@code app} is the service's runtime role.
 */
@ApplicationScoped
public class ProjectionSchema {

    private static final Logger LOG = Logger.getLogger(ProjectionSchema.class);

    private final Optional<String> schema;
    private final DataSource dataSource;
    private final String url;
    private final String app;
    private final Optional<String> owner;
    private final Optional<String> ownerPassword;
    private final boolean used;

    ProjectionSchema(
            InboxConfig config,
            Instance<InboxHandler> handler,
            DataSource dataSource,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String app,
            @ConfigProperty(name = "quarkus.flyway.username") Optional<String> owner,
            @ConfigProperty(name = "quarkus.flyway.password") Optional<String> ownerPassword) {
        this.schema = config.schema();
        this.used = handler.isResolvable();
        this.dataSource = dataSource;
        this.url = url;
        this.app = app;
        this.owner = owner;
        this.ownerPassword = ownerPassword;
    }

    /** Before anything else of the service starts: its readers expect the tables. */
    void atStart(@Observes @Priority(1) StartupEvent started) {
        if (used) {
            create();
        }
    }

    /** The schema's name, to qualify tables with. */
    public String name() {
        return schema.filter(name -> name.matches("[a-z_]+"))
                .orElseThrow(() -> new IllegalStateException("kcs.inbox.schema must name the projection's schema"));
    }

    /** Makes the schema where it is missing and brings it up to date where it is not. */
    public synchronized void create() {
        Flyway flyway = Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(url, needed(owner), needed(ownerPassword))
                .schemas(name())
                .placeholders(Map.of("app", app))
                .locations("db/inbox", "db/projection")
                .load();
        int migrations = flyway.migrate().migrationsExecuted;
        if (migrations > 0) {
            LOG.infof("schema %s: %d migrations", name(), migrations);
        }
    }

    private static String needed(Optional<String> setting) {
        return setting.orElseThrow(() ->
                new IllegalStateException("quarkus.flyway.username and quarkus.flyway.password must be the owner's"));
    }

    /** Whether the schema is not there, or not wholly. */
    public boolean missing() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NULL")) {
            statement.setString(1, name() + ".generation");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot look for schema " + name(), failure);
        }
    }

    /** The number of this life of the schema; a cursor that carries another one is from before a rebuild. */
    public long generation() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT id FROM " + name() + ".generation");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the generation of " + name(), failure);
        }
    }
}
