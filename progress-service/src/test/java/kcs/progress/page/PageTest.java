package kcs.progress.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kcs.chassis.testing.OpenApiContract;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageTest extends ProgressTest {
    private static final Pattern ASSET = Pattern.compile("/assets/[\\w./-]+");

    @Test
    void servesThePageUnderAStrictPolicy() {
        Response page = given().get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.asString()).contains("<html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "trusted-types 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }

    @Test
    void servesItsFilesByTheirTypeAndWithATag() {
        Map.of(
                        "/assets/echarts.js", "text/javascript;charset=UTF-8",
                        "/assets/app.js", "text/javascript;charset=UTF-8",
                        "/assets/page.css", "text/css;charset=UTF-8",
                        "/assets/icon.svg", "image/svg+xml",
                        "/assets/panels/feed.js", "text/javascript;charset=UTF-8",
                        "/assets/fonts/PretendardGOV-Bold.subset.woff2", "font/woff2")
                .forEach((path, type) -> {
                    Response file = given().get(path);
                    Response again =
                            given().header("If-None-Match", file.header("ETag")).get(path);

                    assertThat(file.statusCode()).as(path).isEqualTo(200);
                    assertThat(file.contentType()).as(path).isEqualTo(type);
                    assertThat(again.statusCode()).as(path).isEqualTo(304);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/tasks/KCS-2024-01", "/reports", "/desk", "/desk/cycles/1", "/console/tasks/new", "/help"})
    void servesEveryFileThatAPageNames(String page) {
        List<String> named = ASSET.matcher(given().get(page).asString())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(named).anyMatch(path -> path.endsWith("app.js")).anyMatch(path -> path.endsWith("/tokens.css"));
        assertThat(named).allSatisfy(path -> {
            Response file = given().get(path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.header("Cache-Control")).as(path).contains("immutable");
        });
    }

    @Test
    void letsNobodyKeepAFileOfAnotherReleaseForEver() {
        Response older = given().get("/assets/0123456789abcdef/app.js");

        assertThat(older.statusCode()).isEqualTo(200);
        assertThat(older.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void packsWhatGainsByIt() {
        Response packed = given().header("Accept-Encoding", "gzip").get("/assets/page.css");
        Response plain = given().header("Accept-Encoding", "gzip;q=0, *").get("/assets/page.css");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(plain.header("ETag")).isNotEqualTo(packed.header("ETag"));
        assertThat(packed.asString()).isEqualTo(plain.asString());
        assertThat(given().header("Accept-Encoding", "gzip")
                        .get("/assets/fonts/PretendardGOV-Bold.subset.woff2")
                        .header("Content-Encoding"))
                .isNull();
    }

    @Test
    void hasTheChartsInTheirLibrary() {
        assertThat(given().get("/assets/echarts.js").asString()).contains("echarts", "Apache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../application.properties",
                "/assets/%2e%2e/%2e%2e/application.properties",
                "/assets/..%2fapplication.properties",
                "/assets/nothing.js",
                "/assets/fonts",
                "/assets/",
                "/application.properties",
                "/web/index.html",
                "/index.html",
                "/db/projection/V1__board.sql",
                "/META-INF/openapi.yaml",
                "/kcs/progress/page/PageRoutes.class"
            })
    void servesNothingElse(String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);

        OpenApiContract.assertProblem(answer, 404, "not-found");
    }

    @Test
    void takesNoOtherMethod() {
        Response answer = given().body("x").post("/assets/app.js");

        OpenApiContract.assertProblem(answer, 405, "method-not-allowed");
    }
}
