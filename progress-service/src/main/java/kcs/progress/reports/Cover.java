package kcs.progress.reports;

import java.util.ArrayList;
import java.util.List;
import kcs.progress.document.Cell;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportDocument.Fact;
import kcs.progress.document.ReportDocument.Section;
import kcs.progress.words.Words;

/** The first page of every report, and what stands on each. */
final class Cover {

    private Cover() {}

    /** @param kind as in the messages {@code report.title.*} */
    static ReportDocument of(ReportHead head, String kind, Cells cells, List<Section> sections) {
        return of(head, kind, cells, cells.words().say(head.planTitle()), sections);
    }

    /** @param subtitle of what the report is */
    static ReportDocument of(ReportHead head, String kind, Cells cells, String subtitle, List<Section> sections) {
        Words words = cells.words();
        String plan = words.say(head.planTitle());
        String title = words.say("report.title." + kind);
        List<Fact> facts = new ArrayList<>(List.of(
                fact(words, "plan", new Cell.Text(plan)),
                fact(words, "period", cells.period(head.period())),
                fact(words, "asOf", new Cell.Moment(head.asOf())),
                fact(words, "settled", new Cell.Text(words.say(settled(head)))),
                fact(words, "audience", new Cell.Text(words.name("report.audience", head.audience())))));
        if (head.watermark().lastEventAt() != null) {
            facts.add(fact(words, "lastEvent", new Cell.Moment(head.watermark().lastEventAt())));
        }
        facts.add(fact(words, "source", new Cell.Text(words.say("page.footer"))));
        List<String> notices = new ArrayList<>();
        if (head.demonstration()) {
            notices.add(words.say("demonstration.banner"));
        }
        String mark = head.demonstration() ? words.say("demonstration.banner") + " · " : "";
        String header = mark + title + " · " + Periods.name(head.period(), words);
        return new ReportDocument(words.language(), title, subtitle, facts, notices, header, sections);
    }

    private static String settled(ReportHead head) {
        return head.watermark().settled() ? "report.settled" : "report.unsettled";
    }

    private static Fact fact(Words words, String id, Cell value) {
        return new Fact(words.say("report.fact." + id), value);
    }
}
