package kcs.progress.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kcs.chassis.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PdfDeskTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch finish = new CountDownLatch(1);

    @AfterEach
    void end() {
        finish.countDown();
        readers.shutdownNow();
    }

    @Test
    void doesTwoAtOnceAndTheOthersAfterThem() throws Exception {
        PdfDesk desk = new PdfDesk(SampleReports.settings(2, 8, LONG, 100));

        List<Future<String>> ten = ask(desk, 10);

        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        await().until(() -> desk.waiting() == 8);
        finish.countDown();
        for (Future<String> one : ten) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo("made");
        }
    }

    @Test
    void refusesAtOnceWhomItHasNoRoomToLetWait() throws Exception {
        PdfDesk desk = new PdfDesk(SampleReports.settings(2, 8, LONG, 100));
        List<Future<String>> ten = ask(desk, 10);
        await().until(() -> desk.waiting() == 8);

        assertThatThrownBy(() -> desk.serve(1, () -> "eleventh"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(503);
                    assertThat(problem.slug()).isEqualTo("pdf-busy");
                    assertThat(problem.headers()).containsKey("Retry-After");
                });

        finish.countDown();
        for (Future<String> one : ten) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo("made");
        }
        assertThat(desk.<String>serve(1, () -> "later")).isEqualTo("later");
    }

    @Test
    void letsNobodyWaitForLong() throws Exception {
        PdfDesk desk = new PdfDesk(SampleReports.settings(2, 8, Duration.ZERO, 100));
        ask(desk, 2);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        assertThatThrownBy(() -> desk.serve(1, () -> "third"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.slug()).isEqualTo("pdf-busy"));
    }

    @Test
    void makesLargeDocumentsOneAfterTheOther() throws Exception {
        PdfDesk desk = new PdfDesk(SampleReports.settings(2, 8, Duration.ZERO, 100));
        CountDownLatch large = new CountDownLatch(1);
        readers.submit(() -> desk.serve(60, () -> {
            large.countDown();
            hold();
            return "large";
        }));
        assertThat(large.await(1, TimeUnit.MINUTES)).isTrue();

        assertThat(desk.<String>serve(40, () -> "small")).isEqualTo("small");
        assertThatThrownBy(() -> desk.serve(41, () -> "large"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.slug()).isEqualTo("pdf-busy"));
    }

    @Test
    void letsWhoeverIsToldToStopGo() throws Exception {
        PdfDesk desk = new PdfDesk(SampleReports.settings(2, 8, LONG, 100));
        ask(desk, 2);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> desk.serve(1, () -> "third")).isInstanceOf(InterruptedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void hasRoomAgainAfterWorkThatFailed() throws IOException {
        PdfDesk desk = new PdfDesk(SampleReports.settings(1, 0, Duration.ZERO, 100));

        assertThatThrownBy(() -> desk.serve(1, () -> {
                    throw new IOException("torn");
                }))
                .hasMessage("torn");

        assertThat(desk.<String>serve(1, () -> "made")).isEqualTo("made");
    }

    /** Asks at once, for what is not made before {@link #finish}. */
    private List<Future<String>> ask(PdfDesk desk, int times) {
        List<Future<String>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(readers.submit(() -> desk.serve(1, () -> {
                begun.countDown();
                hold();
                return "made";
            })));
        }
        return asked;
    }

    private void hold() throws IOException {
        try {
            finish.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
