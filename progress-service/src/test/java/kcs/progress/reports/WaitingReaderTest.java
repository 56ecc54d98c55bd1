package kcs.progress.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kcs.chassis.testing.Tokens;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import kcs.progress.pdf.TakenDesk;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers whose document is not made yet. */
@QuarkusTest
class WaitingReaderTest extends RoundTest {
    /** As many as the desk lets wait. */
    private static final int MOST = 8;

    private final ExecutorService readers = Executors.newFixedThreadPool(MOST);
    private String path;

    @BeforeEach
    void playARound() {
        owners.tellFrom(clock.instant().minus(Duration.ofDays(30)));
        String plan = knownPlan();
        taskInProgress(Stories.task(plan, 1, "PUBLIC"), "DAPA");
        awaitTold(plan);
        path = "/api/v1/reports/portfolio?plan=" + plan + "&format=pdf";
    }

    @AfterEach
    void tellAheadAgain() {
        owners.tellAhead();
    }

    @Test
    void holdNoConnectionWhileTheyWait() throws Exception {
        List<Future<Integer>> asked;
        try (TakenDesk desk = new TakenDesk()) {
            asked = IntStream.range(0, MOST)
                    .mapToObj(any -> readers.submit(() -> read()))
                    .toList();
            desk.awaitWaiting(MOST);

            awaitNobodyReads();
        } finally {
            readers.shutdown();
        }
        for (Future<Integer> one : asked) {
            assertThat(one.get()).isEqualTo(200);
        }
    }

    private int read() {
        return as(Tokens.planner()).get(path).statusCode();
    }

    @Test
    void leaveTheirPlaceWhenTheyGo() throws Exception {
        try (TakenDesk desk = new TakenDesk()) {
            try (Socket reader = asking()) {
                desk.awaitWaiting(1);
                assertThat(reader.isConnected()).isTrue();
            }

            desk.awaitNobodyWaiting();
        }
        assertThat(read()).isEqualTo(200);
    }

    private Socket asking() throws IOException {
        URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        Socket socket = new Socket(service.getHost(), service.getPort());
        String request =
                "GET %s HTTP/1.1\r\nHost: kcs\r\nAuthorization: Bearer %s\r\n\r\n".formatted(path, Tokens.planner());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
