package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kcs.progress.audience.Audience;
import kcs.progress.document.ReportFormat;
import kcs.progress.told.Moment;
import kcs.progress.told.ToldReading;
import kcs.progress.words.Words;

/**
 * Makes whole files of a report, to be kept: first it is read, inside a transaction of a planner, then the files are
 * written, which takes seconds and needs none.
 */
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

    /** A report that was read and is not written yet. */
    public static final class Unwritten {
        private final Report report;

        private Unwritten(Report report) {
            this.report = report;
        }
    }

    /**
     * Reads the portfolio report, over the tasks of each audience, all as of one moment; to be called inside a transaction.
     *
     * @param period null for the whole plan
     * @param asOf null for now
     * @param audiences over whose tasks; figures and values are all there, as a planner sees them
     */
    public List<Unwritten> portfolios(String plan, String period, Instant asOf, List<Audience> audiences) {
        Moment moment = told.moment(asOf);
        Earlier lastMeeting = meetings.last(plan, moment);
        return audiences.stream()
                .map(audience -> new ReportRequest(plan, period, moment, lastMeeting, audience))
                .map(this::unwritten)
                .toList();
    }

    private Unwritten unwritten(ReportRequest request) {
        try (Report report = portfolios.report(request)) {
            return new Unwritten(report.held(writing.mostRows()));
        }
    }

    /** The report in every format and language. */
    public List<ReportFile> files(Unwritten unwritten) {
        Report report = unwritten.report;
        List<ReportFile> files = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            if (format == ReportFormat.JSON) {
                files.add(new ReportFile(format, null, writing.bytes(report, format, Words.KOREAN)));
            } else {
                files.add(new ReportFile(format, "ko", writing.bytes(report, format, Words.KOREAN)));
                files.add(new ReportFile(format, "en", writing.bytes(report, format, Words.ENGLISH)));
            }
        }
        return files;
    }
}
