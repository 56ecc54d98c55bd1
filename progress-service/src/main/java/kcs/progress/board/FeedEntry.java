package kcs.progress.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import kcs.progress.directory.Label;
import kcs.progress.directory.Visibility;

/**
 * One line of the feed.
 *
 * @param seq its place; becomes visible in this order
 * @param at when it happened, by its owner's clock
 * @param noun what it tells of, one of the constants here
 * @param subject code of the thing
 * @param title its title at that time; null where it is its task's, or for a cycle its plan's
 * @param from the status before; null where the status did not change or there was none
 * @param to the status after; null where the status did not change
 * @param action what was done with a checkpoint; null where a line says no more than its type
 * @param task code of the task that a checkpoint, an extension or health is of; null elsewhere
 * @param agency whose checkpoint it is; null elsewhere
 * @param cycle id of the cycle that it belongs to; null elsewhere
 * @param until the day that an extension lasts to; null where none was granted, and in lines from before it was kept
 * @param visibilityBefore of a task before the change; null when it was not known before
 * @param visibility of the task after the change; plans, agencies and cycles are public
 * @param participantsBefore the agencies that took part before
 * @param participants the agencies that took part after
 * @param listed whether readers are shown the line; else it only says that something is different now
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
        String action,
        String task,
        String agency,
        String cycle,
        LocalDate until,
        Visibility visibilityBefore,
        Visibility visibility,
        Set<String> participantsBefore,
        Set<String> participants,
        boolean listed) {

    public static final String TASK = "task";
    public static final String PLAN = "plan";
    public static final String AGENCY = "agency";
    public static final String CYCLE = "cycle";
    public static final String CHECKPOINT = "checkpoint";
    public static final String EXTENSION = "extension";
    public static final String HEALTH = "health";

    public boolean isAbout(String what) {
        return noun.equals(what);
    }

    /** Code of the task that it tells of, or of a part of; null where it is about no task. */
    public String taskCode() {
        return isAbout(TASK) ? subject : task;
    }

    /** Whether somebody who saw the task before may not see it after the change, or the other way round. */
    public boolean changesWhoSeesIt() {
        return visibilityBefore != null && (visibility != visibilityBefore || !participants.equals(participantsBefore));
    }
}
