package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the parts of the stack up, finds out how they are, takes them down. Starting is mending: what runs stays. */
final class Stack {
    private static final String PLAN = "KCS-2024";
    private static final int TASKS = 30;
    private static final int STEPS = 9;
    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final Duration CATALOGUE_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(12);
    private static final long NEEDED_BYTES = 500L << 20;

    private final Settings settings;
    private final Secrets secrets;
    private final Processes processes;
    private final PrintStream out;
    private volatile boolean ending;

    Stack(Settings settings, PrintStream out) {
        this.settings = settings;
        this.secrets = Secrets.in(settings.data());
        this.processes = new Processes(settings);
        this.out = out;
    }

    Optional<ProcessHandle> find(Part part) {
        return processes.find(part);
    }

    boolean anythingRuns() {
        return List.of(Part.values()).stream().anyMatch(part -> find(part).isPresent());
    }

    boolean isHealthy(Part part) {
        return switch (part) {
            case POSTGRES, KAFKA -> Ports.answers(settings.port(part));
            case KEYCLOAK -> Http.isOk(settings.url(part) + "/auth/health/ready");
            case AGENCY, COLLABORATION, PROGRESS -> Http.isOk(settings.url(part) + "/q/health/ready");
            case FRONT_DOOR -> Http.answers(settings.url(part) + "/problems");
        };
    }

    /** Starts whatever does not run or does not answer. */
    void up() throws IOException {
        refuseWhatCannotWork();
        bring(2, List.of(Part.POSTGRES));
        bring(3, List.of(Part.KAFKA));
        bring(4, List.of(Part.KEYCLOAK));
        new Identity(settings, secrets).createRealm();
        bring(5, Part.SERVICES);
        bring(8, List.of(Part.FRONT_DOOR));
    }

    void awaitCatalogue() throws IOException {
        say(STEPS, "the catalogue on the dashboard");
        long began = System.nanoTime();
        if (!Waiting.until(CATALOGUE_LIMIT, this::catalogueIsThere)) {
            throw new IOException("the dashboard does not show the " + TASKS + " tasks of " + PLAN + " after "
                    + CATALOGUE_LIMIT.toSeconds() + " s; see deploy/logs progress and deploy/logs collaboration\n"
                    + LogExcerpt.of(settings.log(Part.PROGRESS)));
        }
        done(began);
    }

    void down() throws IOException {
        ending = true;
        DemoFolder.in(settings.data()).ifPresent(folder -> new DemoClock(settings, folder).keep());
        end(List.of(Part.FRONT_DOOR));
        end(Part.SERVICES);
        end(List.of(Part.KEYCLOAK));
        end(List.of(Part.KAFKA));
        EmbeddedPostgresServer.end(settings.folder(Part.POSTGRES));
    }

    /** Ends all when nobody is left to hear of a failure but the terminal. */
    void downQuietly() {
        try {
            down();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    /** Ends a service and starts it again; returns the seconds from its start to its being ready. */
    double restart(Part service) throws IOException {
        end(List.of(service));
        long began = System.nanoTime();
        launch(service);
        awaitHealthy(service);
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean catalogueIsThere() {
        try {
            String body = Http.get(settings.url(Part.FRONT_DOOR) + "/api/v1/dashboard", null)
                    .body();
            JsonArray tasks = new JsonObject(body).getJsonArray("tasks", new JsonArray());
            return tasks.stream()
                            .map(JsonObject.class::cast)
                            .filter(task -> PLAN.equals(task.getString("plan")))
                            .count()
                    >= TASKS;
        } catch (IOException | io.vertx.core.json.DecodeException notYet) {
            return false;
        }
    }

    private void refuseWhatCannotWork() throws IOException {
        Folders.createPrivate(settings.data());
        long free = Files.getFileStore(settings.data()).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new Refusal("the disk of " + settings.data() + " has " + (free >> 20) + " MB left and "
                    + (NEEDED_BYTES >> 20) + " MB are needed; make room or set KCS_DATA to another disk");
        }
        for (Part part : Part.values()) {
            if (find(part).isEmpty()) {
                refuseTakenPort(part, settings.port(part), part.portSetting());
            }
        }
        if (find(Part.KAFKA).isEmpty()) {
            int controller = KafkaProcess.controllerPort(settings.port(Part.KAFKA));
            refuseTakenPort(Part.KAFKA, controller, Part.KAFKA.portSetting());
        }
    }

    private void refuseTakenPort(Part part, int port, String setting) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(Ports.HOST), port));
        } catch (java.net.BindException taken) {
            throw new Refusal("port " + port + ", wanted for " + part.title() + ", is in use; end what uses it (see: "
                    + "ss -ltnp 'sport = :" + port + "') or set " + setting + " to another port");
        }
    }

    /** Starts the parts side by side and waits until all answer. */
    private void bring(int step, List<Part> parts) throws IOException {
        long began = System.nanoTime();
        List<Part> started = new ArrayList<>();
        for (Part part : parts) {
            say(step + parts.indexOf(part), part.title());
            if (find(part).isPresent() && answersSoon(part)) {
                out.println(" runs");
            } else {
                out.println(started.isEmpty() && parts.size() == 1 ? firstTime(part) : " starting");
                launch(part);
                started.add(part);
            }
        }
        for (Part part : started) {
            awaitHealthy(part);
            out.printf("      %s answers after %.1f s%n", part.title(), (System.nanoTime() - began) / 1e9);
        }
    }

    private String firstTime(Part part) {
        boolean known = Files.exists(settings.folder(part));
        return known ? " starting" : " starting for the first time";
    }

    /** A part that was only just started, or is short of breath, is not taken for dead at once. */
    private boolean answersSoon(Part part) {
        return Waiting.until(Duration.ofSeconds(10), () -> isHealthy(part));
    }

    private void launch(Part part) throws IOException {
        if (ending) {
            throw new IOException("interrupted");
        }
        if (part == Part.POSTGRES) {
            launchPostgres();
            return;
        }
        end(List.of(part));
        if (part == Part.KEYCLOAK) {
            Folders.createPrivate(settings.log(part).getParent());
            KeycloakHome.build(settings);
        } else if (part.isService()) {
            ClassArchive.prepare(settings, part);
        }
        new Commands(settings, secrets).of(part).start(settings);
    }

    private void launchPostgres() throws IOException {
        List<PostgresDatabase> databases = new ArrayList<>();
        for (Part part : List.of(Part.AGENCY, Part.COLLABORATION, Part.PROGRESS, Part.KEYCLOAK)) {
            String name = part.database();
            databases.add(new PostgresDatabase(
                    name, secrets.get("postgres." + name + "_owner"), secrets.get("postgres." + name + "_app")));
        }
        Path log = settings.log(Part.POSTGRES);
        Folders.createPrivate(log.getParent());
        EmbeddedPostgresServer server = EmbeddedPostgresServer.persistent(
                settings.folder(Part.POSTGRES),
                settings.port(Part.POSTGRES),
                secrets.get("postgres.superuser"),
                databases,
                log);
        if (DemoFolder.in(settings.data()).isPresent()) {
            for (PostgresDatabase database : databases) {
                server.comment(database.name(), DemoFolder.DATABASE_MARK);
            }
        }
    }

    private void awaitHealthy(Part part) throws IOException {
        boolean healthy = Waiting.until(START_LIMIT, () -> find(part).isEmpty() || isHealthy(part));
        if (!healthy || find(part).isEmpty()) {
            String what =
                    healthy ? "ended while it started" : "does not answer after " + START_LIMIT.toSeconds() + " s";
            throw new IOException(part.title() + " " + what + "; see deploy/logs " + part.id() + "\n"
                    + LogExcerpt.of(settings.log(part)));
        }
    }

    private void end(List<Part> parts) throws IOException {
        List<ProcessHandle> ending =
                parts.stream().map(this::find).flatMap(Optional::stream).toList();
        ending.forEach(ProcessHandle::destroy);
        Waiting.until(STOP_LIMIT, () -> ending.stream().noneMatch(ProcessHandle::isAlive));
        ending.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        if (!Waiting.until(STOP_LIMIT, () -> ending.stream().noneMatch(ProcessHandle::isAlive))) {
            throw new IOException("some processes do not end: "
                    + ending.stream().filter(ProcessHandle::isAlive).toList());
        }
    }

    private void say(int step, String what) {
        out.printf("[%d/%d] %s", step, STEPS, what);
        out.flush();
    }

    private void done(long began) {
        out.printf(" (%.1f s)%n", (System.nanoTime() - began) / 1e9);
    }
}
