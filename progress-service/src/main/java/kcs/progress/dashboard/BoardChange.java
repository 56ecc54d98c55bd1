package kcs.progress.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import kcs.progress.board.Board;
import kcs.progress.board.Cursor;
import kcs.progress.board.FeedEntry;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Label;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the feed as it is shown. */
public record BoardChange(
        @Schema(required = true, maxLength = 40, examples = "1732248000000-57")
        String id,

        @Schema(required = true) Instant at,

        @Schema(required = true, maxLength = 100, examples = "task.status-changed")
        String type,

        @Schema(required = true, maxLength = 200, description = "Code of what changed")
        String subject,

        @Schema(
                maxLength = 40,
                description =
                        "Code of the task that changed, or that a checkpoint, an extension or health is of; absent"
                                + " where something else changed")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String code,

        @Schema(required = true, description = "As it was called then; of the round: the task, or the plan and period")
        Label title,

        @Schema(maxLength = 40, description = "Status before; null where the status did not change, or there was none")
        String from,

        @Schema(maxLength = 40, description = "Status after; null where the status did not change")
        String to,

        @Schema(maxLength = 10000) String reason,
        @Schema(maxLength = 10) String actorAgency,

        @Schema(
                maxLength = 40,
                examples = "SUBMITTED",
                description = "What was done with a checkpoint; null where something else changed")
        String action,

        @Schema(maxLength = 10, description = "Whose checkpoint or extension; null where something else changed")
        String agency,

        @Schema(maxLength = 40, description = "Id of the reporting cycle that it belongs to; null where to none")
        String cycle,

        @Schema(description = "Until when an extension was granted; null where none was")
        LocalDate until) {

    /** A line with what the board calls the thing that it is about. */
    public static BoardChange of(FeedEntry entry, Board board) {
        return new BoardChange(
                new Cursor(board.cursor().generation(), entry.seq()).toString(),
                entry.at(),
                entry.type(),
                entry.subject(),
                entry.taskCode(),
                title(entry, board),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.actorAgency(),
                entry.action(),
                entry.agency(),
                entry.cycle(),
                entry.until());
    }

    private static Label title(FeedEntry entry, Board board) {
        if (entry.title() != null) {
            return entry.title();
        }
        if (entry.isAbout(FeedEntry.CYCLE)) {
            return title(board.cycle(entry.subject()), board);
        }
        TaskState task = board.task(entry.taskCode());
        return task == null ? new Label(entry.taskCode(), null) : task.title();
    }

    private static Label title(CycleState cycle, Board board) {
        PlanState plan = board.plan(cycle.plan());
        Label title = plan == null ? new Label(cycle.plan(), null) : plan.title();
        String english = title.en() == null ? null : title.en() + " " + cycle.period();
        return new Label(title.ko() + " " + cycle.period(), english);
    }
}
