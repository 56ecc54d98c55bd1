package kcs.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The whole suite, started by its own command on free ports and a data folder of its own. */
final class Suite implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COMMAND_MINUTES = 8;
    private static final int DEMONSTRATION_MINUTES = 25;

    private final Path root = root();
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String front;

    Suite(Path data) throws IOException {
        this.data = data;
        List<ServerSocket> held = new ArrayList<>();
        for (String name : List.of("", "_AGENCY", "_COLLABORATION", "_PROGRESS", "_KEYCLOAK", "_POSTGRES", "_KAFKA")) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
            held.add(socket);
            environment.put("KCS_PORT" + name, Integer.toString(socket.getLocalPort()));
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        environment.put("KCS_DATA", data.toString());
        front = "http://localhost:" + environment.get("KCS_PORT");
    }

    /** One that runs already in a data folder, where the ports of the environment say or the usual ones. */
    private Suite(Path data, String port) {
        this.data = data;
        environment.put("KCS_DATA", data.toString());
        front = "http://localhost:" + port;
    }

    static Suite running(Path data) {
        return new Suite(data, Optional.ofNullable(System.getenv("KCS_PORT")).orElse("8080"));
    }

    /** What a command answered: its exit code and all that it printed. */
    record Result(int code, String output) {}

    Result command(String name, String... arguments) {
        return run(COMMAND_MINUTES, name, arguments);
    }

    private Result run(int minutes, String name, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("deploy").resolve(name).toString()));
        command.addAll(List.of(arguments));
        Path output = data.resolveSibling(name + ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroy();
                return new Result(-1, "did not end: " + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Plays the demonstration in the suite's data folder and leaves it running, until it is ended. */
    Result demonstration() {
        environment.put("KCS_DEMO_DATA", environment.remove("KCS_DATA"));
        Result played = run(DEMONSTRATION_MINUTES, "demo");
        environment.put("KCS_DATA", data.toString());
        return played;
    }

    /** Ends the demonstration and removes its data. */
    void endDemonstration() {
        environment.remove("KCS_DATA");
        command("demo", "--clear");
    }

    String token(String... person) {
        Result result = command("token", person);
        if (result.code() != 0) {
            throw new IllegalStateException(result.output());
        }
        return result.output().strip();
    }

    /** Where everything is reached. */
    String front() {
        return front;
    }

    Browser browser() {
        return new Browser(front);
    }

    /** A demo person's password, from where the launcher keeps it. */
    String password(String user) {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("user." + user);
    }

    HttpResponse<String> get(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(front + path)).header("Accept-Language", "en");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** A file, in English. */
    byte[] file(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(front + path))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
        HttpResponse<byte[]> answer = send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    JsonNode json(String path, String token) {
        return parsed(get(path, token));
    }

    /** Moves a task as a person would: reads it, then asks for the change of what was read. */
    HttpResponse<String> move(String task, String to, String token) {
        return move(task, tag("/api/v1/tasks/" + task, token), to, "착수 회의에서 정함", token);
    }

    /** The version of what is at a path. */
    String tag(String path, String token) {
        return get(path, token).headers().firstValue("ETag").orElse("");
    }

    HttpResponse<String> move(String task, String tag, String to, String reason, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(front + "/api/v1/tasks/" + task + "/status-transitions"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header("If-Match", tag)
                .POST(HttpRequest.BodyPublishers.ofString(written(Map.of("to", to, "reason", reason))));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** A code that no plan and no agency has, also where the same demonstration is looked at again. */
    static String freshCode() {
        return "T"
                + Long.toString(System.nanoTime() / 1_000 % 1_000_000_000_000L, 36)
                        .toUpperCase(Locale.ROOT);
    }

    /** Calls what changes something, which must succeed; returns what is answered. */
    JsonNode change(String method, String path, Object body, String token) {
        HttpResponse<String> read =
                method.equals("POST") && !path.matches(".*/(status-transitions|reviews|submissions)")
                        ? null
                        : get(path.replaceFirst("/(status-transitions|reviews|submissions)$", ""), token);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(front + path))
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(written(body)));
        if (read != null) {
            read.headers().firstValue("ETag").ifPresent(tag -> request.header("If-Match", tag));
        }
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + " " + answer.statusCode() + " " + answer.body());
        }
        return parsed(answer);
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EventStream watch(String lastEventId) {
        return new EventStream(client, URI.create(front + "/api/v1/dashboard/stream"), lastEventId);
    }

    void kill(String service) {
        String jar = root.resolve(service)
                .resolve("target/quarkus-app/quarkus-run.jar")
                .toString();
        ProcessHandle victim = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(jar))
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(service + " does not run"));
        victim.destroyForcibly();
        victim.onExit().join();
    }

    @Override
    public void close() {
        command("reset", "--yes");
    }

    static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.statusCode() + " " + answer.body(), e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("deploy/up"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
