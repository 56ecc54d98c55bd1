package kcs.local;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when. Lets the days pass one by one, so that each has its midnight, and does everything at its time. */
final class DemoTimeline {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 1);

    /** Something that is done at a time. */
    @FunctionalInterface
    interface Deed {
        /** Returns what was done, in a few words; empty when there was nothing to be done. */
        String perform() throws IOException;
    }

    private record Entry(LocalDateTime at, int order, Deed deed) {}

    private final DemoClock clock;
    private final PrintStream out;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::order));
    private LocalDateTime now;
    private int order;

    DemoTimeline(DemoClock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
        this.now = LocalDateTime.ofInstant(clock.now(), SEOUL);
    }

    /** What was asked for too late is done next. */
    void at(LocalDateTime time, Deed deed) {
        entries.add(new Entry(time.isBefore(now) ? now : time, order++, deed));
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    void play() throws IOException {
        while (!entries.isEmpty()) {
            Entry next = entries.remove();
            passDaysUntil(next.at().toLocalDate());
            reach(next.at());
            String done = next.deed().perform();
            if (!done.isEmpty()) {
                out.println(next.at().toString().replace('T', ' ') + "  " + done);
            }
        }
    }

    private void passDaysUntil(LocalDate day) throws IOException {
        while (today().isBefore(day)) {
            reach(today().plusDays(1).atTime(AFTER_MIDNIGHT));
        }
    }

    private void reach(LocalDateTime time) throws IOException {
        if (time.isAfter(now)) {
            Instant instant = time.atZone(SEOUL).toInstant();
            clock.advanceTo(instant);
            now = time;
        }
    }
}
