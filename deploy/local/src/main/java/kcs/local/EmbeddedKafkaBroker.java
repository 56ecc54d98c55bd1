package kcs.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker, its own controller, in this JVM and on the loopback interface. Topics are never created by
 * themselves. With a data folder of its own the records stay.
 */
public final class EmbeddedKafkaBroker implements AutoCloseable {
    private static final int NODE = 1;

    private final int port;
    private final Path folder;
    private final boolean temporary;
    private final FileChannel lockFile;
    private final KafkaRaftServer server;

    private EmbeddedKafkaBroker(
            int port, Path folder, boolean temporary, FileChannel lockFile, KafkaRaftServer server) {
        this.port = port;
        this.folder = folder;
        this.temporary = temporary;
        this.lockFile = lockFile;
        this.server = server;
    }

    /** Starts a broker on a free port in a folder that is deleted when the broker is closed. */
    public static EmbeddedKafkaBroker temporary() throws IOException {
        return start(Files.createTempDirectory("kcs-kafka-"), Ports.free(), Ports.free(), true);
    }

    /**
     * Starts a broker that keeps its records.
     *
     * @param folder the data folder, laid out at the first start
     * @throws IOException when another broker uses the folder: two on one folder would corrupt it
     */
    public static EmbeddedKafkaBroker persistent(Path folder, int port, int controllerPort) throws IOException {
        return start(folder, port, controllerPort, false);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
            lockFile.close();
            if (temporary) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the broker's folder could not be left", e);
        }
    }

    /** Waits until the broker ends by itself or is closed. */
    void awaitEnd() {
        server.awaitShutdown();
    }

    private static EmbeddedKafkaBroker start(Path folder, int port, int controllerPort, boolean temporary)
            throws IOException {
        Folders.createPrivate(folder);
        FileChannel lockFile = lock(folder);
        Map<String, Object> settings = settings(folder.resolve("log"), port, controllerPort, temporary);
        format(folder.resolve("log"));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(asProperties(settings)), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafkaBroker(port, folder, temporary, lockFile, server);
    }

    private static java.util.Properties asProperties(Map<String, Object> settings) {
        java.util.Properties properties = new java.util.Properties();
        properties.putAll(settings);
        return properties;
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // Said below, as for another process.
        }
        channel.close();
        throw new IOException("another Kafka broker uses " + folder);
    }

    private static void format(Path log) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                .setClusterId(clusterId(log))
                .setNodeId(NODE)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(log.toString())
                .addDirectory(log.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (Exception e) { // Formatter.run declares nothing narrower
            throw new IOException("Kafka's folder could not be laid out: " + said, e);
        }
    }

    private static String clusterId(Path log) throws IOException {
        Path properties = log.resolve("meta.properties");
        if (!Files.exists(properties)) {
            return Uuid.randomUuid().toString();
        }
        return Files.readAllLines(properties).stream()
                .filter(line -> line.startsWith("cluster.id="))
                .map(line -> line.substring("cluster.id=".length()))
                .findFirst()
                .orElseThrow(() -> new IOException(properties + " names no cluster"));
    }

    private static Map<String, Object> settings(Path log, int port, int controllerPort, boolean temporary) {
        String broker = "BROKER://" + Ports.HOST + ":" + port;
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@" + Ports.HOST + ":" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("listeners", broker + ",CONTROLLER://" + Ports.HOST + ":" + controllerPort);
        settings.put("advertised.listeners", broker);
        settings.put("log.dirs", log.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.retention.ms", "-1");
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        // One broker on one machine: nothing to replicate to, nobody to wait for.
        settings.put("num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The broker that was killed is forgotten after this long; with the defaults a restart takes 14 s. One that
        // ends with its tests is not restarted, but may share its machine with much else and must not be given up.
        settings.put("broker.session.timeout.ms", temporary ? "60000" : "1500");
        settings.put("broker.heartbeat.interval.ms", "300");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.put("log.cleaner.threads", "1");
        return settings;
    }
}
