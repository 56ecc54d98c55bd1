package kcs.progress.directory;

import java.time.Instant;
import java.util.Set;

/**
 * One line of the feed.
 *
 * @param seq its place; becomes visible in this order
 * @param at when it happened, by its owner's clock
 * @param noun {@code task}, {@code plan} or {@code agency}
 * @param subject code of the thing
 * @param title its title at that time
 * @param from the status before; null where the status did not change or there was none
 * @param to the status after; null where the status did not change
 * @param visibilityBefore of a task before the change; null when it was not known before
 * @param visibility of a task after the change; plans and agencies are public
 * @param participantsBefore the agencies that took part before
 * @param participants the agencies that took part after
 */
public record FeedEntry(
        long seq,
        Instant at,
        String type,
        String noun,
        String subject,
        Label title,
        String from,
        String to,
        String reason,
        String actorAgency,
        Visibility visibilityBefore,
        Visibility visibility,
        Set<String> participantsBefore,
        Set<String> participants) {

    public static final String TASK = "task";
    public static final String PLAN = "plan";
    public static final String AGENCY = "agency";

    public boolean isAbout(String what) {
        return noun.equals(what);
    }
}
