package kcs.progress.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
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

    DigestMail(MailSettings settings) {
        this.settings = settings;
    }

    Outcome send(Digest digest, List<String> addresses) {
        // Answering machines leave what says this alone (RFC 3834).
        Mail mail =
                new Mail().setSubject(digest.subject()).setTo(addresses).addHeader("Auto-Submitted", "auto-generated");
        try {
            Templates.digest(digest).mail(mail).send().await().atMost(settings.timeout());
            return Outcome.SENT;
        } catch (RuntimeException failure) {
            return Outcome.of(failure);
        }
    }
}
