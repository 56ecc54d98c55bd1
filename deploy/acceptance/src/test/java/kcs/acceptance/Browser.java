package kcs.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs in as a person does: is sent to the sign-in server, fills its form in, comes back with cookies. */
final class Browser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String front;

    Browser(String front) {
        this.front = front;
        // The sign-in server marks its cookies for encrypted connections; browsers take this machine's own for one.
        cookies.setCookiePolicy((address, cookie) -> {
            cookie.setSecure(false);
            return true;
        });
    }

    /** Signs in and returns what is shown then. */
    HttpResponse<String> signIn(String user, String password, String wanted) {
        Matcher form = FORM.matcher(get("/signin?return=" + encoded(wanted)).body());
        if (!form.find()) {
            throw new IllegalStateException("the sign-in server shows no form");
        }
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encoded(user) + "&password=" + encoded(password))));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** @param site where the request comes from, as a browser says it */
    HttpResponse<String> post(String path, String site, String body, String tag) {
        return send(request(path)
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The cookies of the services, without those of the sign-in server. */
    List<HttpCookie> session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(front + path)).header("Accept-Language", "en");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
