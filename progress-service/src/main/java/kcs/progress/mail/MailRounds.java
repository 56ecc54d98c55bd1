package kcs.progress.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.leadership.DirectConnections;
import kcs.chassis.leadership.LeaderThread;
import org.jboss.logging.Logger;

/** Has one replica send the mails, on a thread of its own: a slow mail server holds up no job of the day. */
@Singleton
class MailRounds {
    private static final Logger LOG = Logger.getLogger(MailRounds.class);
    private static final Caller ACTOR = Caller.system("mail");

    private final Postman postman;
    private final CurrentCaller current;
    private final MailSettings settings;
    private final LeaderThread thread;

    MailRounds(Postman postman, CurrentCaller current, MailSettings settings, DirectConnections connections) {
        this.postman = postman;
        this.current = current;
        this.settings = settings;
        this.thread = new LeaderThread("kcs-mail", connections, this::lead);
    }

    void start(@Observes StartupEvent started) {
        if (settings.enabled()) {
            thread.start();
        } else {
            LOG.info("reminders are not sent by mail: kcs.mail.enabled is not set");
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (settings.enabled()) {
            thread.stop();
        }
    }

    private void lead(Connection lock) throws SQLException, InterruptedException {
        while (!thread.stopped()) {
            if (!lock.isValid(1)) {
                throw new SQLException("the session that holds the lock is gone");
            }
            current.as(ACTOR, this::round);
            thread.healthy();
            thread.pause(settings.check());
        }
    }

    private Void round() {
        try {
            postman.round();
        } catch (InterruptedException interrupted) {
            // Only stop() interrupts; the loop's condition knows.
            LOG.debug("the mails' thread is interrupted");
        }
        return null;
    }
}
