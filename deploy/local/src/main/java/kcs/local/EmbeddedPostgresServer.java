package kcs.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL of its own on the loopback interface, durable ({@code fsync} and {@code synchronous_commit} on).
 * With a data folder of its own the data stay; the server is a process that outlives this one unless it is closed.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final int port;
    private final Path folder;
    private final String superuserPassword;
    private final List<PostgresDatabase> databases;
    private final boolean temporary;
    private final ProcessHandle process;
    private final Thread closer = new Thread(this::stop, "postgres-closer");

    private EmbeddedPostgresServer(
            int port,
            Path folder,
            String superuserPassword,
            List<PostgresDatabase> databases,
            boolean temporary,
            ProcessHandle process) {
        this.port = port;
        this.folder = folder;
        this.superuserPassword = superuserPassword;
        this.databases = databases;
        this.temporary = temporary;
        this.process = process;
    }

    /**
     * Starts a server on a free port in a folder that is deleted when the server is closed or this process ends.
     *
     * @param databases their names
     */
    public static EmbeddedPostgresServer temporary(String... databases) throws IOException {
        Path folder = Files.createTempDirectory("kcs-postgres-data-");
        List<PostgresDatabase> created = new ArrayList<>();
        for (String database : databases) {
            created.add(PostgresDatabase.withRandomPasswords(database));
        }
        EmbeddedPostgresServer server =
                start(folder.resolve("data"), Ports.free(), Secrets.random(), created, folder.resolve("log"), true);
        Runtime.getRuntime().addShutdownHook(server.closer);
        return server;
    }

    /**
     * Starts a server that goes on when this process ends, after ending one that was left behind on this folder.
     *
     * @param folder the data folder, created at the first start
     * @param superuserPassword that of the first start
     * @param databases created where they are missing; the passwords of their roles are set to those given
     * @param log where the server's own messages are appended
     * @throws IOException when it does not start; the message says what to look at
     */
    public static EmbeddedPostgresServer persistent(
            Path folder, int port, String superuserPassword, List<PostgresDatabase> databases, Path log)
            throws IOException {
        return start(folder, port, superuserPassword, databases, log, false);
    }

    /** Returns the server process that runs on this data folder, if there is one. */
    public static Optional<ProcessHandle> running(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = Long.parseLong(lines.get(0).strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Ends the server on this data folder: rolls open transactions back, writes a checkpoint. */
    public static void end(Path folder) throws IOException {
        Optional<ProcessHandle> server = running(folder);
        if (server.isPresent()) {
            end(server.get());
        }
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return process;
    }

    public List<PostgresDatabase> databases() {
        return databases;
    }

    public PostgresDatabase database(String name) {
        return databases.stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no database " + name));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + port + "/" + database;
    }

    /** Connects as the superuser, whom the services never see. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, superuserPassword);
    }

    /** Writes a comment beside a database, for everyone to read who may connect to it. */
    public void comment(String database, String comment) throws IOException {
        try (Connection connection = connectAsSuperuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute("COMMENT ON DATABASE " + database + " IS '" + comment.replace("'", "''") + "'");
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused a comment on " + database + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            try {
                Runtime.getRuntime().removeShutdownHook(closer);
            } catch (IllegalStateException alreadyShuttingDown) {
                return;
            }
        }
        stop();
    }

    private void stop() {
        try {
            end(process);
            if (temporary) {
                Folders.delete(folder.getParent());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("PostgreSQL did not end cleanly", e);
        }
    }

    private static EmbeddedPostgresServer start(
            Path folder,
            int port,
            String superuserPassword,
            List<PostgresDatabase> databases,
            Path log,
            boolean temporary)
            throws IOException {
        Path home = PostgresBinaries.unpacked();
        end(folder);
        // A pid file that names a process of another kind is of a machine that was switched off.
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise(home, folder, superuserPassword, log);
        }
        ProcessHandle process = launch(home, folder, port, log);
        EmbeddedPostgresServer server =
                new EmbeddedPostgresServer(port, folder, superuserPassword, databases, temporary, process);
        server.awaitReady(log);
        try {
            server.createDatabases();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused to set up its databases: " + e.getMessage(), e);
        }
        return server;
    }

    /** Into a folder beside, moved when complete: whoever is killed meanwhile leaves no half database behind. */
    private static void initialise(Path home, Path folder, String superuserPassword, Path log) throws IOException {
        Path half = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(half);
        Folders.createPrivate(folder.toAbsolutePath().getParent());
        Path passwordFile = Files.createTempFile(folder.toAbsolutePath().getParent(), "pw", "");
        try {
            Files.writeString(passwordFile, superuserPassword);
            List<String> command = asOrdinaryUser();
            command.addAll(List.of(
                    home.resolve("bin/initdb").toString(),
                    "--pgdata=" + half,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions"));
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!exited(initdb)) {
                throw new IOException("PostgreSQL could not lay out its data folder; see " + log);
            }
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static ProcessHandle launch(Path home, Path folder, int port, Path log) throws IOException {
        List<String> command = OwnSession.prefix();
        command.addAll(asOrdinaryUser());
        command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", folder.toString()));
        for (String setting : List.of(
                "port=" + port,
                "listen_addresses=" + Ports.HOST,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=150",
                "shared_buffers=64MB",
                "max_wal_size=512MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=off")) {
            command.addAll(List.of("-c", setting));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.start().toHandle();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular. */
    private static List<String> asOrdinaryUser() {
        List<String> prefix = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            prefix.addAll(List.of("unshare", "-U"));
        }
        return prefix;
    }

    private void awaitReady(Path log) throws IOException {
        boolean ready = Waiting.until(START_LIMIT, () -> !process.isAlive() || accepts());
        if (!ready || !process.isAlive()) {
            throw new IOException("PostgreSQL did not start on port " + port + "; see " + log);
        }
    }

    private boolean accepts() {
        if (!Ports.answers(port)) {
            return false;
        }
        try (Connection connection = connectAsSuperuser(SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void createDatabases() throws SQLException {
        try (Connection connection = connectAsSuperuser(SUPERUSER)) {
            for (PostgresDatabase database : databases) {
                createRole(connection, database.owner(), database.ownerPassword());
                createRole(connection, database.app(), database.appPassword());
                createDatabase(connection, database);
            }
        }
        for (PostgresDatabase database : databases) {
            try (Connection connection = connectAsSuperuser(database.name());
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER SCHEMA public OWNER TO " + database.owner());
                statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
                statement.execute("GRANT USAGE ON SCHEMA public TO " + database.app());
            }
        }
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        String attributes = " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '"
                + password.replace("'", "''") + "'";
        boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role);
        try (Statement statement = connection.createStatement()) {
            statement.execute((known ? "ALTER ROLE " : "CREATE ROLE ") + role + attributes);
        }
    }

    private static void createDatabase(Connection connection, PostgresDatabase database) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
                statement.execute("CREATE DATABASE " + database.name() + " OWNER " + database.owner());
            }
            statement.execute("REVOKE ALL ON DATABASE " + database.name() + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + database.name() + " TO " + database.app());
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave. */
    private static void end(ProcessHandle server) throws IOException {
        if (!server.isAlive()) {
            return;
        }
        exited(new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start());
        if (!Waiting.until(STOP_LIMIT, () -> !server.isAlive())) {
            server.destroyForcibly();
            if (!Waiting.until(STOP_LIMIT, () -> !server.isAlive())) {
                throw new IOException("PostgreSQL (pid " + server.pid() + ") does not end");
            }
        }
    }

    private static boolean exited(Process process) throws IOException {
        try {
            return process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
