package kcs.progress.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kcs.progress.directory.CheckpointState.Status;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.timeliness.Timeliness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final int MANY = 20_000;
    private static final LocalDate DUE = LocalDate.of(2024, 10, 7);

    private final AtomicInteger closed = new AtomicInteger();

    @TempDir
    private Path folder;

    private Spool spool;

    @BeforeEach
    void open() throws IOException {
        spool = Spool.in(folder, closed::incrementAndGet);
    }

    @AfterEach
    void close() {
        spool.close();
    }

    private List<CheckpointLine> filled() {
        List<CheckpointLine> lines =
                IntStream.range(0, MANY).mapToObj(SpoolTest::line).toList();
        lines.forEach(spool::add);
        return lines;
    }

    private static CheckpointLine line(int number) {
        boolean filed = number % 3 > 0;
        return new CheckpointLine(
                "과제-" + number + ".2024Q3.KCS",
                "2024Q3",
                "과제-" + number,
                "KCS",
                filed ? ParticipationRole.PARTNER : null,
                Status.values()[number % Status.values().length],
                filed ? Timeliness.LATE : null,
                filed ? (Long) 400L : null,
                DUE.minusDays(number),
                filed ? DUE.plusDays(1) : null,
                filed ? null : DUE.plusDays(2),
                filed ? DUE.plusDays(401) : null,
                filed ? LocalDate.EPOCH : null,
                filed ? (Integer) number : null);
    }

    private List<CheckpointLine> read() {
        List<CheckpointLine> read = new ArrayList<>();
        spool.forEach(read::add);
        return read;
    }

    @Test
    void handsOverWhatWasWrittenAsOftenAsAskedFor() {
        List<CheckpointLine> lines = filled();

        assertThat(read()).isEqualTo(lines);
        assertThat(read()).isEqualTo(lines);
    }

    @Test
    void isReadByOneWhileItIsReadByAnother() {
        List<CheckpointLine> lines = filled();
        List<CheckpointLine> within = new ArrayList<>();

        spool.forEach(line -> {
            if (line.equals(lines.get(MANY / 2))) {
                within.addAll(read());
            }
        });

        assertThat(within).isEqualTo(lines);
    }

    @Test
    void hasNothingWhereNothingWasWritten() {
        assertThat(read()).isEmpty();
    }

    @Test
    void isNotToBeFoundOnTheDisk() {
        filled();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endsForWhoReadsItWhenItIsClosed() {
        filled();

        assertThatThrownBy(() -> spool.forEach(line -> spool.close()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ClosedChannelException.class);
    }

    /** So it is with a reader who has gone. */
    @Test
    void takesNoMoreFromAThreadThatWasToldToStop() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::filled)
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void saysOnceThatItIsClosed() {
        spool.close();
        spool.close();

        assertThat(closed).hasValue(1);
    }
}
