package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kcs.progress.audience.Audience;
import kcs.progress.document.ReportFormat;
import kcs.progress.told.Moment;
import kcs.progress.told.ToldReading;
import kcs.progress.words.Words;

/** Makes whole files of a report, to be kept; to be called inside a transaction of a planner. */
@Singleton
public class ReportFiles {
    private final PortfolioReading portfolios;
    private final ReportWriting writing;
    private final MeetingsThen meetings;
    private final ToldReading told;

    ReportFiles(PortfolioReading portfolios, ReportWriting writing, MeetingsThen meetings, ToldReading told) {
        this.portfolios = portfolios;
        this.writing = writing;
        this.meetings = meetings;
        this.told = told;
    }

    /**
     * A file of a report.
     *
     * @param language null for JSON, which is in both
     */
    public record ReportFile(ReportFormat format, String language, byte[] bytes) {}

    /**
     * The portfolio report in every format and language.
     *
     * @param period null for the whole plan
     * @param asOf null for now
     * @param audience over whose tasks; figures and values are all there, as a planner sees them
     */
    public List<ReportFile> portfolio(String plan, String period, Instant asOf, Audience audience) {
        Moment moment = told.moment(asOf);
        ReportRequest request = new ReportRequest(plan, period, moment, meetings.last(plan, moment), audience);
        Report report = portfolios.report(request);
        List<ReportFile> files = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            if (format == ReportFormat.JSON) {
                files.add(new ReportFile(format, null, bytes(report, format, Words.KOREAN)));
            } else {
                files.add(new ReportFile(format, "ko", bytes(report, format, Words.KOREAN)));
                files.add(new ReportFile(format, "en", bytes(report, format, Words.ENGLISH)));
            }
        }
        return files;
    }

    private byte[] bytes(Report report, ReportFormat format, Words words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.write(report, format, words, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
