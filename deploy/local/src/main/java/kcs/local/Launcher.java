package kcs.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kcs.local.book.ApiBook;

/** What the scripts in {@code deploy/} do. Ends with 0, 1 when something failed, 2 when asked wrongly. */
final class Launcher {
    private static final int FAILED = 1;
    private static final int ASKED_WRONGLY = 2;
    private static final int NOT_ALL_UP = 3;

    private final Settings settings;
    private final PrintStream out = System.out;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        int result;
        try {
            result = new Launcher(Settings.from(System.getenv())).run(List.of(arguments));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            result = ASKED_WRONGLY;
        } catch (IOException | java.io.UncheckedIOException e) {
            System.err.println(e.getMessage());
            result = FAILED;
        }
        System.exit(result);
    }

    private int run(List<String> arguments) throws IOException {
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "up" -> up(rest.contains("--detach"));
            case "down" -> down();
            case "status" -> status();
            case "token" -> token(rest);
            case "reset" -> reset();
            case "replay" -> replay(rest);
            case "verify-snapshots" -> verifySnapshots();
            case "log" -> log(rest);
            case "openapi" -> openApi();
            case "demo" -> new Demo(Settings.ofDemonstration(System.getenv()), settings, out).run(rest);
            default -> throw new Refusal("no command " + arguments.get(0));
        };
    }

    private int up(boolean detach) throws IOException {
        refuseDemonstration("start it with deploy/demo");
        Stack stack = new Stack(settings, out);
        Thread cleanup = new Thread(stack::downQuietly, "cleanup");
        boolean fresh = DataLock.during(settings.data(), () -> {
            boolean nothingRan = !stack.anythingRuns();
            if (nothingRan) {
                Runtime.getRuntime().addShutdownHook(cleanup);
            }
            stack.up();
            stack.awaitCatalogue();
            return nothingRan;
        });
        out.println();
        out.print(new Welcome(settings).text());
        if (fresh && !detach) {
            return attend(stack);
        }
        if (fresh) {
            Runtime.getRuntime().removeShutdownHook(cleanup);
        }
        return 0;
    }

    /** Stays until Ctrl-C, or until the stack was ended from elsewhere; says what ends by itself. */
    private int attend(Stack stack) {
        out.println("Ctrl-C ends all.");
        List<Part> missing = new ArrayList<>();
        while (missing.size() < Part.values().length) {
            Waiting.until(Duration.ofSeconds(2), () -> false);
            for (Part part : Part.values()) {
                boolean runs = stack.find(part).isPresent();
                if (!runs && !missing.contains(part)) {
                    out.println(part.title() + " has ended; deploy/up in another window starts it again");
                    missing.add(part);
                } else if (runs && missing.remove(part)) {
                    out.println(part.title() + " runs again");
                }
            }
        }
        return 0;
    }

    private int down() throws IOException {
        return DataLock.during(settings.data(), () -> {
            new Stack(settings, out).down();
            out.println("All parts have ended; the data stay in " + settings.data());
            return 0;
        });
    }

    private int status() {
        Stack stack = new Stack(settings, out);
        out.printf("%-22s %-14s %8s %8s  %s%n", "part", "state", "pid", "MB", "port");
        long total = 0;
        int down = 0;
        for (Part part : Part.values()) {
            Optional<ProcessHandle> process = stack.find(part);
            long memory = process.map(Processes::memory).orElse(0L);
            boolean healthy = process.isPresent() && stack.isHealthy(part);
            String state = process.isEmpty() ? "down" : healthy ? "up" : "unready";
            String pid = process.map(handle -> Long.toString(handle.pid())).orElse("-");
            out.printf("%-22s %-14s %8s %8d  %d%n", part.id(), state, pid, memory >> 20, settings.port(part));
            total += memory;
            down += healthy ? 0 : 1;
        }
        out.printf("%-22s %-14s %8s %8d%n", "all", "", "", total >> 20);
        return down == 0 ? 0 : NOT_ALL_UP;
    }

    private int token(List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new Refusal("usage: deploy/token ROLE [AGENCY] | deploy/token --machine AGENCY; the roles are "
                    + String.join(", ", Realm.people()));
        }
        Identity identity = identity();
        String second = arguments.size() == 2 ? arguments.get(1) : null;
        if (!arguments.get(0).equals("--machine")) {
            out.println(identity.personToken(arguments.get(0), second));
        } else if (second == null) {
            throw new Refusal("usage: deploy/token --machine AGENCY");
        } else {
            out.println(identity.machineToken(second));
        }
        return 0;
    }

    private Identity identity() {
        if (!Ports.answers(settings.port(Part.KEYCLOAK))) {
            throw new Refusal(
                    "Keycloak does not run on port " + settings.port(Part.KEYCLOAK) + "; start it: deploy/up");
        }
        return new Identity(settings, Secrets.in(settings.data()));
    }

    private int replay(List<String> arguments) throws IOException {
        Part service = arguments.stream()
                .findFirst()
                .flatMap(Part::named)
                .filter(Part::isService)
                .orElseThrow(() -> new Refusal("usage: deploy/replay SERVICE [AGGREGATE]; the services are "
                        + "agency, collaboration, progress"));
        String body = arguments.size() > 1
                ? new JsonObject().put("aggregate", arguments.get(1)).encode()
                : "{}";
        String token = identity().clientToken(Realm.OPERATOR);
        HttpResponse<String> answer = Http.postJson(settings.url(service) + "/internal/replays", token, body);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(service.id() + " refused: " + answer.statusCode() + " " + answer.body());
        }
        out.println(answer.body());
        return 0;
    }

    private int verifySnapshots() throws IOException {
        if (!Ports.answers(settings.port(Part.POSTGRES))) {
            throw new Refusal(
                    "PostgreSQL does not run on port " + settings.port(Part.POSTGRES) + "; start it: deploy/up");
        }
        try (Connection owner = OwnerConnection.to(Part.PROGRESS, settings, Secrets.in(settings.data()))) {
            SnapshotChain chain = new SnapshotChain(owner);
            List<String> findings = chain.findings();
            out.printf("%d snapshots with %d files: ", chain.snapshots(), chain.files());
            out.println(findings.isEmpty() ? "all are what they were" : findings.size() + " findings");
            findings.forEach(out::println);
            return findings.isEmpty() ? 0 : 1;
        } catch (SQLException failure) {
            throw new IOException("the snapshots cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** What is real and what is made up are never in one folder. */
    private void refuseDemonstration(String instead) {
        if (System.getenv().keySet().stream().anyMatch(name -> name.startsWith("KCS_DEMONSTRATION"))) {
            throw new Refusal("KCS_DEMONSTRATION is set, and the clock of real data cannot be moved; unset it."
                    + " deploy/demo starts a demonstration on data of its own");
        }
        if (DemoFolder.in(settings.data()).isPresent()) {
            throw new Refusal(settings.data() + " is a demonstration's folder; " + instead
                    + ", or set KCS_DATA to another folder");
        }
    }

    private int reset() throws IOException {
        refuseDemonstration("remove it with deploy/demo --clear");
        return DataLock.during(settings.data(), () -> {
            Stack stack = new Stack(settings, out);
            stack.down();
            for (Part part : Part.values()) {
                Folders.delete(settings.folder(part));
            }
            Folders.delete(settings.data().resolve("log"));
            Files.deleteIfExists(settings.data().resolve("secrets.properties"));
            out.println("All data of " + settings.data() + " are gone; deploy/up starts anew");
            return 0;
        });
    }

    /** Merges the services' documents as they are kept and makes the book of them: nothing has to run for it. */
    private int openApi() throws IOException {
        Path docs = settings.root().resolve("docs");
        Path merged = docs.resolve("openapi/openapi.json");
        JsonObject document = OpenApiMerge.ofKept(docs.resolve("openapi"));
        Files.writeString(merged, document.encodePrettily() + "\n");
        ApiBook.write(ApiBook.of(document, docs.resolve("problems")), docs.resolve("api"));
        out.println(merged);
        out.println(docs.resolve("api/index.html"));
        return 0;
    }

    /** Prints where a part's log is. */
    private int log(List<String> arguments) {
        Part part = arguments.stream()
                .findFirst()
                .flatMap(Part::named)
                .orElseThrow(() -> new Refusal("usage: deploy/logs PART [-f]; the parts are " + Part.ids()));
        Path log = settings.log(part);
        if (!Files.exists(log)) {
            throw new Refusal(part.id() + " has not said anything yet; start it: deploy/up");
        }
        out.println(log);
        return 0;
    }
}
