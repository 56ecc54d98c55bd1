package kcs.progress.told;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kcs.chassis.time.Seoul;

/**
 * Up to where a report reads.
 *
 * @param asOf the instant that it answers for, to the microsecond
 * @param settlesAt from when on nothing can be late for it any more: the answer is the same for ever
 * @param settled whether that is past
 * @param lastEvent the newest event that it knows of; null where there is none
 * @param lastEventAt from when that counts
 * @param head the newest row there was; not a part of any answer
 */
public record Moment(Instant asOf, Instant settlesAt, boolean settled, UUID lastEvent, Instant lastEventAt, long head) {

    /** The day in Seoul whose names agencies have, and on which checkpoints are in time or overdue. */
    public LocalDate day() {
        return Seoul.dayOf(asOf);
    }

    /** An earlier moment, seen from this one: with what is known now. */
    public Moment earlier(Instant instant) {
        return new Moment(instant, instant.plus(ToldEvents.SETTLING), settled, null, null, head);
    }
}
