package kcs.agency.agencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.time.Seoul;

/** What may be done with agencies: one method, one use case, one transaction. */
@ApplicationScoped
class AgencyService {
    private static final String PATH = "/api/v1/agencies/";

    private final Agencies agencies;
    private final AgencyHistory history;
    private final AgencyList list;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Clock clock;

    AgencyService(
            Agencies agencies,
            AgencyHistory history,
            AgencyList list,
            Idempotency idempotency,
            Outbox outbox,
            Clock clock) {
        this.agencies = agencies;
        this.history = history;
        this.list = list;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    AgencyView get(String code, LocalDate asOf, Caller caller) {
        return AgencyView.of(agencies.get(code), dayOf(asOf), caller.signedIn());
    }

    Page<AgencyView> list(ListRequest request, LocalDate asOf, Caller caller) {
        return list.page(request, dayOf(asOf), caller.signedIn());
    }

    @Transactional
    Page<AgencyRevision> history(String code, ListRequest request, Caller caller) {
        return history.of(agencies.get(code).code(), request, caller);
    }

    @Transactional
    boolean knows(String code) {
        return agencies.has(code);
    }

    @Transactional
    Reply register(Change<RegisterAgency> change, NameProvenance provenance) {
        RegisterAgency wanted = change.command();
        return idempotency.once(change, () -> {
            Agency agency = Agency.register(wanted, provenance);
            if (agencies.has(agency.code())) {
                throw new ProblemException(409, "agency-exists", agency.code());
            }
            agencies.requireParent(agency.code(), agency.parent());
            agencies.persistAndFlush(agency);
            history.add(agency, change.caller(), List.of(), null);
            outbox.append(AgencyEvents.registered(agency, change.caller()));
            return reply(201, PATH + agency.code(), agency);
        });
    }

    @Transactional
    Reply edit(String code, Change<EditAgency> change) {
        Agency agency = agencies.locked(code);
        EditAgency wanted = change.appliedTo(agency.editable());
        change.requireVersion(agency.version());
        AgencyStatus before = agency.status();
        if (!Objects.equals(wanted.parent(), agency.parent())) {
            agencies.requireParent(code, wanted.parent());
        }
        List<FieldChange> changes = agency.edit(wanted, Seoul.today(clock));
        if (!changes.isEmpty()) {
            agencies.flush();
            history.add(agency, change.caller(), changes, wanted.reason());
            outbox.append(
                    before == agency.status()
                            ? AgencyEvents.changed(agency, changes)
                            : AgencyEvents.statusChanged(agency, before, wanted.reason(), change.caller()));
        }
        return reply(200, null, agency);
    }

    private Reply reply(int status, String location, Agency agency) {
        AgencyView view = AgencyView.of(agency, Seoul.today(clock), true);
        return idempotency.reply(status, location, agency.version(), view);
    }

    private LocalDate dayOf(LocalDate asOf) {
        return asOf == null ? Seoul.today(clock) : asOf;
    }
}
