package kcs.progress.cycles;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.calendar.BusinessDays;
import kcs.progress.known.KnownTasks;

/** Cycles: planned, changed, opened, closed, read. */
@Singleton
class CycleService {
    static final ListSpec CYCLES = ListSpec.of("cycle", "id", "id")
            .sort("opensOn", "opens_on")
            .sort("dueOn", "due_on")
            .sort("periodEndsOn", "period_ends_on")
            .filter("plan", "plan = ANY (?)")
            .filter("period", "period = ANY (?)")
            .filter("status", "status = ANY (?)", CycleStatus.class)
            .build();

    private final CycleStore cycles;
    private final CycleTurn turn;
    private final KnownTasks known;
    private final BusinessDays days;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Lists lists;
    private final CurrentCaller current;
    private final Clock clock;

    CycleService(
            CycleStore cycles,
            CycleTurn turn,
            KnownTasks known,
            BusinessDays days,
            Idempotency idempotency,
            Outbox outbox,
            Lists lists,
            CurrentCaller current,
            Clock clock) {
        this.cycles = cycles;
        this.turn = turn;
        this.known = known;
        this.days = days;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.lists = lists;
        this.current = current;
        this.clock = clock;
    }

    @Transactional
    CycleView get(String id) {
        return CycleView.of(cycles.get(id), current.get());
    }

    @Transactional
    Page<CycleView> list(ListRequest request) {
        Caller caller = current.get();
        return lists.page(CycleStore.COLUMNS, CYCLES, request, row -> CycleView.brief(cycles.cycle(row), caller));
    }

    /** Plans a cycle; its due date is reckoned now and stays, whatever table of holidays comes later. */
    @Transactional
    Reply plan(Change<PlanCycle> change) {
        PlanCycle command = change.command();
        return idempotency.once(change, () -> {
            Period period = checked(command);
            Cycle.Dates dates =
                    new Cycle.Dates(command.opensOn(), days.derive(command.nominalDueOn()), command.locksOn());
            Cycle cycle = new Cycle(command.plan(), period, dates, command.guidance(), clock);
            outbox.append(cycles.add(cycle, change.caller()));
            return reply(201, cycle, change.caller());
        });
    }

    private Period checked(PlanCycle command) {
        List<FieldError> errors =
                new ArrayList<>(Cycle.contradictions(command.opensOn(), command.nominalDueOn(), command.locksOn()));
        if (!known.hasPlan(command.plan())) {
            errors.add(FieldError.of("/plan", "unknown-plan", command.plan()));
        }
        var period = Period.parse(command.period());
        if (period.isEmpty()) {
            errors.add(FieldError.of("/period", "period"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
        return period.orElseThrow();
    }

    @Transactional
    Reply change(String id, Change<EditCycle> change) {
        Cycle cycle = cycles.forChange(id);
        EditCycle edited = change.appliedTo(EditCycle.of(cycle));
        return idempotency.once(change, () -> {
            change.requireVersion(cycle.version());
            List<FieldError> errors = Cycle.contradictions(edited.opensOn(), edited.nominalDueOn(), edited.locksOn());
            if (!errors.isEmpty()) {
                throw ProblemException.invalid(errors.toArray(FieldError[]::new));
            }
            List<String> changed = cycle.change(dates(cycle, edited), edited.guidance(), clock);
            if (!changed.isEmpty()) {
                outbox.append(cycles.keep(cycle, CycleStore.Line.changed(changed), change.caller()));
            }
            return reply(200, cycle, change.caller());
        });
    }

    /** A due day that stays is not reckoned again: another table of holidays may be in force by now. */
    private Cycle.Dates dates(Cycle cycle, EditCycle edited) {
        Cycle.Dates before = cycle.dates();
        boolean sameDue = before.due().nominalDueOn().equals(edited.nominalDueOn());
        return new Cycle.Dates(
                edited.opensOn(), sameDue ? before.due() : days.derive(edited.nominalDueOn()), edited.locksOn());
    }

    @Transactional
    Reply changeStatus(String id, Change<ChangeCycleStatus> change) {
        Cycle cycle = cycles.forChange(id);
        ChangeCycleStatus command = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(cycle.version());
            List<OutboxEvent> events = turn.turn(cycle, command.to(), command.reason(), change.caller());
            outbox.append(events);
            return reply(201, cycle, change.caller());
        });
    }

    private Reply reply(int status, Cycle cycle, Caller caller) {
        String location = status == 201 ? "/api/v1/cycles/" + cycle.id() : null;
        return idempotency.reply(status, location, cycle.version(), CycleView.of(cycle, caller));
    }
}
