package kcs.progress.mail;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import kcs.chassis.time.Seoul;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what is to be sent, one mail after the other. A claim is committed before the server is spoken to and settled
 * after it: a crash between the two may cost a mail, but sends none twice.
 */
@Singleton
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final Mails mails;
    private final Recipients recipients;
    private final DigestMail mail;
    private final MailSettings settings;
    private final MailMetrics metrics;
    private final Clock clock;
    private final String publicUrl;
    private int unanswered;
    private Instant silentUntil = Instant.MIN;

    Postman(
            Mails mails,
            Recipients recipients,
            DigestMail mail,
            MailSettings settings,
            MailMetrics metrics,
            Clock clock,
            @ConfigProperty(name = "kcs.public-url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.mails = mails;
        this.recipients = recipients;
        this.mail = mail;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /**
     * Goes round once. A server that leaves a mail unanswered is left alone for a while, or every mail would become
     * uncertain one after the other.
     */
    synchronized void round() throws InterruptedException {
        for (String lost : mails.abandonLost()) {
            LOG.errorf("nobody knows whether the mail to %s was sent; it is not sent again by itself", lost);
        }
        LocalDate today = Seoul.today(clock);
        if (!LocalTime.ofInstant(clock.instant(), Seoul.ZONE).isBefore(settings.notBefore())) {
            for (String agency : mails.due(today)) {
                if (!clock.instant().isBefore(silentUntil)) {
                    deliver(agency, today);
                }
            }
        }
        metrics.seen(mails.counts());
    }

    private void deliver(String agency, LocalDate today) throws InterruptedException {
        Recipient recipient = null;
        String unknown = null;
        try {
            recipient = recipients.of(agency);
        } catch (IOException away) {
            unknown = "agency-service: " + away.getMessage();
        }
        Optional<Mails.Claim> claimed = mails.claim(agency, today);
        if (claimed.isPresent()) {
            Outcome outcome = outcome(claimed.get(), recipient, unknown);
            mails.settle(claimed.get(), outcome.state(), outcome.problem());
            log(claimed.get(), outcome);
            heed(outcome);
        }
    }

    private void heed(Outcome outcome) {
        if (outcome.state() == MailState.UNCERTAIN) {
            unanswered++;
            silentUntil = clock.instant().plus(settings.pause(unanswered));
        } else if (outcome.state() == MailState.SENT) {
            unanswered = 0;
        }
    }

    /** Whom to write to is asked before: what is claimed is sent at once, so that little is uncertain after a crash. */
    private Outcome outcome(Mails.Claim claim, Recipient recipient, String unknown) {
        if (recipient == null) {
            return new Outcome(MailState.FAILED, unknown);
        }
        if (recipient.addresses().isEmpty()) {
            return new Outcome(MailState.UNADDRESSED, "no contact has an address");
        }
        Digest digest = new Digest(recipient.name(), claim.day(), claim.lines(), publicUrl + "/");
        return mail.send(digest, recipient.addresses());
    }

    private static void log(Mails.Claim claim, Outcome outcome) {
        String what = "the mail to %s of %s".formatted(claim.agency(), claim.day());
        switch (outcome.state()) {
            case SENT -> LOG.infof("%s is sent", what);
            case UNCERTAIN ->
                LOG.errorf(
                        "nobody knows whether %s was sent (%s); it is not sent again by itself",
                        what, outcome.problem());
            case FAILED, UNADDRESSED ->
                LOG.warnf("%s is not sent, it will be tried again: %s", what, outcome.problem());
            case CLAIMED, DROPPED -> LOG.debugf("%s: %s", what, outcome.state());
        }
    }
}
