package kcs.progress.calendar;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kcs.chassis.identity.Caller;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HolidayTableResourceTest extends ProgressTest {
    private static final String TABLES = "/api/v1/holiday-tables";
    private static final String BUSINESS_DAYS = "/api/v1/business-days";

    @Inject
    DataSource database;

    @Inject
    HolidayTableService tables;

    @Inject
    BusinessDays businessDays;

    /** The other tests go by the table that every service begins with. */
    @AfterEach
    void unloadWhatWasLoaded() throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement delete = owner.createStatement()) {
            delete.execute("DELETE FROM holiday_table WHERE version <> '2027.1'");
        }
    }

    @Test
    void everybodyReadsTheTableThatIsThereFromTheStart() {
        Response table = anonymous().get(TABLES + "/2027.1");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.header("ETag")).startsWith("\"1-");
        assertThat(table.jsonPath().getList("years")).containsExactly(2024, 2025, 2026, 2027);
        assertThat(table.jsonPath().getString("announced.find { it.day == '2024-10-01' }.names[0]"))
                .isEqualTo("임시공휴일");
        assertThat(anonymous().get(TABLES).jsonPath().getInt("items.find { it.version == '2027.1' }.days"))
                .isEqualTo(table.jsonPath().getList("announced").size());
    }

    @Test
    void loadingAgainAtTheNextStartAddsNothing() {
        assertThat(tables.addIfMissing(BundledTable.read(), Caller.system("test")))
                .isFalse();
    }

    @Test
    void aNewerTableHoldsForTheYearsThatItStates() {
        assertThat(derived("2028-01-03").jsonPath().getString("dueDerivation.basis"))
                .isEqualTo("RULE");

        Response loaded = load(table("2028.1", List.of(2028), List.of(day("2028-01-03", "임시공휴일"))));

        assertThat(loaded.statusCode()).isEqualTo(201);
        assertThat(loaded.header("Location")).isEqualTo(TABLES + "/2028.1");
        assertThat(anonymous().get(TABLES + "/2028.1").asString()).isEqualTo(loaded.asString());
        Response moved = derived("2028-01-03");
        assertThat(moved.jsonPath().getString("dueOn")).isEqualTo("2028-01-04");
        assertThat(moved.jsonPath().getMap("dueDerivation"))
                .containsEntry("basis", "ANNOUNCED")
                .containsEntry("calendarVersion", "2028.1");
        assertThat(derived("2024-09-15").jsonPath().getString("dueOn")).isEqualTo("2024-09-19");
    }

    @Test
    void listsTheTableThatWasLoadedLastFirst() {
        load(table("2028.9", List.of(2028), List.of(day("2028-01-01", "1월 1일"))));
        load(table("2028.10", List.of(2028), List.of(day("2028-01-01", "1월 1일"))));

        Response first = anonymous().get(TABLES + "?limit=2");
        Response next = anonymous()
                .queryParam("cursor", first.jsonPath().getString("nextCursor"))
                .get(TABLES + "?limit=2");
        Response byVersion = anonymous().get(TABLES + "?sort=-version&count=true");

        assertThat(first.jsonPath().getList("items.version")).containsExactly("2028.10", "2028.9");
        assertThat(next.jsonPath().getList("items.version")).containsExactly("2027.1");
        assertThat(byVersion.jsonPath().getList("items.version")).containsExactly("2028.10", "2028.9", "2027.1");
        assertThat(byVersion.jsonPath().getInt("total")).isEqualTo(3);
    }

    @Test
    void aVersionIsLoadedOnceAndOnlyUpwards() {
        Map<String, Object> table = table("2027.12", List.of(2028), List.of(day("2028-01-01", "1월 1일")));
        load(table);

        assertProblem(load(table), 409, "holiday-table-exists");
        table.put("version", "2027.9");
        assertInvalid(load(table), "/version", "older-version");
        assertThat(anonymous().get(TABLES + "/2027.9").statusCode()).isEqualTo(404);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstOneWas() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> table = table("2029.1", List.of(2029), List.of(day("2029-01-01", "1월 1일")));

        Response first = planner().header("Idempotency-Key", key).body(table).post(TABLES);
        Response again = planner().header("Idempotency-Key", key).body(table).post(TABLES);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertProblem(
                as(Tokens.planningMachine())
                        .contentType("application/json")
                        .body(table)
                        .post(TABLES),
                400,
                "idempotency-key-required");
    }

    @Test
    void onlyAPlannerLoads() {
        Map<String, Object> table = table("2028.1", List.of(2028), List.of(day("2028-01-01", "1월 1일")));

        assertProblem(anonymous().contentType("application/json").body(table).post(TABLES), 401, "unauthenticated");
        for (String token : List.of(Tokens.reporter("DAPA"), Tokens.committee(), Tokens.auditor(), Tokens.admin())) {
            assertProblem(as(token).contentType("application/json").body(table).post(TABLES), 403, "forbidden");
        }
    }

    @Test
    void aTableStatesWholeYears() {
        Map<String, Object> newYear = day("2028-01-01", "1월 1일");

        assertInvalid(load(table("2028.1", List.of(2028), List.of(newYear, newYear))), "/announced/1/day", "repeated");
        assertInvalid(
                load(table("2028.1", List.of(2028), List.of(newYear, day("2029-01-01", "1월 1일")))),
                "/announced/1/day",
                "outside-years");
        assertInvalid(load(table("2028.1", List.of(2028, 2029), List.of(newYear))), "/years/1", "year-without-days");
        assertInvalid(load(table("2028.1", List.of(2028, 2028), List.of(newYear))), "/years/1", "repeated");
        assertInvalid(load(table("2028.1", List.of(2028), List.of())), "/announced", "size");
        assertInvalid(load(table("2028.1", List.of(), List.of(newYear))), "/years", "size");
        assertInvalid(load(Map.of("version", "2028.1", "announced", List.of(newYear))), "/years", "required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028", "2028.0", "2028.01", "28.1", "2028.1 ", "2028.10000"})
    void aVersionHasOneSpelling(String version) {
        assertInvalid(load(table(version, List.of(2028), List.of(day("2028-01-01", "1월 1일")))), "/version", "pattern");
    }

    @Test
    void takesNothingThatItDoesNotKnow() {
        Map<String, Object> table = table("2028.1", List.of(2028), List.of(day("2028-01-01", "1월 1일")));
        table.put("loadedAt", "2026-01-01T00:00:00Z");

        assertUnreadable(load(table), "/loadedAt", "unknown-property");
        assertUnreadable(
                load(table("2028.1", List.of(2028), List.of(day("2028-02-30", "없는 날")))),
                "/announced/0/day",
                "wrong-type");
        assertUnreadable(anonymous().get(TABLES + "/2027.1?year=2024"), "year", "unknown-parameter");
    }

    @ParameterizedTest
    @CsvSource({
        "'', nominalDueOn, required",
        "?nominalDueOn=2024-02-30, nominalDueOn, wrong-type",
        "?nominalDueOn=20240915, nominalDueOn, wrong-type",
        "?nominalDueOn=2024-09-15&nominalDueOn=2024-09-16, nominalDueOn, repeated-parameter",
        "?nominalDueOn=2024-09-15&from=2024-09-15, from, unknown-parameter"
    })
    void refusesWhatIsNoSingleDay(String query, String pointer, String code) {
        assertUnreadable(anonymous().get(BUSINESS_DAYS + query), pointer, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "0001-01-01", "9999-12-31"})
    void answersForEveryDayThatCanBeWritten(String day) {
        assertThat(derived(day).statusCode()).isEqualTo(200);
    }

    @Test
    void theServiceCountsAsTheApiDoes() {
        LocalDate sunday = LocalDate.parse("2024-09-15");

        assertThat(businessDays.derive(sunday).dueOn()).isEqualTo("2024-09-19");
        assertThat(businessDays.isBusinessDay(sunday)).isFalse();
        assertThat(businessDays.next(sunday)).isEqualTo("2024-09-19");
        assertThat(businessDays.plus(sunday, 2)).isEqualTo("2024-09-20");
    }

    @Test
    void theServiceItselfCannotChangeWhatIsLoaded() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String change : List.of("UPDATE holiday_table SET content = '{}'", "DELETE FROM holiday_table")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
            }
        }
    }

    private static Response derived(String nominalDueOn) {
        return anonymous().queryParam("nominalDueOn", nominalDueOn).get(BUSINESS_DAYS);
    }

    private static RequestSpecification planner() {
        return as(Tokens.planner()).contentType("application/json");
    }

    private static Response load(Map<String, Object> table) {
        return planner().body(table).post(TABLES);
    }

    private static Map<String, Object> table(String version, List<Integer> years, List<Map<String, Object>> announced) {
        return new HashMap<>(Map.of("version", version, "years", years, "announced", announced));
    }

    private static Map<String, Object> day(String day, String name) {
        return Map.of("day", day, "names", List.of(name));
    }

    private static void assertInvalid(Response answer, String pointer, String code) {
        assertProblem(answer, 422, "invalid");
        assertNames(answer, pointer, code);
    }

    private static void assertUnreadable(Response answer, String pointer, String code) {
        assertProblem(answer, 400, "unreadable");
        assertNames(answer, pointer, code);
    }

    private static void assertNames(Response answer, String pointer, String code) {
        assertThat(answer.jsonPath().<Map<String, Object>>getList("errors"))
                .anySatisfy(error ->
                        assertThat(error).containsEntry("pointer", pointer).containsEntry("code", code));
    }
}
