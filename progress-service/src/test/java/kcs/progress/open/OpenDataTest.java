package kcs.progress.open;

import static io.restassured.RestAssured.given;
import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kcs.chassis.testing.Tokens;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may take as data, and nothing besides, whoever asks. */
@QuarkusTest
class OpenDataTest extends RoundTest {
    private static final String ROOT = "/open/v1/";

    private String plan;
    private String task;
    private String hidden;

    @BeforeEach
    void playARound() {
        owners.tellFrom(clock.instant().minus(Duration.ofDays(30)));
        plan = knownPlan();
        task = taskInProgress(withIndicator(Stories.task(plan, 1, "PUBLIC")), "DAPA");
        ObjectNode secret = withIndicator(Stories.task(plan, 2, "GOVERNMENT"));
        secret.withObject("/task/title").put("ko", "비밀스러운 과제");
        hidden = taskInProgress(secret, "DAPA");
        openCycle(plan);
        for (String one : List.of(task, hidden)) {
            Map<String, Object> content = progress(40);
            content.put(
                    "measurements", List.of(Map.of("indicator", "SEIZED", "value", -7.25, "measuredOn", "2024-09-20")));
            file(checkpoint(one, "DAPA"), content).statusCode(201);
            accept(checkpoint(one, "DAPA")).statusCode(201);
        }
        awaitTold(plan);
    }

    @AfterEach
    void tellAheadAgain() {
        owners.tellAhead();
    }

    private static ObjectNode withIndicator(ObjectNode data) {
        ObjectNode task = data.withObject("/task");
        task.withObject("/summary").put("ko", "=1+1 위험 정보를 함께 쓴다").put("en", "Risk information is shared");
        task.put("startsOn", "2024-07-01").putNull("endsOn");
        task.withObject("/source")
                .put("document", "협업 이행방안")
                .put("publishedOn", "2024-06")
                .put("quotation", "위험 정보를 공유");
        ObjectNode indicator = task.withArray("/indicators").addObject();
        indicator.put("code", "SEIZED").put("unit", "건").put("direction", "INCREASE");
        indicator.put("baseline", -10).put("target", -8).putNull("targetOn").putNull("note");
        indicator.withObject("/name").put("ko", "적발 건수").put("en", "Seizures");
        return data;
    }

    private static JsonPath read(String address) {
        return anonymous().get(ROOT + address).then().statusCode(200).extract().jsonPath();
    }

    /** What is told a moment ago is read within a second or so. */
    private static JsonPath awaited(String address, Predicate<JsonPath> shown) {
        return await(address).atMost(Duration.ofSeconds(30)).until(() -> read(address), shown);
    }

    private JsonPath tasks() {
        return awaited("tasks?plan=" + plan, shown -> shown.getString("items[0].health.headline") != null);
    }

    private String publish() {
        String id = writing(Tokens.planner())
                .body(Map.of("plan", plan, "period", "2024Q3"))
                .post("/api/v1/snapshots")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(anonymous().get(ROOT + "reports/" + id).statusCode()).isEqualTo(404);
        assertThat(as(Tokens.planner()).get(ROOT + "reports/" + id).statusCode())
                .as("not even to a planner, who may see it elsewhere")
                .isEqualTo(404);
        writing(Tokens.planner())
                .header("If-Match", "\"0\"")
                .body(Map.of("to", "PUBLISHED", "reason", "위원회 보고를 마침"))
                .post("/api/v1/snapshots/" + id + "/status-transitions")
                .then()
                .statusCode(201);
        return id;
    }

    @Test
    void tellsOfPublicTasksWhatIsPublic() {
        JsonPath shown = tasks();

        assertThat(shown.getMap("").keySet())
                .containsExactly(
                        "resultCode",
                        "resultMsg",
                        "pageNo",
                        "numOfRows",
                        "totalCount",
                        "licence",
                        "updatedAt",
                        "demonstration",
                        "items");
        assertThat(shown.getString("resultCode")).isEqualTo("00");
        assertThat(shown.getString("resultMsg")).isEqualTo("NORMAL SERVICE.");
        assertThat(shown.getInt("totalCount")).isOne();
        assertThat(shown.getBoolean("demonstration")).isFalse();
        assertThat(shown.getString("licence.url")).isEqualTo("https://www.kogl.or.kr/info/licenseType1.do");
        Map<String, Object> item = shown.getMap("items[0]");
        assertThat(item)
                .containsEntry("code", task)
                .containsEntry("status", "IN_PROGRESS")
                .containsEntry("area", "SOCIAL_SAFETY")
                .containsEntry("updatedAt", shown.getString("updatedAt"));
        assertThat(shown.getMap("items[0].areaName")).containsEntry("ko", "사회 안전");
        assertThat(shown.getString("items[0].description.en")).isEqualTo("Risk information is shared");
        assertThat(shown.getMap("items[0].period"))
                .containsEntry("startsOn", "2024-07-01")
                .containsEntry("endsOn", null);
        assertThat(shown.getList("items[0].participants.agency")).containsExactly("KCS", "DAPA");
        assertThat(shown.getString("items[0].participants[1].name.ko")).isEqualTo("기관 DAPA");
        assertThat(shown.getMap("items[0].provenance"))
                .containsEntry("origin", "PUBLISHED")
                .containsEntry("area", "ASSIGNED")
                .containsEntry("document", "협업 이행방안");
        assertThat(shown.getMap("items[0].health")).containsEntry("headline", "ON_TRACK");
    }

    @Test
    void whatIsNotPublicIsInNoListAndInNoCount() {
        tasks();
        for (String list : List.of("tasks", "health", "indicators")) {
            Response answer = anonymous().get(ROOT + list + "?numOfRows=1000&plan=" + plan);
            assertThat(answer.jsonPath().getInt("totalCount")).as(list).isOne();
            assertThat(answer.asString()).doesNotContain("비밀스러운", hidden);
        }
        Response refused = anonymous().get(ROOT + "tasks/" + hidden);
        assertProblem(refused, 404, "not-found");
        assertThat(refused.jsonPath().getString("resultCode")).isEqualTo("03");
        assertThat(refused.jsonPath().getString("resultMsg")).isEqualTo("NODATA_ERROR");
        assertThat(read("tasks/" + task).getString("item.code")).isEqualTo(task);
    }

    @Test
    void whatIsHiddenLaterIsGoneAndComesBackAsItIsThen() {
        tasks();

        stories.show(task, "GOVERNMENT");
        awaited("tasks?plan=" + plan, shown -> shown.getInt("totalCount") == 0);
        assertThat(read("health?plan=" + plan).getInt("totalCount")).isZero();
        assertThat(read("tasks?plan=" + plan).getString("updatedAt")).isNull();
        assertThat(anonymous().get(ROOT + "tasks/" + task).statusCode()).isEqualTo(404);

        stories.move(task, "ON_HOLD");
        stories.show(task, "PUBLIC");
        JsonPath again = awaited("tasks?plan=" + plan, shown -> shown.getInt("totalCount") == 1);
        assertThat(again.getString("items[0].status")).isEqualTo("ON_HOLD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "health", "indicators", "reports", "catalogue"})
    void aTokenChangesNothing(String address) {
        tasks();
        String expected = anonymous().get(ROOT + address).asString();

        for (String token : List.of(Tokens.planner(), Tokens.reporter("DAPA"), Tokens.nobody(), "nobodys.e30.token")) {
            Response answer = as(token).get(ROOT + address);
            assertThat(answer.statusCode()).as(token).isEqualTo(200);
            assertThat(answer.asString()).as(token).isEqualTo(expected);
        }
        assertThat(as(Tokens.planner()).get(ROOT + "tasks/" + hidden).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pageNo=0",
                "pageNo=-1",
                "pageNo=1.5",
                "pageNo=",
                "pageNo=1000001",
                "pageNo=99999999999999999999",
                "pageNo=1&pageNo=2",
                "numOfRows=0",
                "numOfRows=1001",
                "numOfRows=ten",
                "serviceKey=abc",
                "limit=5",
                "status=DONE",
                "health=GREEN"
            })
    void refusesWhatItCannotReadAndSaysSoInBothWays(String query) {
        Response refused = anonymous().get(ROOT + "tasks?" + query);

        assertProblem(refused, 400, "unreadable");
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(query.substring(0, query.indexOf('=')));
        assertThat(refused.jsonPath().getString("resultCode")).isEqualTo("10");
        assertThat(refused.jsonPath().getString("resultMsg")).isEqualTo("INVALID_REQUEST_PARAMETER_ERROR");
    }

    @Test
    void pagesGoOnFromOneAnotherInTheOrderOfTheCodes() {
        for (int no = 3; no <= 6; no++) {
            stories.task(plan, no);
        }
        String list = "tasks?numOfRows=2&plan=" + plan;
        JsonPath first = awaited(list, shown -> shown.getInt("totalCount") == 5);

        assertThat(first.getList("items.code")).containsExactly(plan + "-01", plan + "-03");
        assertThat(read(list + "&pageNo=2").getList("items.code")).containsExactly(plan + "-04", plan + "-05");
        assertThat(read(list + "&pageNo=3").getList("items.code")).containsExactly(plan + "-06");
        JsonPath behind = read(list + "&pageNo=1000000");
        assertThat(behind.getList("items")).isEmpty();
        assertThat(behind.getString("resultCode")).isEqualTo("00");
        assertThat(behind.getInt("totalCount")).isEqualTo(5);
        assertThat(read("tasks").getInt("numOfRows")).isEqualTo(10);
    }

    @Test
    void isFilteredByWhatIsListed() {
        stories.task(plan, 3);
        awaited("tasks?plan=" + plan, shown -> shown.getInt("totalCount") == 2);

        Map<String, Integer> counts = Map.of(
                "&status=SELECTED", 1,
                "&status=SELECTED&status=IN_PROGRESS", 2,
                "&agency=DAPA", 1,
                "&agency=NONESUCH", 0,
                "&area=SOCIAL_SAFETY", 2,
                "&origin=REGISTERED", 0,
                "&health=ON_TRACK", 1);
        counts.forEach((filter, count) -> assertThat(
                        read("tasks?plan=" + plan + filter).getInt("totalCount"))
                .as(filter)
                .isEqualTo(count));
        assertThat(read("health?headline=ON_TRACK&disagreement=false&task=" + task)
                        .getInt("totalCount"))
                .isOne();
    }

    @Test
    void whatWasMeasuredIsThereOncePublished() throws Exception {
        tasks();
        JsonPath before = read("indicators?task=" + task);
        assertThat(before.getMap("items[0]"))
                .containsEntry("target", -8)
                .containsEntry("value", null)
                .containsEntry("values", List.of());
        assertThat(read("indicators?measured=true&plan=" + plan).getInt("totalCount"))
                .isZero();

        String id = publish();

        JsonPath after = awaited("indicators?task=" + task, shown -> shown.getString("items[0].value") != null);
        assertThat(after.getMap("items[0]"))
                .containsEntry("value", -7.25f)
                .containsEntry("measuredOn", "2024-09-20")
                .containsEntry("reached", true);
        assertThat(after.getMap("items[0].values[0]"))
                .containsEntry("agency", "DAPA")
                .containsEntry("report", id);
        assertThat(read("indicators?measured=true&plan=" + plan).getList("items.task"))
                .containsExactly(task);
        assertThat(read("tasks/" + task).getString("item.indicators[0].values[0].report"))
                .isEqualTo(id);
        String csv =
                anonymous().get(ROOT + "indicators?format=csv&task=" + task).asString();
        assertThat(csv).contains(",-8,").contains(",-7.25,2024-09-20,true,");
    }

    @Test
    void publishedReportsAreTheVeryBytesThatWereFrozen() throws Exception {
        String id = publish();

        JsonPath list = awaited("reports?plan=" + plan, shown -> shown.getInt("totalCount") == 1);
        assertThat(list.getString("items[0].id")).isEqualTo(id);
        assertThat(list.getString("items[0].publishedAt")).isEqualTo(list.getString("updatedAt"));
        List<Map<String, Object>> files = list.getList("items[0].files");
        assertThat(files).hasSize(9);
        for (Map<String, Object> file : files) {
            Response answer = anonymous().get((String) file.get("href"));
            byte[] bytes = answer.asByteArray();
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .as("%s", file)
                    .isEqualTo(file.get("sha256"));
            assertThat(answer.contentType()).startsWith((String) file.get("mediaType"));
            assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
            assertThat(answer.header("Vary")).doesNotContain("Authorization");
        }
        String shown = anonymous().get(ROOT + "reports/" + id).asString();
        assertThat(shown).contains(task).doesNotContain("비밀스러운", hidden);
        assertThat(shown)
                .isEqualTo(as(Tokens.planner())
                        .get("/api/v1/snapshots/" + id + "/report?edition=PUBLIC")
                        .asString());
        assertProblem(anonymous().get(ROOT + "reports/" + id + "?edition=GOVERNMENT"), 400, "unreadable");
        assertProblem(anonymous().get(ROOT + "reports/" + id + "?format=exe"), 406, "unknown-format");
        assertThat(read("reports?period=2023Q1&plan=" + plan).getInt("totalCount"))
                .isZero();
    }

    @Test
    void aListIsToBeHadAsCsvWithoutFormulas() {
        tasks();
        String byParameter = new String(
                anonymous().get(ROOT + "tasks?format=csv&plan=" + plan).asByteArray(), StandardCharsets.UTF_8);
        Response byAccept = anonymous().accept("text/csv").get(ROOT + "tasks?plan=" + plan);

        assertThat(byParameter)
                .startsWith("\ufeffcode,plan,no,titleKo,titleEn,")
                .contains(task, "'=1+1", "KCS:LEAD DAPA:PARTNER");
        assertThat(new String(byAccept.asByteArray(), StandardCharsets.UTF_8)).isEqualTo(byParameter);
        assertThat(byAccept.contentType()).isEqualToIgnoringWhitespace("text/csv;charset=UTF-8");
        assertThat(byAccept.header("Content-Disposition")).isEqualTo("attachment; filename=\"tasks.csv\"");
        Response refused = anonymous().get(ROOT + "tasks?format=pdf");
        assertProblem(refused, 406, "unknown-format");
        assertThat(refused.jsonPath().getList("formats")).containsExactly("application/json", "text/csv");
    }

    @Test
    void theCatalogueIsADataCatalogOfSchemaOrg() {
        tasks();
        publish();
        awaited("reports?plan=" + plan, shown -> shown.getInt("totalCount") == 1);
        Response answer = anonymous().get(ROOT + "catalogue");
        JsonPath catalogue = answer.jsonPath();

        assertThat(answer.contentType()).startsWith("application/ld+json");
        assertThat(catalogue.getString("'@context'")).isEqualTo("https://schema.org/");
        assertThat(catalogue.getString("'@type'")).isEqualTo("DataCatalog");
        assertThat(catalogue.getString("'@id'")).isEqualTo("https://kcs.example/open/v1/catalogue");
        assertThat(catalogue.getList("name.'@language'")).containsExactly("ko", "en");
        assertThat(catalogue.getList("dataset.'@type'")).containsOnly("Dataset").hasSize(4);
        assertThat(catalogue.getList("dataset.license")).containsOnly("https://www.kogl.or.kr/info/licenseType1.do");
        assertThat(catalogue.getList("dataset.dateModified")).hasSize(4).doesNotContainNull();
        assertThat(catalogue.getString("dataset[0].temporalCoverage")).startsWith("2024-07-01/");
        assertThat(catalogue.getList("dataset[2].variableMeasured.propertyID")).contains(task + "/SEIZED");
        assertThat(catalogue.getString("dataset[0].creativeWorkStatus")).isNull();
        List<Map<String, String>> distribution = catalogue.getList("dataset.distribution.flatten()");
        assertThat(distribution).hasSize(8 + 9).allSatisfy(download -> {
            assertThat(download).containsEntry("@type", "DataDownload");
            Response downloaded = anonymous().get(download.get("contentUrl").substring("https://kcs.example".length()));
            assertThat(downloaded.statusCode()).isEqualTo(200);
            assertThat(downloaded.contentType()).startsWith(download.get("encodingFormat"));
        });
    }

    @Test
    void isKeptByWhoeverReadItAndReadByPagesOfAnyOrigin() {
        JsonPath shown = tasks();
        Response answer =
                anonymous().header("Origin", "https://elsewhere.example").get(ROOT + "tasks?plan=" + plan);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(answer.headers().getValues("Vary")).containsExactly("Accept, Accept-Language");
        assertThat(answer.header("Link")).isEqualTo("<https://www.kogl.or.kr/info/licenseType1.do>; rel=\"license\"");
        assertThat(answer.header("Last-Modified")).endsWith(" GMT");
        assertThat(shown.getString("updatedAt")).isNotBlank();
        anonymous()
                .header("If-None-Match", answer.header("ETag"))
                .get(ROOT + "tasks?plan=" + plan)
                .then()
                .statusCode(304)
                .header("ETag", answer.header("ETag"));
        // A browser asks so before it asks; no document describes that.
        Response preflight = given().options(ROOT + "tasks");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("If-None-Match");
        assertThat(anonymous().get("/api/v1/dashboard").header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void saysWhenThereIsNoSuchInterface() {
        Response nowhere = anonymous().get(ROOT + "secrets");
        assertProblem(nowhere, 404, "not-found");
        assertThat(nowhere.jsonPath().getString("resultCode")).isEqualTo("12");
        assertThat(nowhere.jsonPath().getString("resultMsg")).isEqualTo("NO_OPENAPI_SERVICE_ERROR");
        assertThat(nowhere.header("Access-Control-Allow-Origin")).isEqualTo("*");

        Response post = anonymous().contentType("application/json").body("{}").post(ROOT + "tasks");
        assertProblem(post, 405, "method-not-allowed");
        assertThat(post.jsonPath().getString("resultCode")).isEqualTo("12");
        assertThat(anonymous().get("/api/v1/secrets").jsonPath().getString("resultCode"))
                .isNull();
    }
}
