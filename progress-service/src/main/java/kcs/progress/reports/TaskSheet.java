package kcs.progress.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.directory.Label;
import kcs.progress.directory.Visibility;
import kcs.progress.document.ReportDocument;
import kcs.progress.words.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything of one task. */
@Schema(description = "Everything of one task. What no document states is null.")
record TaskSheet(
        @Schema(required = true) ReportHead head,
        @Schema(required = true) TaskLine task,
        @Schema(required = true) Description description,
        @Schema(required = true, maxItems = 1000) List<MilestoneLine> milestones,
        @Schema(required = true, maxItems = 200) List<IndicatorLine> indicators,

        @Schema(required = true, maxItems = 100000, description = "Every accepted value, oldest first")
        List<ValueLine> series,

        @Schema(required = true, maxItems = 100000, description = "Oldest first")
        List<Comparison.Event> history,

        @Schema(required = true, maxItems = 100000) List<ReturnLine> checkpoints,
        @Schema(required = true, maxItems = 10000) List<OpinionLine> opinions,
        @Schema(required = true, maxItems = 10000) List<AgencyLine> agencies)
        implements Report {

    /** What the task is, and where that is written. */
    @Schema(name = "ReportedDescription")
    record Description(
            Label summary,
            @Schema(required = true, maxItems = 50) List<String> measures,
            Label area,
            @Schema(maxLength = 40) String proposalChannel,
            LocalDate startsOn,
            LocalDate endsOn,
            @Schema(required = true) Visibility visibility,

            @Schema(required = true, description = "The document ends its list of partners with 등")
            boolean partnersOpen,

            @Schema(maxLength = 1000) String document,

            @Schema(maxLength = 10, examples = "2015-09", description = "As precisely as it is known")
            String publishedOn,

            @Schema(maxLength = 10000, description = "The words of the document")
            String quotation) {}

    /** A milestone. */
    @Schema(name = "ReportedMilestone")
    record MilestoneLine(
            @Schema(required = true) Label title,
            LocalDate dueOn,
            LocalDate doneOn,
            @Schema(required = true) boolean late) {}

    /** A value of an indicator. */
    @Schema(name = "ReportedValue")
    record ValueLine(
            @Schema(required = true, maxLength = 40) String indicator,
            @Schema(required = true, maxLength = 10) String agency,
            @Schema(required = true, maxLength = 10) String period,
            @Schema(required = true) BigDecimal value,
            @Schema(required = true) LocalDate measuredOn) {}

    /** A checkpoint, with what is in force of it where the reader may see it. */
    @Schema(name = "ReportedReturn")
    record ReturnLine(
            @Schema(required = true) CheckpointLine checkpoint,

            @Schema(description = "The version in force; null where none was accepted, or the reader may not see it")
            Content content) {}

    /** What an agency filed and a planner accepted. */
    @Schema(name = "ReportedContent")
    record Content(
            @Schema(required = true, maxLength = 40, examples = "PROGRESS")
            String kind,

            @Schema(minimum = "0", maximum = "100") Integer percentComplete,
            @Schema(maxLength = 40) String declaredHealth,
            @Schema(maxLength = 10000) String achievements,
            @Schema(maxLength = 10000) String issues,
            @Schema(maxLength = 10000) String nextSteps,
            @Schema(required = true) Instant submittedAt) {}

    @Override
    public String fileName() {
        return task.code() + (head.period() == null ? "" : "-" + head.period());
    }

    @Override
    public ReportDocument document(Words words) {
        return TaskSheetDocument.of(this, new Cells(words, AgencyLine.names(agencies)));
    }
}
