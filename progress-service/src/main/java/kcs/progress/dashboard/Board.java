package kcs.progress.dashboard;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.Contents;
import kcs.progress.directory.Dated;
import kcs.progress.directory.FeedEntry;
import kcs.progress.directory.FeedPage;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.Troubles;

/**
 * All that the dashboard shows, before it is known to whom. Immutable: a change makes another one.
 *
 * @param cursor the newest line of the feed that is in it
 * @param day the day in Seoul whose names the agencies have
 */
record Board(
        Cursor cursor,
        LocalDate day,
        Map<String, Dated<TaskState>> tasks,
        Map<String, Dated<PlanState>> plans,
        Map<String, Dated<AgencyState>> agencies,
        Troubles troubles) {

    static Board of(Contents contents, LocalDate day, Troubles troubles) {
        Cursor cursor = new Cursor(contents.generation(), contents.seq());
        return new Board(cursor, day, contents.tasks(), contents.plans(), contents.agencies(), troubles);
    }

    /** The board after these lines of the feed. */
    Board after(FeedPage page) {
        FeedEntry last = page.entries().get(page.entries().size() - 1);
        return new Board(
                new Cursor(cursor.generation(), last.seq()),
                day,
                merged(tasks, page.tasks()),
                merged(plans, page.plans()),
                merged(agencies, page.agencies()),
                troubles);
    }

    Board with(Troubles found) {
        return new Board(cursor, day, tasks, plans, agencies, found);
    }

    Board on(LocalDate other) {
        return new Board(cursor, other, tasks, plans, agencies, troubles);
    }

    /** The task as it stands; null where there is none of this code. */
    TaskState task(String code) {
        Dated<TaskState> task = tasks.get(code);
        return task == null ? null : task.state();
    }

    /** Whether an agency has another name than on another board. */
    boolean namesDiffer(Board other) {
        return agencies.values().stream()
                .map(Dated::state)
                .anyMatch(agency -> !agency.nameOn(day).equals(agency.nameOn(other.day)));
    }

    private static <T> Map<String, T> merged(Map<String, T> known, Map<String, T> newer) {
        if (newer.isEmpty()) {
            return known;
        }
        Map<String, T> all = new HashMap<>(known);
        all.putAll(newer);
        return all;
    }
}
