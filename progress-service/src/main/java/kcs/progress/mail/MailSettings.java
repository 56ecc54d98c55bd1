package kcs.progress.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** Whether and when reminders go out by mail. The server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "kcs.mail")
interface MailSettings {

    /** Whether there is a server to send by. */
    @WithDefault("false")
    boolean enabled();

    /** The time in Seoul before which a day's mails wait: what is reminded of at midnight is read in the morning. */
    @WithDefault("08:00")
    LocalTime notBefore();

    /** How often it is looked for mails to send. */
    @WithDefault("20s")
    Duration check();

    /** The pause after the first refusal; each further one doubles it. */
    @WithDefault("1m")
    Duration firstRetry();

    /** The longest such pause, and the one before an agency's addresses are asked for again. */
    @WithDefault("1h")
    Duration longestRetry();

    /** How long the server may take for one mail. */
    @WithDefault("30s")
    Duration timeout();

    /** The pause after so many failures in a row. */
    default Duration pause(int failures) {
        Duration pause = firstRetry().multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestRetry()) < 0 ? pause : longestRetry();
    }
}
