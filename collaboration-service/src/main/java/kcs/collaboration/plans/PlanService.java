package kcs.collaboration.plans;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.ChangedBy;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.collaboration.content.Label;
import kcs.collaboration.directory.KnownAgencies;

/** Plans: registered, changed, read. */
@Singleton
class PlanService {
    static final ListSpec PLANS =
            ListSpec.of("plan", "code", "code").sort("changedAt", "changed_at").build();

    private final EntityManager entities;
    private final KnownAgencies agencies;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Lists lists;
    private final ColumnJson json;
    private final CurrentCaller current;
    private final Clock clock;

    PlanService(
            EntityManager entities,
            KnownAgencies agencies,
            Idempotency idempotency,
            Outbox outbox,
            Lists lists,
            ColumnJson json,
            CurrentCaller current,
            Clock clock) {
        this.entities = entities;
        this.agencies = agencies;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.lists = lists;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /** What the other services are told of a plan: all of it, but not who changed it. */
    record Data(@JsonIgnoreProperties("changedBy") PlanView plan) {}

    @Transactional
    PlanView get(String code) {
        Plan plan = entities.find(Plan.class, code);
        if (plan == null) {
            throw ProblemException.notFound(code);
        }
        return PlanView.of(plan, current.get());
    }

    @Transactional
    Page<PlanSummary> list(ListRequest request) {
        Caller caller = current.get();
        return lists.page(
                "code, version, changed_at, changed_by, content->>'leadAgency' AS lead, content->'title' AS title,"
                        + " (content->>'announcedOn')::date AS announced,"
                        + " (content->>'declaredTaskCount')::int AS declared",
                PLANS,
                request,
                row -> new PlanSummary(
                        row.getString("code"),
                        json.read(row.getString("title"), Label.class),
                        row.getString("lead"),
                        row.getObject("announced", java.time.LocalDate.class),
                        row.getObject("declared", Integer.class),
                        row.getLong("version"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        changedBy(row.getString("changed_by"), caller)));
    }

    @Transactional
    Reply register(Change<RegisterPlan> change) {
        RegisterPlan command = change.command();
        return idempotency.once(change, () -> {
            check(command.content());
            if (entities.find(Plan.class, command.code()) != null) {
                throw new ProblemException(409, "code-taken", command.code());
            }
            Plan plan = new Plan(command.code(), command.content(), change.caller(), clock);
            entities.persist(plan);
            record(plan, "plan.registered", change.caller());
            return idempotency.reply(
                    201, "/api/v1/plans/" + plan.code(), plan.version(), PlanView.of(plan, change.caller()));
        });
    }

    @Transactional
    Reply change(String code, Change<EditPlan> change) {
        Plan plan = entities.find(Plan.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (plan == null) {
            throw ProblemException.notFound(code);
        }
        EditPlan edited = change.appliedTo(plan.content());
        return idempotency.once(change, () -> {
            change.requireVersion(plan.version());
            check(edited);
            requireAreasInUse(code, edited);
            if (!edited.equals(plan.content())) {
                plan.change(edited, change.caller(), clock);
                record(plan, "plan.changed", change.caller());
            }
            return idempotency.reply(200, null, plan.version(), PlanView.of(plan, change.caller()));
        });
    }

    private void record(Plan plan, String type, Caller actor) {
        entities.flush();
        entities.persist(new PlanRevision(plan, actor));
        entities.flush();
        outbox.append(new OutboxEvent(
                "plan/" + plan.code(), plan.code(), type, plan.code(), new Data(PlanView.of(plan, actor))));
    }

    private void check(EditPlan content) {
        List<FieldError> errors = new ArrayList<>(content.contradictions());
        if (!agencies.has(content.leadAgency())) {
            errors.add(FieldError.of("/leadAgency", "unknown-agency", content.leadAgency()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
    }

    /** An area or proposal channel that a task names cannot go. */
    private void requireAreasInUse(String code, EditPlan edited) {
        Set<String> areas = edited.areas().stream().map(Area::code).collect(Collectors.toSet());
        Set<String> channels =
                edited.proposalChannels().stream().map(ProposalChannel::code).collect(Collectors.toSet());
        List<?> used = entities.createNativeQuery(
                        "SELECT DISTINCT used FROM task, LATERAL (VALUES ('area', content->>'area'),"
                                + " ('channel', content->>'proposalChannel')) AS named (kind, used)"
                                + " WHERE plan = ?1 AND used IS NOT NULL AND NOT used = ANY"
                                + " (CASE kind WHEN 'area' THEN ?2 ELSE ?3 END)")
                .setParameter(1, code)
                .setParameter(2, areas.toArray(String[]::new))
                .setParameter(3, channels.toArray(String[]::new))
                .getResultList();
        if (!used.isEmpty()) {
            throw new ProblemException(409, "still-in-use", used.get(0)).with("inUse", used);
        }
    }

    private ChangedBy changedBy(String text, Caller caller) {
        return text == null ? null : json.read(text, ChangedBy.class).shownTo(caller);
    }
}
