package kcs.progress.meetings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
import kcs.progress.known.KnownTasks;

/** Meetings: registered, changed, read. */
@Singleton
class MeetingService {
    static final ListSpec MEETINGS = ListSpec.of("meeting", "id", "id")
            .sort("no", "coalesce(no, 0)")
            .sort("heldOn", "coalesce(held_on, DATE '0001-01-01')")
            .filter("plan", "plan = ANY (?)")
            .build();

    private final MeetingStore meetings;
    private final KnownTasks known;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Lists lists;
    private final CurrentCaller current;
    private final Clock clock;

    MeetingService(
            MeetingStore meetings,
            KnownTasks known,
            Idempotency idempotency,
            Outbox outbox,
            Lists lists,
            CurrentCaller current,
            Clock clock) {
        this.meetings = meetings;
        this.known = known;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.lists = lists;
        this.current = current;
        this.clock = clock;
    }

    @Transactional
    MeetingView get(String id) {
        return MeetingView.of(meetings.get(id), current.get());
    }

    @Transactional
    Page<MeetingView> list(ListRequest request) {
        Caller caller = current.get();
        return lists.page(
                MeetingStore.COLUMNS, MEETINGS, request, row -> MeetingView.of(meetings.meeting(row), caller));
    }

    @Transactional
    Reply register(Change<RegisterMeeting> change) {
        RegisterMeeting command = change.command();
        return idempotency.once(change, () -> {
            Meeting meeting = Meeting.register(command, clock);
            if (!known.hasPlan(command.plan())) {
                throw ProblemException.invalid(FieldError.of("/plan", "unknown-plan", command.plan()));
            }
            requireSnapshots(meeting.plan(), meeting.facts());
            OutboxEvent registered = meetings.add(meeting, change.caller())
                    .orElseThrow(() -> new ProblemException(409, "meeting-exists", meeting.id()));
            outbox.append(registered);
            return reply(201, meeting, change.caller());
        });
    }

    /** Registers a meeting of a plan that is known, unless it is there: then it stays as it is. */
    @Transactional
    boolean addIfMissing(RegisterMeeting announced, Caller actor) {
        if (!known.hasPlan(announced.plan())) {
            return false;
        }
        Optional<OutboxEvent> registered = meetings.add(Meeting.register(announced, clock), actor);
        registered.ifPresent(outbox::append);
        return registered.isPresent();
    }

    @Transactional
    Reply change(String id, Change<MeetingFacts> change) {
        Meeting meeting = meetings.forChange(id);
        MeetingFacts edited = change.appliedTo(meeting.facts());
        return idempotency.once(change, () -> {
            change.requireVersion(meeting.version());
            List<String> changed = meeting.change(edited, clock);
            if (!changed.isEmpty()) {
                requireSnapshots(meeting.plan(), edited);
                outbox.append(meetings.keep(meeting, changed, change.caller()));
            }
            return reply(200, meeting, change.caller());
        });
    }

    private void requireSnapshots(String plan, MeetingFacts facts) {
        List<String> reviewed = facts.snapshots();
        if (reviewed.isEmpty()) {
            return;
        }
        Set<String> known = meetings.snapshots(plan, reviewed);
        FieldError[] unknown = IntStream.range(0, reviewed.size())
                .filter(i -> !known.contains(reviewed.get(i)))
                .mapToObj(i -> FieldError.of("/snapshots/" + i, "unknown-snapshot", reviewed.get(i), plan))
                .toArray(FieldError[]::new);
        if (unknown.length > 0) {
            throw ProblemException.invalid(unknown);
        }
    }

    private Reply reply(int status, Meeting meeting, Caller caller) {
        String location = status == 201 ? "/api/v1/meetings/" + meeting.id() : null;
        return idempotency.reply(status, location, meeting.version(), MeetingView.of(meeting, caller));
    }
}
