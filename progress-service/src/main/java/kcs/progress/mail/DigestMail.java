package kcs.progress.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes a digest out, Korean first, and hands it to the mail server. */
@Singleton
class DigestMail {

    /** The texts; see {@code templates/DigestMail}. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native MailTemplateInstance digest(Digest digest);
    }

    private final MailSettings settings;
    private final Context eventLoop;

    DigestMail(MailSettings settings, Vertx vertx) {
        this.settings = settings;
        this.eventLoop = vertx.getOrCreateContext();
    }

    Outcome send(Digest digest, List<String> addresses) {
        // Answering machines leave what says this alone (RFC 3834).
        Mail mail =
                new Mail().setSubject(digest.subject()).setTo(addresses).addHeader("Auto-Submitted", "auto-generated");
        try {
            // Begun on another thread than its connection's, the client misses the greeting of a quick server now and
            // then, and waits for ever: two mails of a hundred here, none of a thousand on an event loop.
            Templates.digest(digest)
                    .mail(mail)
                    .send()
                    .runSubscriptionOn(work -> eventLoop.runOnContext(now -> work.run()))
                    .await()
                    .atMost(settings.timeout());
            return Outcome.SENT;
        } catch (RuntimeException failure) {
            return Outcome.of(failure);
        }
    }
}
