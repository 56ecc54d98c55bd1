package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.util.Comparator;
import kcs.progress.told.Kind;
import kcs.progress.told.Moment;
import kcs.progress.told.ToldReading;

/** The committee's meetings, as far as they were told of by a moment. */
@Singleton
class MeetingsThen {
    private final ToldReading told;

    MeetingsThen(ToldReading told) {
        this.told = told;
    }

    /** The newest that was held before the moment; null where none was. */
    Earlier last(String plan, Moment moment) {
        return told.newest(Kind.MEETING, plan, moment, MeetingThen.class).values().stream()
                .filter(meeting -> meeting.heldAt() != null && meeting.heldAt().isBefore(moment.asOf()))
                .max(Comparator.comparing(MeetingThen::heldAt))
                .map(meeting -> new Earlier(meeting.heldAt(), meeting.id()))
                .orElse(null);
    }
}
