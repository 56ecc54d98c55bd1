package kcs.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kcs.local.EmbeddedKafkaBroker;
import kcs.local.EmbeddedPostgresServer;
import kcs.local.PostgresDatabase;

/**
 * A real PostgreSQL and a real broker for the tests of a module, on ports that happen to be free. Both start once and
 * end with the JVM.
 *
 * <p>The argument {@code database} names the database, and with it its two roles {@code <database>_owner} and
 * {@code <database>_app}; give the name it has in production.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {

    private static final Object ONCE = new Object();
    private static EmbeddedPostgresServer postgres;
    private static EmbeddedKafkaBroker broker;
    private static Map<String, String> signIn;

    private String database = "chassis";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        synchronized (ONCE) {
            if (postgres == null) {
                launch();
            }
        }
        PostgresDatabase roles = postgres.database(database);
        Map<String, String> settings = new HashMap<>(signIn);
        settings.putAll(Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(database),
                "quarkus.datasource.username", roles.app(),
                "quarkus.datasource.password", roles.appPassword(),
                "quarkus.flyway.username", roles.owner(),
                "quarkus.flyway.password", roles.ownerPassword(),
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "kcs.cursor-key", UUID.randomUUID() + "-" + UUID.randomUUID()));
        return settings;
    }

    private void launch() {
        try {
            postgres = EmbeddedPostgresServer.temporary(database);
            broker = EmbeddedKafkaBroker.temporary();
            signIn = SignInServer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-closer"));
        } catch (IOException failure) {
            throw new UncheckedIOException("the stack for tests does not start", failure);
        }
    }

    /** Nothing: the next test class uses the same. */
    @Override
    public void stop() {}
}
