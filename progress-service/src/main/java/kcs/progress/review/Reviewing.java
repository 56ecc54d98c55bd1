package kcs.progress.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;
import kcs.progress.calendar.BusinessDays;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointRights;
import kcs.progress.checkpoints.CheckpointStore;
import kcs.progress.health.HealthKeeper;

/** A planner's verdict on what an agency filed. */
@Singleton
class Reviewing {
    private static final String ACCEPT = """
            UPDATE submission SET accepted_at = ? WHERE checkpoint = ? AND no = ?
            RETURNING percent_complete, declared_health""";

    /** How returns are handled. */
    @ConfigMapping(prefix = "kcs.review")
    interface Settings {
        /** Business days that an agency has for what was returned, unless the reviewer says otherwise. */
        @WithDefault("5")
        int returnBusinessDays();
    }

    /** What the accepted version says. */
    private record Said(Integer percent, String health) {}

    private final CheckpointStore checkpoints;
    private final CheckpointRights rights;
    private final BusinessDays days;
    private final HealthKeeper health;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Sql sql;
    private final Settings settings;
    private final Clock clock;

    Reviewing(
            CheckpointStore checkpoints,
            CheckpointRights rights,
            BusinessDays days,
            HealthKeeper health,
            Outbox outbox,
            Idempotency idempotency,
            Sql sql,
            Settings settings,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.rights = rights;
        this.days = days;
        this.health = health;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    Reply review(String id, Change<Review> change) {
        Checkpoint checkpoint = checkpoints.forChange(id);
        Review review = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(checkpoint.version());
            check(review);
            Checkpoint.Step step = judge(checkpoint, review, change.caller().subject());
            List<OutboxEvent> events = new ArrayList<>();
            events.add(checkpoints.keep(checkpoint, step, change.caller(), review.comments()));
            events.addAll(health.refresh(Set.of(checkpoint.duty().task()), change.caller(), null));
            outbox.append(events);
            return idempotency.reply(
                    201, "/api/v1/checkpoints/" + id, checkpoint.version(), rights.view(checkpoint, change.caller()));
        });
    }

    private void check(Review review) {
        List<FieldError> errors = new ArrayList<>();
        boolean returned = review.decision() == Review.Decision.RETURN;
        if (returned && (review.reason() == null || review.reason().isBlank())) {
            errors.add(FieldError.of("/reason", "reason-for-return"));
        }
        if (!returned && review.dueOn() != null) {
            errors.add(FieldError.of("/dueOn", "only-with-return"));
        }
        LocalDate today = Seoul.today(clock);
        if (returned && review.dueOn() != null && !review.dueOn().isAfter(today)) {
            errors.add(FieldError.of("/dueOn", "not-after", today));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
    }

    private Checkpoint.Step judge(Checkpoint checkpoint, Review review, String reviewer) {
        Instant now = clock.instant();
        return switch (review.decision()) {
            case RETURN -> checkpoint.sendBack(reviewer, review.reason(), dueAgain(review), now);
            case ACCEPT -> {
                Said said = accept(checkpoint, now);
                yield checkpoint.accept(reviewer, review.reason(), said.percent(), said.health(), now);
            }
        };
    }

    private LocalDate dueAgain(Review review) {
        return review.dueOn() == null ? days.plus(Seoul.today(clock), settings.returnBusinessDays()) : review.dueOn();
    }

    /** Marks the newest version; where there is none the checkpoint itself refuses. */
    private Said accept(Checkpoint checkpoint, Instant now) {
        return sql.one(
                        ACCEPT,
                        row -> new Said(row.getObject(1, Integer.class), row.getString(2)),
                        now,
                        checkpoint.id(),
                        checkpoint.filed().latestNo())
                .orElse(new Said(null, null));
    }
}
