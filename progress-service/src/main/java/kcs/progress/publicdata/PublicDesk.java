package kcs.progress.publicdata;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;

/**
 * Has at hand what the public may know. It is looked once a second at most whether anything was told since: everybody may
 * ask, and a question costs the database nothing.
 */
@Singleton
public class PublicDesk {
    private static final long NANOS_BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

    /** Whatever changes what the public may know is told, hidden or not: this looks as the service itself. */
    private static final String HEAD = "SELECT coalesce(max(seq), 0) AS head FROM told";

    private final PublicReading reading;
    private final Sql sql;
    private final CurrentCaller current;
    private final Clock clock;
    private volatile Held held;

    PublicDesk(PublicReading reading, Sql sql, CurrentCaller current, Clock clock) {
        this.reading = reading;
        this.sql = sql;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param head the newest line that was told before
     * @param lookedAt by the time of the machine that only ever grows
     */
    private record Held(PublicData data, long head, LocalDate day, long lookedAt) {

        boolean isFresh() {
            return System.nanoTime() - lookedAt < NANOS_BETWEEN_LOOKS;
        }

        boolean isOf(long otherHead, LocalDate otherDay) {
            return head == otherHead && day.equals(otherDay);
        }
    }

    /** What the public may know, as it was a second ago at most. */
    public PublicData now() {
        Held known = held;
        return known != null && known.isFresh() ? known.data() : look().data();
    }

    private synchronized Held look() {
        if (held != null && held.isFresh()) {
            return held;
        }
        long lookedAt = System.nanoTime();
        LocalDate day = Seoul.today(clock);
        long head = as(Caller.system("open-data"), this::head);
        PublicData data =
                held != null && held.isOf(head, day) ? held.data() : as(Caller.ANONYMOUS, () -> reading.read(day));
        held = new Held(data, head, day, lookedAt);
        return held;
    }

    private long head() {
        return sql.one(HEAD, row -> row.getLong("head")).orElseThrow();
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return current.as(caller, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
