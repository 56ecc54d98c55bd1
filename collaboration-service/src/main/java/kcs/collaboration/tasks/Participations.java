package kcs.collaboration.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** Who takes part in a task: exactly one agency leads, and each takes part once at a time. */
record Participations(List<Participation> all) {

    Participations {
        all = List.copyOf(all);
    }

    /** What is wrong with a list that comes from outside. */
    List<FieldError> contradictions() {
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).current() && !seen.add(all.get(i).agency())) {
                errors.add(FieldError.of("/participations/" + i + "/agency", "repeated"));
            }
        }
        if (leads() != 1) {
            errors.add(FieldError.of("/participations", "one-lead"));
        }
        return errors;
    }

    /** The codes of those that take part now. */
    Set<String> current() {
        Set<String> agencies = new java.util.TreeSet<>();
        all.stream().filter(Participation::current).forEach(part -> agencies.add(part.agency()));
        return agencies;
    }

    /** With this one in the place of the agency's current part; a new lead makes the one before it a partner. */
    Participations with(Participation part) {
        List<Participation> next = new ArrayList<>();
        boolean placed = false;
        for (Participation known : all) {
            if (known.current() && known.agency().equals(part.agency())) {
                next.add(part);
                placed = true;
            } else if (known.current() && part.role() == Participation.Role.LEAD && isLead(known)) {
                next.add(known.as(Participation.Role.PARTNER));
            } else {
                next.add(known);
            }
        }
        if (!placed) {
            next.add(part);
        }
        return new Participations(next).requireOneLead();
    }

    /**
     * With the agency's part ended.
     *
     * @throws ProblemException 404 when it takes no part, 409 when it leads
     */
    Participations without(String agency, LocalDate until) {
        if (!current().contains(agency)) {
            throw ProblemException.notFound("participations/" + agency);
        }
        List<Participation> next = new ArrayList<>();
        for (Participation known : all) {
            boolean ends = known.current() && known.agency().equals(agency);
            if (ends && known.since() != null && until.isBefore(known.since())) {
                throw ProblemException.invalid(FieldError.of("until", "before-start"));
            }
            next.add(ends ? known.endedOn(until) : known);
        }
        return new Participations(next).requireOneLead();
    }

    private Participations requireOneLead() {
        if (leads() != 1) {
            throw new ProblemException(409, "lead-required");
        }
        return this;
    }

    private long leads() {
        return all.stream().filter(part -> part.current() && isLead(part)).count();
    }

    private static boolean isLead(Participation part) {
        return part.role() == Participation.Role.LEAD;
    }
}
