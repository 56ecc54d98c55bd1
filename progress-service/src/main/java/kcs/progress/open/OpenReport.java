package kcs.progress.open;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kcs.progress.document.ReportFormat;
import kcs.progress.snapshots.PublishedReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published report, and where its files are. */
@Schema(name = "OpenReport", description = "A report that was frozen and published: it never changes")
record OpenReport(
        @Schema(required = true, maxLength = 60, examples = "KCS-2024-S1")
        String id,

        @Schema(required = true, maxLength = 30) String plan,

        @Schema(maxLength = 10, examples = "2024Q3", description = "null: the whole plan")
        String period,

        @Schema(required = true, description = "The instant that it answers for")
        Instant asOf,

        @Schema(maxLength = 40, description = "Id of the meeting that it was frozen for; null: none")
        String meeting,

        @Schema(required = true) Instant publishedAt,

        @Schema(required = true, maxItems = 100, description = "Of its public edition")
        List<File> files) {

    /** A file of it. */
    @Schema(name = "OpenFile")
    record File(
            @Schema(required = true, maxLength = 10, examples = "pdf")
            String format,

            @Schema(required = true, maxLength = 100, examples = "application/pdf")
            String mediaType,

            @Schema(maxLength = 2, description = "null for JSON, which is in both")
            String language,

            @Schema(required = true, minimum = "1", description = "In bytes")
            long size,

            @Schema(required = true, maxLength = 64) String sha256,
            @Schema(required = true, maxLength = 200) String href) {}

    static OpenReport of(PublishedReport report) {
        return new OpenReport(
                report.id(),
                report.plan(),
                report.period(),
                report.asOf(),
                report.meeting(),
                report.publishedAt(),
                report.files().stream().map(file -> file(report, file)).toList());
    }

    private static File file(PublishedReport report, PublishedReport.File file) {
        String language = file.language() == null ? "" : "&language=" + file.language();
        return new File(
                file.format(),
                ReportFormat.valueOf(file.format().toUpperCase(Locale.ROOT)).mediaType(),
                file.language(),
                file.size(),
                file.sha256(),
                OpenResource.ROOT + "/reports/" + report.id() + "?format=" + file.format() + language);
    }
}
