package kcs.progress.evidence;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.ProgressTest;
import kcs.progress.filetypes.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files go in and come out as they were, or not at all. */
@QuarkusTest
class EvidenceUploadTest extends ProgressTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final String PNG = "image/png";

    private final EvidenceRound round = new EvidenceRound();

    private static RequestSpecification reporter() {
        return as(Tokens.reporter("DAPA"));
    }

    /** A picture to all that look at its beginning. */
    private static byte[] picture(int length) {
        byte[] picture = new byte[length];
        new Random(length).nextBytes(picture);
        byte[] begins = Samples.png();
        System.arraycopy(begins, 0, picture, 0, begins.length);
        return picture;
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aLargeFileComesBackAsItWas() throws GeneralSecurityException {
        byte[] picture = picture(15 * MEBIBYTE);

        Response made = round.upload(
                reporter().queryParam("title", "현장 사진"),
                Normalizer.normalize("3분기 현장.png", Normalizer.Form.NFD),
                PNG,
                picture);

        made.then().statusCode(201);
        Map<String, Object> view = made.jsonPath().getMap("");
        assertThat(view)
                .containsEntry("title", "현장 사진")
                .containsEntry("fileName", "3분기 현장.png")
                .containsEntry("mediaType", PNG)
                .containsEntry("size", picture.length)
                .containsEntry("sha256", sha256(picture))
                .containsEntry("filedBy", "AGENCY");
        String chunks = "SELECT %s FROM evidence_chunk WHERE evidence = '" + view.get("id") + "'";
        assertThat(OwnerSql.number(chunks.formatted("count(*)"))).isEqualTo(60);
        assertThat(OwnerSql.number(chunks.formatted("max(octet_length(bytes))")))
                .isEqualTo(256 * 1024);

        Response back = reporter().get(made.header("Location"));
        assertThat(sha256(back.asByteArray())).isEqualTo(sha256(picture));
        assertThat(back.header("Content-Length")).isEqualTo(Integer.toString(picture.length));
        assertThat(back.header("Content-Disposition"))
                .startsWith("attachment; ")
                .endsWith("filename*=UTF-8''3%EB%B6%84%EA%B8%B0%20%ED%98%84%EC%9E%A5.png");
        assertThat(back.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(back.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(back.header("Cache-Control")).contains("private");
        assertThat(back.header("ETag")).isEqualTo("\"" + sha256(picture) + "\"");
    }

    @Test
    void whatIsKnownOfAFileIsAnsweredToWhoAsksForJson() {
        String file = "/api/v1/evidence/" + round.uploaded(reporter());

        reporter().accept("application/json").get(file).then().statusCode(200).contentType("application/json");
        Response text = reporter().accept("text/html, */*;q=0.8").get(file);
        assertThat(text.contentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(text.asString()).isEqualTo("증빙");
        Response head = reporter().head(file);
        assertThat(head.header("Content-Length")).isEqualTo("6");
        assertThat(head.header("ETag")).isEqualTo(text.header("ETag"));
        reporter().header("If-None-Match", text.header("ETag")).get(file).then().statusCode(304);
        assertProblem(reporter().accept("image/png").get(file), 406, "not-acceptable");
        assertProblem(reporter().get("/api/v1/evidence/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(reporter().get("/api/v1/evidence/1"), 404, "not-found");
    }

    static Stream<Arguments> liars() {
        return Stream.of(
                arguments("a.pdf", "application/pdf", Samples.png(), 422, "evidence-lies", PNG),
                arguments("a.pdf", "application/octet-stream", Samples.png(), 422, "evidence-lies", PNG),
                arguments("a.png", "text/html", Samples.png(), 422, "evidence-lies", PNG),
                arguments(
                        "a.html",
                        "text/plain",
                        "<p>".getBytes(StandardCharsets.UTF_8),
                        422,
                        "evidence-lies",
                        "text/plain"),
                arguments(
                        "a.xlsm",
                        "",
                        Samples.xlsx(),
                        422,
                        "evidence-lies",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                arguments(
                        "a.pdf",
                        "application/pdf",
                        Samples.exe(),
                        415,
                        "evidence-type",
                        "application/vnd.microsoft.portable-executable"),
                arguments("a.docx", "", Samples.zip(Map.of("a", "b")), 415, "evidence-type", "application/zip"),
                arguments(
                        "a.txt",
                        "text/plain",
                        "a\u0000b".getBytes(StandardCharsets.UTF_8),
                        415,
                        "evidence-type",
                        "application/octet-stream"));
    }

    @ParameterizedTest
    @MethodSource("liars")
    void aFileThatLiesIsRefusedAndLeavesNothing(
            String name, String type, byte[] content, int status, String slug, String found) {
        Response refused = round.upload(reporter(), name, type.isEmpty() ? "application/octet-stream" : type, content);

        assertProblem(refused, status, slug);
        assertThat(refused.jsonPath().getString("found")).isEqualTo(found);
        assertThat(round.files()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hwp", "hwpx", "docx", "xlsx", "pptx", "csv"})
    void theFilesOfOfficialsAreTaken(String kind) {
        byte[] content = switch (kind) {
            case "hwp" -> Samples.hwp();
            case "hwpx" -> Samples.hwpx();
            case "docx" -> Samples.docx();
            case "xlsx" -> Samples.xlsx();
            case "pptx" -> Samples.pptx();
            default -> Samples.csv();
        };

        Response made = round.upload(reporter(), "자료." + kind, "application/octet-stream", content);

        made.then().statusCode(201);
        assertThat(reporter().get(made.header("Location")).asByteArray()).isEqualTo(content);
        assertThat((int) reporter().get(round.address() + "?count=true").path("total"))
                .isEqualTo(1);
    }

    @Test
    void emptyFilesAndFilesWithoutANameAreRefused() {
        assertProblem(round.upload(reporter(), "a.txt", "text/plain", new byte[0]), 400, "unreadable");
        assertProblem(reporter().contentType(PNG).body(Samples.png()).post(round.address()), 400, "unreadable");
        assertProblem(
                round.upload(reporter().queryParam("title", " "), "a.png", PNG, Samples.png()), 400, "unreadable");
        assertProblem(round.upload(reporter().queryParam("name", "a"), "a.png", PNG, Samples.png()), 400, "unreadable");
    }

    @Test
    void whatSaysThatItIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        String early = said(round.address(), "Content-Length: " + 21 * MEBIBYTE + "\r\n\r\n");

        assertThat(early).startsWith("HTTP/1.1 413").contains("/problems/evidence-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/evidence", "/api/v1/checkpoints/x/evidence/y", "/api/v1/checkpoints"})
    void noOtherAddressTakesMoreThanJsonMayHave(String address) throws IOException {
        String refused = said(address, "Content-Length: " + 2 * MEBIBYTE + "\r\n\r\n");

        assertThat(refused).startsWith("HTTP/1.1 413").contains("/problems/too-large");
    }

    /** The beginning of the answer to the beginning of a request. */
    private static String said(String address, String rest) throws IOException {
        try (Socket socket = request("POST", address, rest)) {
            byte[] answer = new byte[4096];
            int length = socket.getInputStream().readNBytes(answer, 0, 16);
            length += socket.getInputStream().read(answer, length, answer.length - length);
            return new String(answer, 0, length, StandardCharsets.UTF_8);
        }
    }

    private static Socket request(String method, String address, String rest) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(10_000);
        String head = method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.reporter("DAPA") + "\r\nContent-Disposition: attachment; filename=a.png\r\n" + rest;
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void whatDoesNotSayThatItIsTooLargeIsRefusedWhenItIs() throws Exception {
        byte[] picture = picture(21 * MEBIBYTE);
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + round.address()))
                .header("Authorization", "Bearer " + Tokens.reporter("DAPA"))
                .header("Content-Disposition", "attachment; filename=a.png")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(picture)))
                .build();

        HttpResponse<String> refused = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("/problems/evidence-too-large", "20 MiB");
        assertThat(round.files()).isZero();
    }

    /** More often than there are connections to the database, so that one that was not given back would be missed. */
    @Test
    void whoGoesAwayLeavesNothingAndHoldsNothing() throws IOException {
        byte[] part = Arrays.copyOf(picture(MEBIBYTE), 300_000);
        for (int i = 0; i < 30; i++) {
            try (Socket socket = request("POST", round.address(), "Content-Length: " + MEBIBYTE + "\r\n\r\n")) {
                socket.getOutputStream().write(part);
            }
        }
        String[] made = {null};
        await().until(() -> {
            Response response = round.upload(reporter(), "a.png", PNG, picture(5 * MEBIBYTE));
            made[0] = response.header("Location");
            return response.statusCode() == 201;
        });
        await().until(() -> round.files() == 1);

        for (int i = 0; i < 30; i++) {
            try (Socket socket = request("GET", made[0], "\r\n")) {
                InputStream answer = socket.getInputStream();
                assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }
        }
        reporter().get(made[0]).then().statusCode(200);
        reporter().get(round.address()).then().statusCode(200);
    }

    @Test
    void aRepeatedRequestOfAMachineHasOneEffect() {
        String key = UUID.randomUUID().toString();

        assertProblem(round.upload(machine(), "a.png", PNG, Samples.png()), 400, "idempotency-key-required");
        Response first = round.upload(machine().header("Idempotency-Key", key), "a.png", PNG, Samples.png());
        Response again = round.upload(machine().header("Idempotency-Key", key), "a.png", PNG, Samples.png());
        Response other = round.upload(machine().header("Idempotency-Key", key), "a.png", PNG, picture(100));
        Response renamed = round.upload(machine().header("Idempotency-Key", key), "b.png", PNG, Samples.png());

        first.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertProblem(other, 422, "idempotency-key-reused");
        assertProblem(renamed, 422, "idempotency-key-reused");
        assertThat(round.files()).isEqualTo(1);
    }

    private static RequestSpecification machine() {
        return as(Tokens.machine("DAPA"));
    }

    @Test
    void aCheckpointTakesNoMoreFilesThanOneMayHave() {
        OwnerSql.run("""
                INSERT INTO evidence (id, checkpoint, task, agency, proxy, title, file_name, media_type, size, sha256,
                    uploaded_at, uploaded_by)
                SELECT gen_random_uuid(), id, task, agency, false, 't', 'n', 'image/png', 1, repeat('0', 64), now(), 'x'
                FROM checkpoint, generate_series(1, 20) WHERE id = '%s'""".formatted(round.checkpoint));

        assertProblem(round.upload(reporter(), "a.png", PNG, Samples.png()), 409, "evidence-full");
        assertThat(round.files()).isEqualTo(20);
    }

    @Test
    void theFilesOfACheckpointHoldNoMoreThanTheyMay() {
        round.uploaded(reporter());
        OwnerSql.run("UPDATE evidence SET size = 104857600 WHERE checkpoint = '" + round.checkpoint + "'");

        assertProblem(round.upload(reporter(), "a.png", PNG, Samples.png()), 409, "evidence-full");
    }

    @Test
    void nothingIsTakenForAWaivedCheckpoint() {
        round.waive();

        assertProblem(round.upload(reporter(), "a.png", PNG, Samples.png()), 409, "evidence-waived");
    }
}
