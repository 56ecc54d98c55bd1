package kcs.progress.told;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Demonstration;
import kcs.progress.events.EventConsumer;

/**
 * Keeps every event of the suite. One counts from its owner's time; one that comes later than the {@link #SETTLING} time
 * counts from when it came, so that an answer for an instant that long ago is the same for ever.
 */
@Singleton
@Priority(5)
class ToldEvents implements EventConsumer {

    /** How late an event may come and still count from its owner's time. */
    static final Duration SETTLING = Duration.ofHours(1);

    private static final String KEEP = """
            INSERT INTO told (event_id, kind, code, epoch, sequence, type, at, recorded_at, counts_from,
                plan, cycle, task, agency, visibility, participants, state, detail)
            SELECT ?::uuid, ?, ?, ?, ?, ?, told.at, told.now,
                CASE WHEN told.at > told.now - ?::interval OR told.at < since.at THEN told.at ELSE told.now END,
                ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb
            FROM (SELECT ?::timestamptz AS at, ?::timestamptz AS now) AS told, told_since AS since
            ON CONFLICT (event_id) DO NOTHING""";

    /** The clock of a demonstration is moved by days between an event and its arrival. */
    private static final Duration ANY_TIME = Duration.ofDays(36_500);

    private final Sql sql;
    private final Clock clock;
    private final Duration settling;

    ToldEvents(Sql sql, Clock clock, Demonstration demonstration) {
        this.sql = sql;
        this.clock = clock;
        this.settling = demonstration.on() ? ANY_TIME : SETTLING;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kcs.agency.v1", "kcs.collaboration.v1", "kcs.progress.v1");
    }

    @Override
    public void apply(List<InboxEvent> events) {
        Instant now = clock.instant();
        sql.changeEach(KEEP, events.stream().map(event -> row(event, now)).toList());
    }

    @Override
    public void applyHistory(InboxEvent event) {
        apply(List.of(event));
    }

    private Object[] row(InboxEvent event, Instant now) {
        Telling telling = Telling.of(event);
        return new Object[] {
            event.id().toString(),
            telling.kind(),
            event.subject(),
            event.epoch(),
            event.sequence(),
            event.type(),
            settling.toSeconds() + " seconds",
            telling.plan(),
            telling.cycle(),
            telling.task(),
            telling.agency(),
            telling.visibility(),
            telling.participants().toArray(String[]::new),
            telling.state().toString(),
            telling.detail().toString(),
            event.time(),
            now
        };
    }
}
