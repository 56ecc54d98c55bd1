package kcs.agency.agencies;

import static kcs.agency.agencies.Api.AGENCIES;
import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import kcs.agency.catalogue.CatalogueIsLoaded;
import kcs.chassis.testing.StackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "agency"))
class AgencyListTest {

    @BeforeEach
    void awaitTheCatalogue() {
        CatalogueIsLoaded.await();
    }

    @Test
    void findsAgenciesByPartOfAKoreanName() {
        assertThat(codes("q", "산업통상")).contains("MOTIE");
        assertThat(codes("q", "방사청")).contains("DAPA");
    }

    @Test
    void findsAgenciesByPartOfAnEnglishNameInAnyCase() {
        assertThat(codes("q", "CUSTOMS SERVICE")).containsExactly("KCS");
    }

    @Test
    void findsDecomposedKoreanToo() {
        assertThat(codes("q", java.text.Normalizer.normalize("관세청", java.text.Normalizer.Form.NFD)))
                .contains("KCS");
    }

    @Test
    void takesPatternCharactersLiterally() {
        assertThat(codes("q", "%")).isEmpty();
        assertThat(codes("q", "_세청")).isEmpty();
    }

    @Test
    void findsAnAgencyByANameYetToBegin() {
        String code = Api.registered();
        Api.patch(code, """
                {"names": [{"name": {"ko": "시험기관 %s"}}, {"name": {"ko": "앞날청 %s"}, "validFrom": "2100-01-01"}]}""".formatted(code, code)).then().statusCode(200);

        assertThat(codes("q", "앞날청 " + code)).containsExactly(code);
    }

    @Test
    void filtersByTypeAndParentAndStatus() {
        assertThat(codes("parent", "MOTIE")).contains("KATS", "KIPO", "KOSTI").doesNotContain("MOTIE");
        Response customs = Api.anybody()
                .queryParam("type", "FOREIGN_CUSTOMS", "INTERNATIONAL")
                .queryParam("status", "ACTIVE")
                .get(AGENCIES);
        assertThat(customs.jsonPath().getList("items.type", String.class))
                .hasSizeGreaterThanOrEqualTo(6)
                .containsOnly("FOREIGN_CUSTOMS", "INTERNATIONAL");
    }

    @Test
    void pagesByCursorWithoutMissingOrRepeating() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = Api.anybody()
                    .queryParam("limit", 7)
                    .queryParam("sort", "type,-code")
                    .queryParam("status", "ACTIVE")
                    .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get(AGENCIES)
                    .jsonPath();
            seen.addAll(page.getList("items.code", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().contains("KCS", "AFDB", "KITA");
    }

    @Test
    void countsWhenAsked() {
        JsonPath page =
                Api.anybody().get(AGENCIES + "?count=true&limit=1&parent=MOTIE").jsonPath();

        assertThat(page.getInt("total")).isEqualTo(3);
        assertThat(page.getList("items")).hasSize(1);
        assertThat(Api.anybody().get(AGENCIES + "?limit=1").asString()).doesNotContain("total");
    }

    @Test
    void labelsTheNamesOfTheAnnouncement() {
        assertThat(Api.get("KNPA").jsonPath().getString("nameProvenance")).isEqualTo("ANNOUNCED");
        assertThat(Api.get("KNPA").jsonPath().getString("validFrom")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown=1",
                "limit=0",
                "limit=201",
                "limit=ten",
                "limit=1&limit=2",
                "sort=name",
                "sort=code,code",
                "count=yes",
                "type=SOMETHING",
                "status=",
                "asOf=2024-13-01",
                "asOf=20240701",
                "asOf=2024-07-01&asOf=2024-07-02",
                "q=%00",
                "cursor=AAAA",
                "cursor=%EA%B4%80"
            })
    void refusesParametersThatItCannotRead(String query) {
        Response refused = Api.anybody().urlEncodingEnabled(false).get(AGENCIES + "?" + query);

        assertProblem(refused, 400, "unreadable");
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(query.split("=")[0]);
    }

    @Test
    void refusesACursorOfAnotherQuestion() {
        String cursor = Api.anybody().get(AGENCIES + "?limit=1").jsonPath().getString("nextCursor");

        assertProblem(Api.anybody().get(AGENCIES + "?limit=1&status=ACTIVE&cursor=" + cursor), 400, "unreadable");
        assertProblem(Api.anybody().get(AGENCIES + "?sort=-code&cursor=" + cursor), 400, "unreadable");
    }

    private static List<String> codes(String filter, String value) {
        return Api.anybody()
                .queryParam(filter, value)
                .queryParam("limit", 200)
                .get(AGENCIES)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.code");
    }
}
