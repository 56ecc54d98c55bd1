package kcs.agency.agencies;

import static kcs.agency.agencies.Api.AGENCIES;
import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import kcs.chassis.time.Seoul;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "agency"))
class AgencyResourceTest {
    private static final LocalDate TODAY = Seoul.today(Clock.systemUTC());

    @Test
    void registersAnAgency() {
        String code = Api.newCode();

        Response created = Api.register("""
                {"code": "%s", "officialCode": "1220000", "officialCodeVerified": true,
                 "names": [{"name": {"ko": "관세연구청", "en": "Customs Research"}, "shortName": {"ko": "관연청"}, "validFrom": "2024-01-01"}],
                 "type": "ADMINISTRATION", "parent": "KCS", "reports": true, "validFrom": "2024-01-01",
                 "contacts": [{"department": "총괄과", "phone": "+82-42-481-0000", "email": "office@example.go.kr"}]}
                """.formatted(code));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(AGENCIES + "/" + code);
        assertThat(created.header("ETag")).startsWith("\"0-");
        JsonPath agency = created.jsonPath();
        assertThat(agency.getString("name.ko")).isEqualTo("관세연구청");
        assertThat(agency.getString("shortName.ko")).isEqualTo("관연청");
        assertThat(agency.getString("nameProvenance")).isEqualTo("RECORDED");
        assertThat(agency.getString("status")).isEqualTo("ACTIVE");
        assertThat(agency.getString("contacts[0].department")).isEqualTo("총괄과");
        assertThat(Api.planner().get(AGENCIES + "/" + code).asString()).isEqualTo(created.asString());
        Api.patch(code, "{\"officialCode\": null, \"officialCodeVerified\": false}")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesACodeThatIsTaken() {
        String code = Api.registered();

        assertProblem(Api.register(Api.body(code)), 409, "agency-exists");
    }

    @Test
    void showsContactsToSignedInUsersOnly() {
        String code = Api.registered();
        Api.patch(code, "{\"contacts\": [{\"department\": \"협업과\", \"email\": \"a@example.go.kr\"}]}")
                .then()
                .statusCode(200);

        assertThat(Api.get(code).asString()).doesNotContain("contacts").doesNotContain("협업과");
        assertThat(Api.anybody().get(AGENCIES + "?q=" + code).asString()).doesNotContain("협업과");
        for (String token :
                new String[] {Tokens.reporter("KNPA"), Tokens.committee(), Tokens.nobody(), Tokens.service()}) {
            Response seen = Api.with(token).get(AGENCIES + "/" + code);
            assertThat(seen.jsonPath().getString("contacts[0].department")).isEqualTo("협업과");
            assertThat(seen.header("Vary")).contains("Authorization");
            assertThat(seen.header("ETag")).isNotEqualTo(Api.etag(code));
        }
    }

    @Test
    void renamesFromADayAheadOn() {
        String code = Api.registered();
        LocalDate day = TODAY.plusDays(30);

        Response renamed = Api.patch(code, """
                {"names": [{"name": {"ko": "시험기관 %s", "en": "Test agency %s"}},
                           {"name": {"ko": "새이름청"}, "validFrom": "%s"}]}""".formatted(code, code, day));

        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(renamed.jsonPath().getString("name.ko")).isEqualTo("시험기관 " + code);
        assertThat(renamed.jsonPath().getLong("version")).isEqualTo(1);
        assertThat(nameOn(code, day.minusDays(1))).isEqualTo("시험기관 " + code);
        assertThat(nameOn(code, day)).isEqualTo("새이름청");
        assertThat(Api.anybody().get(AGENCIES + "?q=새이름&parent=&asOf=" + day).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersThePastWithTheNamesOfThePast() {
        String code = Api.registered();
        Api.patch(code, """
                {"names": [{"name": {"ko": "시험기관 %s"}}, {"name": {"ko": "나중이름"}, "validFrom": "2024-08-21"}]}""".formatted(code)).then().statusCode(200);

        assertThat(nameOn(code, LocalDate.of(2024, 7, 1))).isEqualTo("시험기관 " + code);
        assertThat(nameOn(code, TODAY)).isEqualTo("나중이름");
    }

    @Test
    void keepsANameThatHasBegun() {
        String code = Api.registered();

        Response refused = Api.patch(code, "{\"names\": [{\"name\": {\"ko\": \"전혀 다른 이름\"}}]}");

        assertProblem(refused, 422, "invalid");
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/names");
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("name-in-effect");
    }

    @Test
    void abolishesWithALastDayAndAReason() {
        String code = Api.registered();

        Response refused = Api.patch(code, "{\"status\": \"ABOLISHED\"}");
        Response done = Api.patch(
                code, "{\"status\": \"ABOLISHED\", \"validTo\": \"%s\", \"reason\": \"정부조직 개편\"}".formatted(TODAY));
        Response back = Api.patch(code, "{\"status\": \"ACTIVE\", \"validTo\": null}");

        assertProblem(refused, 422, "invalid");
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly("/validTo", "/reason");
        assertThat(done.jsonPath().getString("status")).isEqualTo("ABOLISHED");
        assertProblem(back, 409, "agency-abolished");
        assertThat(back.jsonPath().getList("allowed")).isEmpty();
    }

    @Test
    void belongsToAnAgencyThatExists() {
        String code = Api.registered();

        Response unknown = Api.patch(code, "{\"parent\": \"NOWHERE\"}");

        assertProblem(unknown, 422, "invalid");
        assertThat(unknown.jsonPath().getString("errors[0].code")).isEqualTo("unknown-agency");
        assertProblem(Api.patch(code, "{\"parent\": \"%s\"}".formatted(code)), 422, "invalid");
    }

    @Test
    void makesNoRingOfAgencies() {
        String top = Api.registered();
        String below = Api.registered(
                Api.body(Api.newCode()).replace("\"reports\"", "\"parent\": \"" + top + "\", \"reports\""));

        Response ring = Api.patch(top, "{\"parent\": \"%s\"}".formatted(below));

        assertProblem(ring, 422, "invalid");
        assertThat(ring.jsonPath().getString("errors[0].code")).isEqualTo("cycle");
    }

    @Test
    void changesNothingWhereNothingIsDifferent() {
        String code = Api.registered();

        Response same = Api.patch(code, "{}");

        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.jsonPath().getLong("version")).isZero();
    }

    @Test
    void sharesNoOfficialCodeBetweenLivingAgencies() {
        String officialCode = "9%06d"
                .formatted(java.util.concurrent.ThreadLocalRandom.current().nextInt(1_000_000));
        Api.patch(Api.registered(), "{\"officialCode\": \"%s\"}".formatted(officialCode))
                .then()
                .statusCode(200);

        assertProblem(
                Api.patch(Api.registered(), "{\"officialCode\": \"%s\"}".formatted(officialCode)), 409, "conflict");
    }

    @Test
    void keepsItsHistory() {
        String code = Api.registered();
        Api.patch(code, "{\"type\": \"MINISTRY\", \"reason\": \"정정\"}").then().statusCode(200);
        Api.patch(code, "{\"contacts\": [{\"department\": \"비밀과\"}]}").then().statusCode(200);

        Response history = Api.planner().get(AGENCIES + "/" + code + "/history?count=true");
        JsonPath revisions = history.jsonPath();

        assertThat(revisions.getInt("total")).isEqualTo(3);
        assertThat(revisions.getList("items.version")).containsExactly(0, 1, 2);
        assertThat(revisions.getString("items[1].reason")).isEqualTo("정정");
        assertThat(revisions.getString("items[1].changes[0].field")).isEqualTo("type");
        assertThat(revisions.getString("items[1].changes[0].from")).isEqualTo("ADMINISTRATION");
        assertThat(revisions.getString("items[1].changes[0].to")).isEqualTo("MINISTRY");
        assertThat(revisions.getList("items[1].by.roles")).containsExactly("PLANNER");
        assertThat(revisions.getString("items[1].by.subject")).isNull();
        assertThat(history.asString()).doesNotContain("비밀과");
        assertThat(Api.with(Tokens.auditor())
                        .get(AGENCIES + "/" + code + "/history?sort=-version&limit=1")
                        .jsonPath()
                        .getString("items[0].by.subject"))
                .isEqualTo("planner-1");
    }

    private static String nameOn(String code, LocalDate day) {
        return Api.anybody()
                .get(AGENCIES + "/" + code + "?asOf=" + day)
                .then()
                .statusCode(200)
                .extract()
                .path("name.ko");
    }
}
