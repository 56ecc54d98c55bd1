package kcs.collaboration.plans;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A plan as it was made by one change: who, when, and all of it. */
@Entity
@SuppressWarnings("UnusedVariable") // the columns are read with SQL, too
@Immutable
@Table(name = "plan_revision")
class PlanRevision {
    @Id
    private UUID id;

    private String plan;
    private long version;
    private Instant at;
    private String actor;

    @JdbcTypeCode(SqlTypes.JSON)
    private EditPlan content;

    /** For the persistence provider. */
    protected PlanRevision() {}

    PlanRevision(Plan plan, Caller actor) {
        this.id = UUID.randomUUID();
        this.plan = plan.code();
        this.version = plan.version();
        this.at = plan.changedAt();
        this.actor = actor.subject();
        this.content = plan.content();
    }
}
