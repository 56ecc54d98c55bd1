package kcs.chassis.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kcs.chassis.leadership.DirectConnections;
import kcs.local.EmbeddedKafkaBroker;
import kcs.local.EmbeddedPostgresServer;
import kcs.local.PostgresDatabase;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL and a broker that a test may break, with an outbox and relays put together by hand. */
final class RelayStack implements AutoCloseable {

    private static final String DATABASE = "relay";

    private final EmbeddedPostgresServer postgres;
    private final PostgresDatabase roles;
    private final Path brokerFolder;
    private final int brokerPort;
    private final int controllerPort;
    private final RelaySignal signal = new RelaySignal();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final OutboxMetrics metrics = new OutboxMetrics(meters, Clock.systemUTC());
    private EmbeddedKafkaBroker broker;

    private RelayStack(EmbeddedPostgresServer postgres, Path folder) throws IOException {
        this.postgres = postgres;
        this.roles = postgres.database(DATABASE);
        this.brokerFolder = folder;
        this.brokerPort = freePort();
        this.controllerPort = freePort();
    }

    /** @param folder for the broker's records, which outlive the broker */
    static RelayStack start(Path folder) throws IOException {
        RelayStack stack = new RelayStack(EmbeddedPostgresServer.temporary(DATABASE), folder);
        Flyway.configure()
                .dataSource(stack.postgres.jdbcUrl(DATABASE), stack.roles.owner(), stack.roles.ownerPassword())
                .placeholders(Map.of("app", stack.roles.app()))
                .locations("db/chassis")
                .load()
                .migrate();
        stack.startBroker();
        return stack;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void startBroker() throws IOException {
        broker = EmbeddedKafkaBroker.persistent(brokerFolder, brokerPort, controllerPort);
    }

    void stopBroker() {
        broker.close();
        broker = null;
    }

    OutboxRelay relay() {
        return new OutboxRelay(new Relays(), kafka(), connections(), signal, metrics);
    }

    EventPublisher publisher() {
        return new EventPublisher(new Relays(), kafka());
    }

    RelaySignal signal() {
        return signal;
    }

    double waitingGauge() {
        return meters.get("kcs.outbox.waiting").gauge().value();
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + brokerPort);
    }

    DirectConnections connections() {
        return new DirectConnections(postgres.jdbcUrl(DATABASE), roles.app(), roles.appPassword());
    }

    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(DATABASE));
        source.setUser(roles.app());
        source.setPassword(roles.appPassword());
        return source;
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), roles.owner(), roles.ownerPassword());
    }

    /** Appends events to one aggregate, each of them a transaction by itself. */
    void append(String subject, int events) {
        Outbox outbox = new Outbox(dataSource(), new ObjectMapper(), Clock.systemUTC(), new EndsAtOnce(), signal);
        outbox.append(new ArrayList<>(Collections.nCopies(events, Events.note(subject, "text"))));
    }

    String idOf(String aggregate, long sequence) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT event_id FROM outbox WHERE aggregate = ? AND sequence = ?")) {
            select.setString(1, aggregate);
            select.setLong(2, sequence);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Ends the sessions of this name, as a fallen network or an operator would. */
    void terminate(String session) throws SQLException {
        for (long backend : backends(session)) {
            try (Connection superuser = postgres.connectAsSuperuser(DATABASE);
                    PreparedStatement terminate = superuser.prepareStatement("SELECT pg_terminate_backend(?, 5000)")) {
                terminate.setInt(1, (int) backend);
                terminate.execute();
            }
        }
    }

    /** Sends a signal to the server processes behind the sessions of this name. */
    void signal(String session, String name) throws SQLException, IOException, InterruptedException {
        for (long backend : backends(session)) {
            new ProcessBuilder("kill", "-" + name, Long.toString(backend))
                    .start()
                    .waitFor();
        }
    }

    private List<Long> backends(String session) throws SQLException {
        try (Connection superuser = postgres.connectAsSuperuser(DATABASE);
                PreparedStatement select =
                        superuser.prepareStatement("SELECT pid FROM pg_stat_activity WHERE application_name = ?")) {
            select.setString(1, session);
            List<Long> backends = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    backends.add(rows.getLong(1));
                }
            }
            return backends;
        }
    }

    @Override
    public void close() {
        broker.close();
        postgres.close();
    }

    /** What a service would configure. */
    private record Relays(String service, int partitions, short replication, Duration poll) implements EventsConfig {
        Relays() {
            this("relay", 12, (short) 1, Duration.ofMillis(200));
        }
    }

    /** Stands for a transaction that commits with the statement. */
    private static final class EndsAtOnce implements TransactionSynchronizationRegistry {

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            synchronization.afterCompletion(Status.STATUS_COMMITTED);
        }

        @Override
        public Object getResource(Object key) {
            return null;
        }

        @Override
        public void putResource(Object key, Object value) {}

        @Override
        public Object getTransactionKey() {
            return this;
        }

        @Override
        public int getTransactionStatus() {
            return Status.STATUS_ACTIVE;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }
    }
}
