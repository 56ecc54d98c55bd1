package kcs.progress.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/?plan=KCS-2024&lang=en, /?plan=KCS-2024&lang=en",
        "/api/v1/reports/portfolio?period=2024Q3#top, /api/v1/reports/portfolio?period=2024Q3#top",
        "/?plan=한, /?plan=%ED%95%9C",
        "/%2F%2Fevil.example, /%2F%2Fevil.example"
    })
    void leadsToAPathOfThisSite(String asked, String path) {
        assertThat(ReturnPath.of(List.of(asked))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "///evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\nSet-Cookie: a=b",
                " //evil.example",
                "?a=b"
            })
    void leadsNowhereElse(String asked) {
        assertThat(ReturnPath.of(List.of(asked))).isEqualTo("/");
    }

    @Test
    void leadsToThePageWhereNothingOrTooMuchIsAskedFor() {
        assertThat(ReturnPath.of(List.of())).isEqualTo("/");
        assertThat(ReturnPath.of(List.of("/a", "/b"))).isEqualTo("/");
        assertThat(ReturnPath.of(List.of("/" + "a".repeat(2000)))).isEqualTo("/");
    }
}
