package kcs.local;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the suite is measured against: the database and the web server by themselves, on the same machine and data. */
final class References {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final String READ = """
            \\set n random(%d, %d)
            SELECT * FROM task WHERE code = 'BENCH-' || :n;
            """;
    private static final String CHANGE = """
            \\set n random(%d, %d)
            BEGIN;
            SELECT set_config('kcs.roles', 'planner', true), set_config('kcs.agency', '', true);
            SELECT * FROM task WHERE code = 'BENCH-' || :n FOR NO KEY UPDATE;
            UPDATE task SET status = CASE status WHEN 'ON_HOLD' THEN 'IN_PROGRESS' ELSE 'ON_HOLD' END,
                status_since = now(), version = version + 1, changed_at = now() WHERE code = 'BENCH-' || :n;
            INSERT INTO task_revision (id, task, version, at, actor, action, from_status, to_status, reason, changes, visibility)
                SELECT gen_random_uuid(), code, version, now(), 'bench', 'MOVED', 'IN_PROGRESS', status, 'bench', '{}', visibility
                FROM task WHERE code = 'BENCH-' || :n;
            WITH next AS (
                INSERT INTO outbox_sequence AS s (aggregate, last) VALUES ('bench/' || :n, 1)
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1
                RETURNING aggregate, last)
            INSERT INTO outbox (event_id, aggregate, epoch, sequence, key, type, subject, occurred_at, data, published_at)
                SELECT gen_random_uuid(), next.aggregate, (SELECT epoch FROM outbox_epoch), next.last, 'bench', 'bench',
                    'bench', now(), decode(repeat('ab', 1500), 'hex'), now() FROM next;
            COMMIT;
            """;

    private final Settings settings;
    private final Secrets secrets;
    private final Path folder;

    References(Settings settings, Secrets secrets, Path folder) {
        this.settings = settings;
        this.secrets = secrets;
        this.folder = folder;
    }

    static boolean isInstalled(String program) {
        for (String path : (System.getenv("PATH") + ":/usr/sbin").split(":")) {
            if (Files.isExecutable(Path.of(path, program))) {
                return true;
            }
        }
        return false;
    }

    OptionalDouble reads(Duration duration) throws IOException {
        return pgbench("collaboration", tasks(READ), duration);
    }

    OptionalDouble changes(Duration duration) throws IOException {
        return pgbench("collaboration", tasks(CHANGE), duration);
    }

    private static String tasks(String script) {
        return script.formatted(BenchTasks.FIRST, BenchTasks.FIRST + BenchTasks.COUNT - 1);
    }

    /** Files the checkpoints of one agency and period, over and over. */
    OptionalDouble submissions(BenchRound round, Duration duration) throws IOException {
        return pgbench("progress", round.script(), duration);
    }

    /** Asks what a report asks, over and over. */
    OptionalDouble progress(String script, Duration duration) throws IOException {
        return pgbench("progress", script, duration);
    }

    /** Serves the same bytes from nginx where it is installed, else from a bare Vert.x; returns who served. */
    Served serve(byte[] bytes, int port) throws IOException {
        return isInstalled("nginx") ? nginx(bytes, port) : bareVertx(bytes, port);
    }

    /** Who serves the bytes, until it is closed. */
    record Served(String by, Closeable server) implements Closeable {
        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private OptionalDouble pgbench(String database, String script, Duration duration) throws IOException {
        if (!isInstalled("pgbench")) {
            return OptionalDouble.empty();
        }
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        List<String> command = new ArrayList<>(
                List.of("pgbench", "-n", "-M", "prepared", "-c", Integer.toString(Load.CONNECTIONS), "-j", "2", "-T"));
        command.addAll(List.of(Long.toString(duration.toSeconds()), "-f", file.toString(), "-h", Ports.HOST));
        command.addAll(List.of("-p", Integer.toString(settings.port(Part.POSTGRES)), "-U", database + "_app"));
        command.add(database);
        Path output = folder.resolve("pgbench.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PGPASSWORD", secrets.get("postgres." + database + "_app"));
        // As the services' own connections have it.
        builder.environment().put("PGOPTIONS", "-c plan_cache_mode=force_generic_plan");
        finish(builder.start(), duration.plusSeconds(60));
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Matcher matcher = TPS.matcher(said);
        if (!matcher.find()) {
            throw new IOException("pgbench said: " + said);
        }
        return OptionalDouble.of(Double.parseDouble(matcher.group(1)));
    }

    private Served nginx(byte[] bytes, int port) throws IOException {
        Path root = Files.createDirectories(folder.resolve("nginx/html"));
        Files.write(root.resolve("dashboard"), bytes);
        Path configuration =
                Files.writeString(folder.resolve("nginx/nginx.conf"), """
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                daemon off;
                events { worker_connections 256; }
                http {
                  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
                  open_file_cache max=10; default_type application/json;
                  client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
                  uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                  server { listen 127.0.0.1:%2$d; root %1$s/html; }
                }
                """.formatted(folder.resolve("nginx"), port));
        // Its workers give up root, and have to read what lies in a folder for one user alone.
        List<String> command = new ArrayList<>(List.of("nginx", "-c", configuration.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-g", "user root;"));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.txt").toFile())
                .start();
        if (!Waiting.until(Duration.ofSeconds(10), () -> Ports.answers(port))) {
            process.destroy();
            throw new IOException("nginx did not start; see " + folder.resolve("nginx.txt"));
        }
        return new Served("nginx, the same bytes from a file", () -> {
            process.destroy();
            finish(process, Duration.ofSeconds(10));
        });
    }

    private static Served bareVertx(byte[] bytes, int port) {
        Vertx vertx = Vertx.vertx();
        Buffer body = Buffer.buffer(bytes);
        vertx.createHttpServer()
                .requestHandler(request -> request.response().end(body))
                .listen(port, Ports.HOST);
        Waiting.until(Duration.ofSeconds(10), () -> Ports.answers(port));
        return new Served("bare Vert.x, the same bytes (nginx is not installed)", vertx::close);
    }

    /** Waits for a process, and ends it when it takes longer. */
    static void finish(Process process, Duration limit) throws IOException {
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
