package kcs.progress.reports;

import java.time.LocalDate;
import java.util.List;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Label;
import kcs.progress.document.ReportDocument;
import kcs.progress.figures.CycleProgress;
import kcs.progress.figures.HealthCount;
import kcs.progress.figures.OnTimeRate;
import kcs.progress.figures.StatusCount;
import kcs.progress.words.Words;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where all tasks of a plan stand: what the committee reads. */
@Schema(description = "Where all tasks of a plan stand. What no document states is null.")
record PortfolioReport(
        @Schema(required = true) ReportHead head,
        @Schema(required = true) Totals totals,
        @Schema(required = true, maxItems = 7) List<StatusCount> byStatus,
        @Schema(required = true, maxItems = 5) List<HealthCount> byHealth,

        @Schema(required = true, minimum = "0", description = "Tasks that have not begun, or were given up")
        int withoutHealth,

        @Schema(required = true, maxItems = 1000) List<AreaLine> byArea,

        @Schema(required = true, maxItems = 1000, description = "The cycles of the period, or of the whole plan")
        List<CycleLine> cycles,

        @Schema(required = true, description = "Over those cycles")
        CycleProgress checkpoints,

        @Schema(required = true, maxItems = 1000) List<OnTimeRate> onTime,
        @Schema(required = true, maxItems = 10000) List<TaskLine> tasks,
        @Schema(required = true, maxItems = 100000) List<IndicatorLine> indicators,

        @Schema(
                required = true,
                maxItems = 10000,
                description = "Codes of the tasks on whose health two of the three voices differ")
        List<String> disagreements,

        @Schema(
                description = "What is different since the last meeting, or since what was asked for; null where there"
                        + " was no meeting before")
        Comparison changes,

        @Schema(
                required = true,
                maxItems = 10000,
                description = "What became of the opinions of the last meeting, and" + " of those that are not closed")
        List<OpinionLine> opinions,

        @Schema(required = true, maxItems = 10000, description = "By what name the agencies went on the day")
        List<AgencyLine> agencies,

        @Schema(
                required = true,
                type = SchemaType.ARRAY,
                implementation = CheckpointLine.class,
                maxItems = 1000000,
                description = "Missing, overdue and returned ones")
        Streamed<CheckpointLine> unsettled,

        @Schema(
                required = true,
                type = SchemaType.ARRAY,
                implementation = CheckpointLine.class,
                maxItems = 1000000,
                description = "All of the cycles")
        Streamed<CheckpointLine> returns)
        implements Report {

    @Override
    public String fileName() {
        return head.plan() + "-" + (head.period() == null ? "all" : head.period()) + "-portfolio";
    }

    /** What is unsettled stands among the returns. */
    @Override
    public boolean inMemory() {
        return returns.inMemory();
    }

    @Override
    public void close() {
        returns.close();
    }

    @Override
    public PortfolioReport held(int most) {
        Streamed<CheckpointLine> all = Streamed.of(returns.held(most));
        return new PortfolioReport(
                head,
                totals,
                byStatus,
                byHealth,
                withoutHealth,
                byArea,
                cycles,
                checkpoints,
                onTime,
                tasks,
                indicators,
                disagreements,
                changes,
                opinions,
                agencies,
                all.where(CheckpointLine::unsettled),
                all);
    }

    @Override
    public ReportDocument document(Words words) {
        return PortfolioDocument.of(this, new Cells(words, AgencyLine.names(agencies)));
    }

    /** Declared, published and documented tasks, told apart. */
    @Schema(name = "ReportedTotals")
    record Totals(
            @Schema(minimum = "0", description = "What the plan declares; null where it does not say")
            Integer declared,

            @Schema(required = true, minimum = "0", description = "Published with the plan")
            int published,

            @Schema(required = true, minimum = "0", description = "Documented: they hold places of unpublished ones")
            int documented,

            @Schema(required = true, minimum = "0", description = "Registered here")
            int registered,

            @Schema(required = true, minimum = "0", description = "published + documented + registered")
            int listed) {}

    /** An area of the plan and its tasks. */
    @Schema(name = "ReportedArea")
    record AreaLine(
            @Schema(maxLength = 40, description = "null: no area is stated")
            String area,

            Label name,
            @Schema(required = true, minimum = "0") int total,
            @Schema(required = true, maxItems = 5) List<HealthCount> byHealth,
            @Schema(required = true, minimum = "0") int withoutHealth) {}

    /** A cycle and what of it has come in. */
    @Schema(name = "ReportedCycle")
    record CycleLine(
            @Schema(required = true, maxLength = 40) String id,
            @Schema(required = true, maxLength = 10) String period,
            @Schema(required = true) CycleState.Status status,
            @Schema(required = true) LocalDate dueOn,
            @Schema(required = true) LocalDate locksOn,
            @Schema(required = true) CycleProgress checkpoints) {}
}
