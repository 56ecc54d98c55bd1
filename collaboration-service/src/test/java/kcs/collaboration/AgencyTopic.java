package kcs.collaboration;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import kcs.collaboration.content.Catalogue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells of agencies as their owner does: records on its topic. */
final class AgencyTopic {
    private static final String TOPIC = "kcs.agency.v1";

    private AgencyTopic() {}

    static void tellAllOfTheCatalogue() {
        Set<String> codes = new TreeSet<>();
        Catalogue catalogue = Catalogue.read();
        codes.addAll(catalogue.agencies());
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                // A topic that was just made may refuse the first batch; none behind it is to be taken before it is
                // sent again.
                "max.in.flight.requests.per.connection",
                1);
        createTopic(settings);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            codes.forEach(code -> producer.send(record(code)));
            producer.flush();
        }
    }

    private static void createTopic(Map<String, Object> settings) {
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 12, (short) 1))).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(String code) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, code, data(code));
        Map<String, String> attributes = Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "/kcs/agency-service",
                "ce_type", "kcs.agency.agency.registered.v1",
                "ce_subject", code,
                "ce_time", "2024-06-20T00:00:00Z",
                "ce_sequence", "1",
                "ce_sourceepoch", "1",
                "ce_partitionkey", code,
                "content-type", "application/json");
        attributes.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static byte[] data(String code) {
        return """
                {"agency":{"code":"%s","names":[{"name":{"ko":"%s"}}],"type":"ADMINISTRATION","reports":true,
                "status":"ACTIVE","version":0}}""".formatted(code, code).getBytes(StandardCharsets.UTF_8);
    }
}
