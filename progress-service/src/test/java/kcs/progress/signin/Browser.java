package kcs.progress.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import kcs.chassis.testing.OpenApiContract;

/** Follows redirects and keeps cookies as a browser does; it stands on an encrypted connection by its own belief. */
final class Browser {
    private static final OpenApiContract CONTRACT = new OpenApiContract();

    private final Map<String, Cookie> cookies = new TreeMap<>();

    /** Asks for a path of this site that is no part of the API. */
    Response get(String path) {
        return kept(plain().get(path));
    }

    /** Signs in and returns the last answer, which leads to where the person wanted to be. */
    Response signIn(String login, int life, String wanted) {
        Response started = get("/signin?return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        assertThat(started.statusCode()).isEqualTo(302);
        Response returned = get(relative(callback(started, login, life)));
        assertThat(returned.statusCode()).as(returned.asString()).isEqualTo(302);
        return get(relative(returned.header("Location")));
    }

    Browser signedIn(String login) {
        assertThat(signIn(login, 300, "/").statusCode()).isEqualTo(303);
        return this;
    }

    /** Where the sign-in server sends the browser that was sent to it. */
    static String callback(Response started, String login, int life) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(started.header("Location") + "&login=" + login + "&life=" + life)
                .header("Location");
    }

    static String relative(String location) {
        URI address = URI.create(location);
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    /** A request of a page of this site, whose answers are held to the contract. */
    RequestSpecification page() {
        return shown(given().filter(CONTRACT)).header("Sec-Fetch-Site", "same-origin");
    }

    /** The same without a word of where it comes from. */
    RequestSpecification silent() {
        return shown(given().filter(CONTRACT));
    }

    Response signOut() {
        return kept(plain().header("Sec-Fetch-Site", "same-origin").post("/signout"));
    }

    Response kept(Response answer) {
        answer.detailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        });
        return answer;
    }

    Map<String, Cookie> cookies() {
        return cookies;
    }

    Cookie session() {
        return cookies.get("q_session_console");
    }

    private RequestSpecification plain() {
        return shown(given().redirects().follow(false).urlEncodingEnabled(false));
    }

    private RequestSpecification shown(RequestSpecification request) {
        cookies.values().forEach(cookie -> request.cookie(cookie.getName(), cookie.getValue()));
        return request;
    }
}
