package kcs.agency.agencies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;

/** What the other services are told of agencies: the transition and the state after it, never contacts. */
final class AgencyEvents {

    /** An agency after a change, as {@code docs/events/agency.schema.json} has it. */
    record AgencyState(
            String code,
            String officialCode,
            boolean officialCodeVerified,
            List<DatedName> names,
            AgencyType type,
            String parent,
            boolean reports,
            AgencyStatus status,
            LocalDate validFrom,
            LocalDate validTo,
            long version) {

        static AgencyState of(Agency agency) {
            return new AgencyState(
                    agency.code(),
                    agency.officialCode(),
                    agency.officialCodeVerified(),
                    agency.names().all(),
                    agency.type(),
                    agency.parent(),
                    agency.reports(),
                    agency.status(),
                    agency.validFrom(),
                    agency.validTo(),
                    agency.version());
        }
    }

    /** From which status to which; from nothing when the agency is new. */
    record Transition(AgencyStatus from, AgencyStatus to, String reason, String actorAgency) {}

    /** The data of every event about an agency. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgencyEvent(
            @JsonInclude(JsonInclude.Include.NON_NULL) Transition transition,
            List<String> changed,
            AgencyState agency) {}

    private AgencyEvents() {}

    static OutboxEvent registered(Agency agency, Caller caller) {
        Transition transition = new Transition(null, agency.status(), null, caller.agency());
        return event("agency.registered", agency, new AgencyEvent(transition, null, AgencyState.of(agency)));
    }

    static OutboxEvent changed(Agency agency, List<FieldChange> changes) {
        List<String> fields = changes.stream().map(FieldChange::field).toList();
        return event("agency.changed", agency, new AgencyEvent(null, fields, AgencyState.of(agency)));
    }

    static OutboxEvent statusChanged(Agency agency, AgencyStatus from, String reason, Caller caller) {
        Transition transition = new Transition(from, agency.status(), reason, caller.agency());
        return event("agency.status-changed", agency, new AgencyEvent(transition, null, AgencyState.of(agency)));
    }

    private static OutboxEvent event(String type, Agency agency, AgencyEvent data) {
        return new OutboxEvent("agency/" + agency.code(), agency.code(), type, agency.code(), data);
    }
}
