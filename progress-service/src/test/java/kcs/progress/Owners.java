package kcs.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import kcs.chassis.testing.EventContract;
import kcs.chassis.testing.Tokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Who owns plans, tasks and agencies, as far as this service knows them: they number their events, keep them, publish them,
 * and answer for them. And this service itself, as it would tell of its round: what it told stands in its {@link OwnOutbox}.
 */
public final class Owners {
    public static final ObjectMapper JSON = new ObjectMapper();

    /** An event as its owner keeps it. */
    public record Told(
            UUID id,
            String aggregate,
            long sequence,
            String type,
            String key,
            String subject,
            Instant time,
            JsonNode data) {
        String owner() {
            if (isOwn(type)) {
                return "progress";
            }
            return type.startsWith("agency.") ? "agency" : "collaboration";
        }

        static boolean isOwn(String type) {
            return type.equals("task.health-changed") || OWN_NOUNS.contains(type.substring(0, type.indexOf('.')));
        }

        String topic() {
            return "kcs." + owner() + ".v1";
        }
    }

    private static final Set<String> OWN_NOUNS = Set.of("cycle", "checkpoint", "extension");

    private static final EventContract CONTRACT = new EventContract();

    private static Owners instance;

    private final Map<String, List<Told>> histories = new TreeMap<>();
    private final OwnOutbox own = new OwnOutbox();
    private final Map<String, List<String>> addresses = new TreeMap<>();
    private final KafkaProducer<String, byte[]> producer;
    private volatile boolean away;
    private Instant time = Instant.EPOCH;
    private Instant from;

    /** One for all tests of a run: what was told stays told. */
    public static synchronized Owners get() {
        if (instance == null) {
            instance = new Owners();
        }
        return instance;
    }

    private Owners() {
        Map<String, Object> kafka = Map.of(
                "bootstrap.servers",
                setting("kafka.bootstrap.servers"),
                // A topic that was just made may refuse the first batch; none behind it is to be taken before it is
                // sent again.
                "max.in.flight.requests.per.connection",
                1);
        createTopics(kafka);
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        int port = URI.create(setting("kcs.peer.agency.url")).getPort();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            server.createContext("/", this::answer);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "owners");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static void createTopics(Map<String, Object> kafka) {
        for (String topic : List.of("kcs.agency.v1", "kcs.collaboration.v1", "kcs.progress.v1")) {
            try (Admin admin = Admin.create(kafka)) {
                admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1)))
                        .all()
                        .get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException(failure);
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Something happened, and is published. */
    public Told tell(String type, ObjectNode data) {
        Told told = keep(type, data);
        publish(told);
        return told;
    }

    /** Something happened, and its record never comes. */
    public synchronized Told keep(String type, ObjectNode data) {
        return keep(type, data, next());
    }

    /** Something happened at a time that the test says, and is published. */
    public Told tellAt(Instant at, String type, ObjectNode data) {
        Told told = keep(type, data, at);
        publish(told);
        return told;
    }

    private synchronized Told keep(String type, ObjectNode data, Instant at) {
        String noun = type.substring(0, type.indexOf('.'));
        String subject = data.required(noun).required("code").textValue();
        if (Told.isOwn(type)) {
            throw new IllegalArgumentException("this service tells of it: keepOwn");
        }
        List<Told> history = histories.computeIfAbsent(noun + "/" + subject, any -> new ArrayList<>());
        Told told = new Told(
                UUID.randomUUID(),
                noun + "/" + subject,
                history.size() + 1L,
                type,
                subject,
                subject,
                at,
                data.deepCopy());
        history.add(told);
        return told;
    }

    /**
     * Something happened in this service, and is published.
     *
     * @param key the code of the task, or the id of the cycle
     */
    public Told tellOwn(String type, String key, String subject, ObjectNode data) {
        Told told = keepOwn(type, key, subject, data);
        publish(told);
        return told;
    }

    /** Something happened in this service, and its record never comes. */
    public synchronized Told keepOwn(String type, String key, String subject, ObjectNode data) {
        CONTRACT.assertValid(type, data);
        return own.keep(type, key, subject, next(), data.deepCopy());
    }

    /** Publishes an event, once more or late. */
    public void publish(Told told) {
        producer.send(record(told, bytes(told.data())));
        producer.flush();
    }

    /** Publishes a record whose data nobody can read. */
    public void publishUnreadable(Told told) {
        producer.send(record(told, "{\"task\":".getBytes(StandardCharsets.UTF_8)));
        producer.flush();
    }

    /** Rewrites what an owner says of the newest event of an aggregate, so that a published event says otherwise. */
    public synchronized void plant(String aggregate, JsonNode data) {
        List<Told> history = histories.get(aggregate);
        Told last = history.remove(history.size() - 1);
        history.add(new Told(
                last.id(),
                aggregate,
                last.sequence(),
                last.type(),
                last.key(),
                last.subject(),
                last.time(),
                data.deepCopy()));
    }

    /** What this service has told itself. */
    public OwnOutbox own() {
        return own;
    }

    /** What an owner says of an aggregate, newest last. */
    public synchronized List<Told> history(String aggregate) {
        return List.copyOf(histories.getOrDefault(aggregate, List.of()));
    }

    /** Forgets what it told of an aggregate. */
    public synchronized List<Told> forget(String aggregate) {
        return histories.remove(aggregate);
    }

    public synchronized void remember(String aggregate, List<Told> history) {
        histories.put(aggregate, history);
    }

    /** Whom to write to at an agency; none is a contact with a telephone alone. */
    public synchronized void contacts(String agency, String... emails) {
        addresses.put(agency, List.of(emails));
    }

    private synchronized JsonNode agency(String code) {
        ObjectNode agency = JSON.createObjectNode().put("code", code);
        agency.putObject("name").put("ko", "기관 " + code).put("en", "Agency " + code);
        ArrayNode contacts = agency.putArray("contacts");
        contacts.addObject()
                .put("department", "기획과")
                .put("phone", "02-0000-0000")
                .putNull("email");
        addresses
                .getOrDefault(code, List.of())
                .forEach(email -> contacts.addObject()
                        .put("department", "점검팀")
                        .putNull("phone")
                        .put("email", email));
        return agency;
    }

    /** Whether it refuses to answer. */
    public void beAway(boolean refuse) {
        away = refuse;
    }

    private static ProducerRecord<String, byte[]> record(Told told, byte[] data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(told.topic(), told.key(), data);
        Map<String, String> headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                told.id().toString(),
                "ce_source",
                "/kcs/" + told.owner() + "-service",
                "ce_type",
                "kcs." + told.owner() + "." + told.type() + ".v1",
                "ce_subject",
                told.subject(),
                "ce_time",
                told.time().toString(),
                "ce_sequence",
                Long.toString(told.sequence()),
                "ce_sourceepoch",
                "1",
                "ce_partitionkey",
                told.key(),
                "content-type",
                "application/json");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        byte[] body = bytes(answer(uri));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private JsonNode answer(URI uri) {
        String[] path = uri.getPath().split("/");
        if (uri.getPath().equals("/token")) {
            return JSON.createObjectNode().put("access_token", Tokens.service()).put("expires_in", 300);
        }
        return path[2].equals("internal") ? events(path[1], parameters(uri)) : agency(path[path.length - 1]);
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private synchronized JsonNode events(String owner, Map<String, String> parameters) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        if (parameters.containsKey("latest")) {
            histories.values().stream()
                    .map(history -> history.get(history.size() - 1))
                    .filter(told -> told.owner().equals(owner))
                    .forEach(told -> items.add(item(told)));
        } else {
            long from = Long.parseLong(parameters.get("from"));
            histories.getOrDefault(parameters.get("aggregate"), List.of()).stream()
                    .filter(told -> told.sequence() >= from)
                    .forEach(told -> items.add(item(told)));
        }
        return page.putNull("next");
    }

    private static ObjectNode item(Told told) {
        return JSON.createObjectNode()
                .put("id", told.id().toString())
                .put("aggregate", told.aggregate())
                .put("epoch", 1)
                .put("sequence", told.sequence())
                .put("type", told.type())
                .put("subject", told.subject())
                .put("key", told.key())
                .put("time", told.time().toString())
                .set("data", told.data());
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Beyond the days to which tests move the service's clock: what an owner tells stays among the newest in the feed. */
    private static final Duration AHEAD = Duration.ofDays(3650);

    /** From now on owners tell of a past that begins then, until {@link #tellAhead}. */
    public synchronized void tellFrom(Instant past) {
        from = past;
    }

    /** Owners tell of days ahead again. */
    public synchronized void tellAhead() {
        from = null;
    }

    /** What is told now is the newest of all, however fast it is told. */
    private Instant next() {
        if (from != null) {
            from = from.plusMillis(1);
            return from;
        }
        Instant now = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.MILLIS);
        time = now.isAfter(time) ? now : time.plusMillis(1);
        return time;
    }
}
