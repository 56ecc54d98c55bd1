package kcs.local;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;

/** How long a change takes to be seen, and how long a record takes through Kafka alone, at a hundred a second. */
final class Latencies {
    private static final int PER_SECOND = 100;

    private final Settings settings;

    Latencies(Settings settings) {
        this.settings = settings;
    }

    /** Milliseconds, sorted. */
    record Sample(double[] millis) {
        double percentile(double share) {
            return millis.length == 0 ? Double.NaN : millis[(int) Math.min(millis.length - 1, millis.length * share)];
        }
    }

    /** From sending the change, so with all of the request in it, to reading its line of the stream. */
    Sample commitToStream(BenchTasks tasks, Duration duration) throws IOException {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        try (Socket stream = new Socket(Ports.HOST, settings.port(Part.PROGRESS))) {
            stream.setTcpNoDelay(true);
            stream.getOutputStream().write(RawConnection.get("/api/v1/dashboard/stream", "Accept: text/event-stream"));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8));
            AtomicBoolean open = new AtomicBoolean();
            Thread reader = new Thread(() -> read(lines, sent, millis, open), "stream");
            reader.setDaemon(true);
            reader.start();
            Waiting.until(Duration.ofSeconds(10), open::get);
            try (RawConnection connection = new RawConnection(settings.port(Part.COLLABORATION))) {
                pace(duration, i -> {
                    int task = i % BenchTasks.COUNT;
                    sent.put(BenchTasks.code(task), System.nanoTime());
                    tasks.swing(connection, task);
                });
            }
            Waiting.until(Duration.ofSeconds(5), sent::isEmpty);
        }
        if (!sent.isEmpty()) {
            throw new IOException(sent.size() + " changes were not seen on the stream");
        }
        return sorted(millis);
    }

    Sample kafkaAlone(Duration duration) throws IOException {
        String topic = "bench-" + System.nanoTime();
        String servers = Ports.HOST + ":" + settings.port(Part.KAFKA);
        Properties properties = new Properties();
        properties.putAll(Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", "0"));
        try (Admin admin = Admin.create(properties)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("no topic for the measurement", e);
        }
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicBoolean open = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        Thread reader = new Thread(() -> consume(servers, topic, millis, open, over), "consumer");
        reader.start();
        Waiting.until(Duration.ofSeconds(20), open::get);
        try (KafkaProducer<Long, Long> producer =
                new KafkaProducer<>(properties, new LongSerializer(), new LongSerializer())) {
            pace(duration, i -> producer.send(new ProducerRecord<>(topic, 0, (long) i, System.nanoTime())));
            producer.flush();
        }
        Waiting.until(Duration.ofSeconds(1), () -> false);
        over.set(true);
        return sorted(millis);
    }

    private interface Change {
        void make(int number) throws IOException;
    }

    private static void pace(Duration duration, Change change) throws IOException {
        long began = System.nanoTime();
        long step = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        for (int i = 0; i * step < duration.toNanos(); i++) {
            long wait = began + i * step - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            change.make(i);
        }
    }

    private static void read(BufferedReader lines, Map<String, Long> sent, Queue<Double> millis, AtomicBoolean open) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                open.set(open.get() || line.startsWith("event: hello") || line.startsWith("event:hello"));
                if (line.startsWith("data:") && line.contains("\"code\"")) {
                    long now = System.nanoTime();
                    String code = new JsonObject(line.substring("data:".length())).getString("code");
                    Long then = code == null ? null : sent.remove(code);
                    if (then != null) {
                        millis.add((now - then) / 1e6);
                    }
                }
            }
        } catch (IOException closed) {
            // The measurement is over.
        }
    }

    private static void consume(
            String servers, String topic, Queue<Double> millis, AtomicBoolean open, AtomicBoolean over) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", servers);
        try (KafkaConsumer<Long, Long> consumer =
                new KafkaConsumer<>(properties, new LongDeserializer(), new LongDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.poll(Duration.ofMillis(500));
            open.set(true);
            while (!over.get()) {
                for (ConsumerRecord<Long, Long> record : consumer.poll(Duration.ofMillis(200))) {
                    millis.add((System.nanoTime() - record.value()) / 1e6);
                }
            }
        }
    }

    private static Sample sorted(Queue<Double> millis) {
        double[] values = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(values);
        return new Sample(values);
    }
}
