package kcs.collaboration.plans;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** What the tasks need to know of their plans. */
@Singleton
public class Plans {
    private final EntityManager entities;

    Plans(EntityManager entities) {
        this.entities = entities;
    }

    public boolean has(String plan) {
        return entities.find(Plan.class, plan) != null;
    }

    public boolean hasArea(String plan, String area) {
        return entities.find(Plan.class, plan).hasArea(area);
    }

    public boolean hasProposalChannel(String plan, String channel) {
        return entities.find(Plan.class, plan).hasProposalChannel(channel);
    }

    /** Lets nobody else number a task of this plan until the transaction ends. */
    public void lock(String plan) {
        entities.find(Plan.class, plan, LockModeType.PESSIMISTIC_WRITE);
    }
}
