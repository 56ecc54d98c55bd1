package kcs.collaboration.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.ChangedBy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A plan: what was announced, its areas, how many tasks it declared. */
@Entity
@Table(name = "plan")
class Plan {
    @Id
    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private EditPlan content;

    @Version
    private long version;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private ChangedBy changedBy;

    /** For the persistence provider. */
    protected Plan() {}

    Plan(String code, EditPlan content, Caller actor, Clock clock) {
        this.code = code;
        change(content, actor, clock);
    }

    void change(EditPlan next, Caller actor, Clock clock) {
        content = next;
        changedAt = clock.instant();
        changedBy = ChangedBy.of(actor);
    }

    boolean hasArea(String area) {
        return content.areas().stream().anyMatch(known -> known.code().equals(area));
    }

    boolean hasProposalChannel(String channel) {
        return content.proposalChannels().stream()
                .anyMatch(known -> known.code().equals(channel));
    }

    String code() {
        return code;
    }

    EditPlan content() {
        return content;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Who made it what it is; null for the service itself. */
    ChangedBy changedBy() {
        return changedBy;
    }
}
