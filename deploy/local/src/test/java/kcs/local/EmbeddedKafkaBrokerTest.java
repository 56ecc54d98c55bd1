package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaBrokerTest {

    @Test
    void keepsRecordsOverARestart(@TempDir Path folder) throws Exception {
        int port = Ports.free();
        int controllerPort = Ports.free();
        try (EmbeddedKafkaBroker broker = EmbeddedKafkaBroker.persistent(folder.resolve("k"), port, controllerPort)) {
            send(broker, "kept");
        }

        try (EmbeddedKafkaBroker broker = EmbeddedKafkaBroker.persistent(folder.resolve("k"), port, controllerPort)) {
            assertThat(firstValue(broker)).isEqualTo("kept");
        }
    }

    @Test
    void refusesASecondBrokerOnTheSameFolder(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("k");
        EmbeddedKafkaBroker first = EmbeddedKafkaBroker.persistent(data, Ports.free(), Ports.free());
        try (first) {
            assertThatThrownBy(() -> EmbeddedKafkaBroker.persistent(data, Ports.free(), Ports.free()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("another Kafka broker uses " + data);
        }
    }

    private static void send(EmbeddedKafkaBroker broker, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("things", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(clientOf(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("things", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static String firstValue(EmbeddedKafkaBroker broker) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(clientOf(broker), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("things", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(20));
            return records.iterator().next().value();
        }
    }

    private static Properties clientOf(EmbeddedKafkaBroker broker) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrapServers());
        return properties;
    }
}
