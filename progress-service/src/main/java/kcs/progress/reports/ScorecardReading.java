package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;
import kcs.progress.directory.CycleState;
import kcs.progress.figures.JudgedCheckpoint;
import kcs.progress.figures.Tally;
import kcs.progress.timeliness.Timeliness;
import kcs.progress.told.ToldReading;

/** Makes the agencies' scorecards of a moment; to be called inside a transaction. */
@Singleton
class ScorecardReading {
    private static final String COURSE = """
            SELECT code, min(counts_from) AS opened,
                count(*) FILTER (WHERE detail #>> '{transition,action}' = 'RETURNED') AS returns
            FROM told WHERE kind = 'CHECKPOINT' AND cycle = ?""" + ToldReading.UNTIL + " GROUP BY code";

    private static final String EXTENSIONS = """
            SELECT e.state ->> 'agency' AS agency, e.state ->> 'task' AS task, e.state ->> 'decision' AS decision
            FROM told e
            WHERE e.kind = 'EXTENSION' AND e.counts_from <= ? AND e.seq <= ?
                AND EXISTS (SELECT FROM told c WHERE c.kind = 'CHECKPOINT' AND c.cycle = ANY (?)
                            AND c.code = e.state ->> 'checkpoint')""";

    private final Materials materials;
    private final Sql sql;

    ScorecardReading(Materials materials, Sql sql) {
        this.materials = materials;
        this.sql = sql;
    }

    /** What is gathered of an agency, checkpoint by checkpoint. */
    private static final class Gathered {
        private final Tally tally = new Tally();
        private final List<Long> days = new ArrayList<>();
        private int checkpoints;
        private long daysLate;
        private long mostDaysLate;
        private int returns;
        private int granted;
        private int refused;

        private void add(CheckpointThen checkpoint, JudgedCheckpoint judged, Course course) {
            tally.add(judged);
            checkpoints++;
            returns += course.returns();
            if (judged.is(Timeliness.LATE)) {
                daysLate += judged.standing().daysLate();
                mostDaysLate = Math.max(mostDaysLate, judged.standing().daysLate());
            }
            if (checkpoint.firstSubmittedOn() != null) {
                days.add(Math.max(0, ChronoUnit.DAYS.between(course.opened(), checkpoint.firstSubmittedOn())));
            }
        }

        private Scorecard card(String agency) {
            return new Scorecard(
                    agency,
                    tally.progress(),
                    tally.onTime().get(0),
                    daysLate,
                    mostDaysLate,
                    returns,
                    granted,
                    refused,
                    Scorecard.Burden.of(checkpoints, days.stream().sorted().toList()));
        }
    }

    /** When a checkpoint was opened, and how often it was sent back. */
    private record Course(LocalDate opened, int returns) {}

    ScorecardReport report(ReportRequest request) {
        Material material = materials.of(request);
        Map<String, Course> courses = courses(material);
        Map<String, Gathered> agencies = new TreeMap<>();
        materials.eachCheckpoint(
                material,
                (checkpoint, judged) -> agencies.computeIfAbsent(checkpoint.agency(), any -> new Gathered())
                        .add(checkpoint, judged, courses.get(checkpoint.id())));
        addExtensions(material, agencies);
        return new ScorecardReport(
                materials.head(material),
                agencies.entrySet().stream()
                        .map(agency -> agency.getValue().card(agency.getKey()))
                        .toList(),
                materials.agencies(material));
    }

    private Map<String, Course> courses(Material material) {
        Map<String, Course> courses = new HashMap<>();
        for (CycleState cycle : material.cycles()) {
            sql.each(
                    COURSE,
                    row -> courses.put(
                            row.getString("code"),
                            new Course(Seoul.dayOf(Sql.instant(row, "opened")), row.getInt("returns"))),
                    cycle.id(),
                    material.moment().asOf(),
                    material.moment().head());
        }
        return courses;
    }

    private void addExtensions(Material material, Map<String, Gathered> agencies) {
        String[] cycles = material.cycles().stream().map(CycleState::id).toArray(String[]::new);
        // Of how many cycles decides how it is found best.
        sql.planForValues();
        sql.each(
                EXTENSIONS,
                row -> {
                    Gathered its = agencies.get(row.getString("agency"));
                    if (its == null || !material.tasks().containsKey(row.getString("task"))) {
                        return;
                    }
                    if (row.getString("decision").equals("GRANTED")) {
                        its.granted++;
                    } else {
                        its.refused++;
                    }
                },
                material.moment().asOf(),
                material.moment().head(),
                cycles);
    }
}
