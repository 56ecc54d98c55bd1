package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import kcs.chassis.problem.ProblemException;
import kcs.collaboration.plans.Plans;

/** Numbers tasks within their plan. The plan's row is locked, so that two registrations cannot take one number. */
@Singleton
class TaskNumbers {
    private final EntityManager entities;
    private final Plans plans;

    TaskNumbers(EntityManager entities, Plans plans) {
        this.entities = entities;
        this.plans = plans;
    }

    /**
     * The number that was asked for, or the next free one.
     *
     * @throws ProblemException 409 when it is taken
     */
    int take(String plan, Integer wanted) {
        plans.lock(plan);
        if (wanted == null) {
            Integer highest = entities.createQuery("SELECT max(t.no) FROM Task t WHERE t.plan = ?1", Integer.class)
                    .setParameter(1, plan)
                    .getSingleResult();
            return highest == null ? 1 : highest + 1;
        }
        boolean taken = entities.createQuery("SELECT count(*) FROM Task t WHERE t.plan = ?1 AND t.no = ?2", Long.class)
                        .setParameter(1, plan)
                        .setParameter(2, wanted)
                        .getSingleResult()
                > 0;
        if (taken) {
            throw new ProblemException(409, "number-taken", Task.codeOf(plan, wanted));
        }
        return wanted;
    }
}
