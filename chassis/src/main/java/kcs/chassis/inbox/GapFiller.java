package kcs.chassis.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kcs.chassis.leadership.DirectConnections;
import kcs.chassis.leadership.LeaderThread;
import org.jboss.logging.Logger;

/** Fetches from their owner the events that never came. On a thread of its own: a slow owner holds up no consumer. */
@Singleton
class GapFiller {

    private static final Logger LOG = Logger.getLogger(GapFiller.class);
    private static final int AT_ONCE = 100;

    private final Inbox inbox;
    private final PeerEvents peers;
    private final InboxSignal found;
    private final InboxConfig config;
    private final Instance<InboxHandler> handler;
    private final LeaderThread thread;

    GapFiller(
            Inbox inbox,
            PeerEvents peers,
            InboxSignal found,
            InboxConfig config,
            Instance<InboxHandler> handler,
            DirectConnections connections) {
        this.inbox = inbox;
        this.peers = peers;
        this.found = found;
        this.config = config;
        this.handler = handler;
        this.thread = new LeaderThread("kcs-inbox-gaps", connections, this::lead);
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
        while (!thread.stopped()) {
            Set<String> silent = new HashSet<>();
            for (InboxTables.Gap gap : inbox.openGaps(AT_ONCE)) {
                if (!silent.contains(gap.of().topic()) && !fill(gap)) {
                    silent.add(gap.of().topic());
                }
            }
            thread.healthy();
            found.await(config.gapRetry());
        }
    }

    /** Returns whether the owner answered; where it does not, its other gaps need not wait for it, too. */
    private boolean fill(InboxTables.Gap gap) throws InterruptedException {
        try {
            List<InboxEvent> history = peers.history(gap.of().topic(), gap.of().aggregate(), gap.from(), gap.to());
            inbox.fill(gap, history);
            LOG.infof("filled %s %d to %d", gap.of().aggregate(), gap.from(), gap.to());
        } catch (IOException away) {
            LOG.warnf("%s %d to %d cannot be fetched: %s", gap.of().aggregate(), gap.from(), gap.to(), away);
            inbox.keep(gap, away.toString());
            return false;
        } catch (RuntimeException failure) {
            if (!Failures.liesInTheRecord(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "%s %d to %d cannot be applied", gap.of().aggregate(), gap.from(), gap.to());
            inbox.keep(gap, failure.toString());
        }
        return true;
    }
}
