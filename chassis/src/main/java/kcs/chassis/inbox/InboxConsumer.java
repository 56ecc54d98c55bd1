package kcs.chassis.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import kcs.chassis.leadership.DirectConnections;
import kcs.chassis.leadership.LeaderThread;
import org.jboss.logging.Logger;

/**
 * Consumes the handler's topics: one replica at a time, from the offsets in its own database. Whatever fails, it begins
 * again from there; the service never depends on it.
 */
@Singleton
class InboxConsumer {

    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);

    private final InboxConfig config;
    private final Map<String, Object> kafka;
    private final Instance<InboxHandler> handler;
    private final Inbox inbox;
    private final ProjectionSchema schema;
    private final InboxMetrics metrics;
    private final LeaderThread thread;

    InboxConsumer(
            InboxConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Instance<InboxHandler> handler,
            Inbox inbox,
            ProjectionSchema schema,
            InboxMetrics metrics,
            DirectConnections connections) {
        this.config = config;
        this.kafka = kafka;
        this.handler = handler;
        this.inbox = inbox;
        this.schema = schema;
        this.metrics = metrics;
        this.thread = new LeaderThread("kcs-inbox", connections, this::lead);
    }

    void start(@Observes StartupEvent started) {
        if (handler.isResolvable()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.stop();
    }

    private void lead(Connection lock) throws SQLException, InterruptedException {
        try (TopicReader topics = new TopicReader(handler.get().topics(), kafka, config.batch(), inbox)) {
            long nextCheck = System.nanoTime();
            while (!thread.stopped()) {
                if (System.nanoTime() - nextCheck >= 0) {
                    metrics.count(lock);
                    topics.assign();
                    nextCheck = System.nanoTime() + config.check().toNanos();
                }
                if (topics.assigned()) {
                    topics.takeNext();
                    metrics.lag(topics.lag());
                } else {
                    thread.pause(config.check());
                }
                thread.healthy();
            }
        } catch (SQLException | RuntimeException failure) {
            if (Failures.isMissingTable(failure) && schema.missing()) {
                LOG.warnf("schema %s is gone: it is made anew and filled from the topics", schema.name());
                schema.create();
                inbox.tell(0);
            }
            throw failure;
        }
    }
}
