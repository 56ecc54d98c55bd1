package kcs.progress.reports;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.audience.Audience;
import kcs.progress.known.KnownTask;
import kcs.progress.known.KnownTasks;
import kcs.progress.told.Moment;
import kcs.progress.told.ToldReading;

/** Reads what a request for a report asks for. */
@Singleton
class ReportAsking {
    static final String PLAN = "plan";
    static final String PERIOD = "period";
    static final String AS_OF = "asOf";
    static final String COMPARED_WITH = "comparedWith";

    private static final Pattern PERIODS = Pattern.compile("[0-9]{4}(Q[1-4]|H[12]|-(0[1-9]|1[0-2]))?");

    private final ToldReading told;
    private final MeetingsThen meetings;
    private final SnapshotInstants snapshots;
    private final KnownTasks tasks;
    private final CurrentCaller current;

    ReportAsking(
            ToldReading told,
            MeetingsThen meetings,
            SnapshotInstants snapshots,
            KnownTasks tasks,
            CurrentCaller current) {
        this.told = told;
        this.meetings = meetings;
        this.snapshots = snapshots;
        this.tasks = tasks;
        this.current = current;
    }

    /** @throws ProblemException 404 when the caller sees no such task; else as {@link #of} */
    ReportRequest ofTask(String code, MultiMap parameters) {
        KnownTask task = tasks.tasks(Set.of(code)).get(code);
        if (task == null) {
            throw ProblemException.notFound(code);
        }
        return of(task.plan(), parameters);
    }

    /** @throws ProblemException 400 for what cannot be read, 422 for what can be and is wrong */
    ReportRequest of(MultiMap parameters) {
        String plan = Query.text(parameters, PLAN);
        if (plan == null) {
            throw ProblemException.unreadable(FieldError.of(PLAN, "required"));
        }
        return of(plan, parameters);
    }

    /** The same for a plan that follows from what is asked for. */
    ReportRequest of(String plan, MultiMap parameters) {
        String period = Query.text(parameters, PERIOD);
        if (period != null && !PERIODS.matcher(period).matches()) {
            throw ProblemException.invalid(FieldError.of(PERIOD, "period"));
        }
        Moment moment = told.moment(Query.instant(parameters, AS_OF));
        return new ReportRequest(
                plan,
                period,
                moment,
                comparedWith(Query.text(parameters, COMPARED_WITH), plan, moment),
                Audience.of(current.get()));
    }

    private Earlier comparedWith(String asked, String plan, Moment moment) {
        if (asked == null) {
            return meetings.last(plan, moment);
        }
        Earlier earlier = snapshots
                .of(plan, asked)
                .map(taken -> new Earlier(taken, asked))
                .orElseGet(() -> new Earlier(instant(asked), null));
        if (!earlier.instant().isBefore(moment.asOf())) {
            throw ProblemException.invalid(FieldError.of(COMPARED_WITH, "not-earlier"));
        }
        return earlier;
    }

    private static Instant instant(String asked) {
        try {
            return OffsetDateTime.parse(asked).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException noInstant) {
            throw ProblemException.unreadable(FieldError.of(COMPARED_WITH, "no-instant-or-snapshot"));
        }
    }
}
