package kcs.collaboration.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
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

    /** For the persistence provider. */
    protected Plan() {}

    Plan(String code, EditPlan content, Clock clock) {
        this.code = code;
        change(content, clock);
    }

    void change(EditPlan next, Clock clock) {
        content = next;
        changedAt = clock.instant();
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
}
