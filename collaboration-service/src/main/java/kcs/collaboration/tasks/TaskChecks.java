package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.collaboration.content.TaskContent;
import kcs.collaboration.directory.KnownAgencies;
import kcs.collaboration.plans.Plans;

/** Holds what a task says against the plan it belongs to and the agencies that are known. */
@Singleton
class TaskChecks {
    private final Plans plans;
    private final KnownAgencies agencies;

    TaskChecks(Plans plans, KnownAgencies agencies) {
        this.plans = plans;
        this.agencies = agencies;
    }

    /**
     * Refuses content that contradicts itself or names what its plan does not have.
     *
     * @throws ProblemException 422 naming every place
     */
    void content(String plan, TaskContent content, Visibility visibility, String visibilityReason) {
        List<FieldError> errors = new ArrayList<>(content.contradictions());
        errors.addAll(unknownInPlan(plan, content));
        if (visibility == Visibility.PUBLIC && visibilityReason != null) {
            errors.add(FieldError.of("/visibilityReason", "only-for-government"));
        }
        refuse(errors);
    }

    private List<FieldError> unknownInPlan(String plan, TaskContent content) {
        List<FieldError> errors = new ArrayList<>();
        if (content.area() != null && !plans.hasArea(plan, content.area())) {
            errors.add(FieldError.of("/area", "unknown-area", plan));
        }
        if (content.proposalChannel() != null && !plans.hasProposalChannel(plan, content.proposalChannel())) {
            errors.add(FieldError.of("/proposalChannel", "unknown-proposal-channel", plan));
        }
        return errors;
    }

    /**
     * Refuses participations without exactly one lead, or of an agency that nobody registered.
     *
     * @throws ProblemException 422 naming every place
     */
    void participations(Participations taking) {
        List<FieldError> errors = new ArrayList<>(taking.contradictions());
        Set<String> known =
                agencies.among(taking.all().stream().map(Participation::agency).toList());
        for (int i = 0; i < taking.all().size(); i++) {
            String agency = taking.all().get(i).agency();
            if (!known.contains(agency)) {
                errors.add(FieldError.of("/participations/" + i + "/agency", "unknown-agency", agency));
            }
        }
        refuse(errors);
    }

    /** Refuses a participation of an agency that nobody registered. */
    void agency(String agency) {
        if (!agencies.has(agency)) {
            throw ProblemException.invalid(FieldError.of("agency", "unknown-agency", agency));
        }
    }

    /** @throws ProblemException 422 when the plan is missing or unknown */
    void plan(String plan) {
        if (plan == null) {
            throw ProblemException.invalid(FieldError.of("/plan", "required"));
        }
        if (!plans.has(plan)) {
            throw ProblemException.invalid(FieldError.of("/plan", "unknown-plan", plan));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
    }
}
