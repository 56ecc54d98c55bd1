package kcs.progress.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portfolio of more returns than are kept in the memory. */
@QuarkusTest
class LongReportTest extends RoundTest {
    /** Of each of two agencies, besides its own. */
    private static final int COPIES = 6_000;

    private static final int RETURNS = 2 * COPIES + 2;

    /** Far less than the report has. */
    private static final int SMALL = 4 * 1024;

    /** Well before a slow reader is left. */
    private static final Duration SOON = Duration.ofSeconds(4);

    @Inject
    Spools spools;

    @Inject
    LongReportSettings settings;

    private String plan;
    private String task;

    @BeforeEach
    void playALongRound() {
        owners.tellFrom(clock.instant().minus(Duration.ofDays(30)));
        plan = knownPlan();
        task = taskInProgress(Stories.task(plan, 1, "PUBLIC"), "DAPA");
        openCycle(plan);
        awaitTold(plan);
        OwnerSql.run("""
                INSERT INTO told (event_id, kind, code, epoch, sequence, type, at, recorded_at, counts_from, plan, cycle, task,
                    agency, visibility, participants, state, detail)
                SELECT gen_random_uuid(), kind, code || '.' || lpad(n::text, 4, '0'), epoch, sequence, type, at, recorded_at,
                    counts_from, plan, cycle, task, agency, visibility, participants, state, detail
                FROM told, generate_series(1, %d) AS n WHERE kind = 'CHECKPOINT' AND plan = '%s'""".formatted(COPIES, plan));
        clock.set(LOCKS.plusDays(1));
    }

    @AfterEach
    void forgetIt() {
        owners.tellAhead();
        OwnerSql.run("DELETE FROM told WHERE plan = '" + plan + "'");
        awaitAllClosed(settings.longest());
    }

    private void awaitAllClosed(Duration atMost) {
        await("the end of all reports").atMost(atMost).until(() -> spools.free() == settings.atOnce());
    }

    private Response read(String format) {
        return given().auth().oauth2(Tokens.planner()).get(report(format));
    }

    private String report(String format) {
        return "/api/v1/reports/portfolio?plan=" + plan + "&format=" + format;
    }

    @Test
    void holdsEveryReturnInItsLists() {
        JsonPath report = read("json").then().statusCode(200).extract().jsonPath();

        assertThat(report.getInt("checkpoints.expected")).isEqualTo(RETURNS);
        assertThat(report.getInt("checkpoints.missed")).isEqualTo(RETURNS);
        assertThat(report.getInt("cycles[0].checkpoints.expected")).isEqualTo(RETURNS);
        assertThat(report.getInt("tasks[0].checkpoints.expected")).isEqualTo(RETURNS);
        assertThat(report.getList("returns.id"))
                .hasSize(RETURNS)
                .doesNotHaveDuplicates()
                .isEqualTo(report.getList("unsettled.id"));
        assertThat(report.getList("returns.period")).containsOnly("2024Q3");
    }

    @Test
    void isTheSameInOtherFormats() {
        String csv = read("csv").then().statusCode(200).extract().asString();

        assertThat(csv.lines().filter(line -> line.startsWith(task + ",2024")).count())
                .isEqualTo(2 * RETURNS);
        read("xlsx").then().statusCode(200);
    }

    @Test
    void isRefusedWhereItHasToBeMadeWhole() {
        assertThat(read("pdf").jsonPath().getString("type")).isEqualTo("/problems/report-too-large");

        awaitAllClosed(SOON);
    }

    @Test
    void holdsNoConnectionWhileASlowReaderTakesItUntilHeGoes() throws IOException {
        try (Socket reader = slowReader("json")) {
            assertThat(begin(reader)).startsWith("HTTP/1.1 200");

            assertThat(spools.free()).isEqualTo(settings.atOnce() - 1);
            awaitNobodyReads();
        }

        awaitAllClosed(SOON);
    }

    @Test
    void leavesAReaderWhoTakesTooLong() throws IOException {
        try (Socket reader = slowReader("csv")) {
            assertThat(begin(reader)).startsWith("HTTP/1.1 200");

            awaitAllClosed(settings.longest().plusSeconds(5));
            assertThat(reader.isClosed()).isFalse();
        }
    }

    @Test
    void isRefusedWhenTooManyAreOnTheirWay() {
        List<Spool> others = new ArrayList<>();
        while (spools.free() > 0) {
            others.add(spools.open());
        }

        Response refused = read("csv");
        others.forEach(Spool::close);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotBlank();
        read("csv").then().statusCode(200);
    }

    private Socket slowReader(String format) throws IOException {
        URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        String request = "GET %s HTTP/1.1\r\nHost: kcs\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(report(format), Tokens.planner());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String begin(Socket reader) throws IOException {
        return new String(reader.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
    }
}
