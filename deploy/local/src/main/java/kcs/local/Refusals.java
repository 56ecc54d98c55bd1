package kcs.local;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the front door itself has to say when it does not pass a request on: RFC 9457, as the services say it. */
final class Refusals {
    static final String TYPE = "application/problem+json";
    static final int RETRY_SECONDS = 5;
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int ID_BYTES = 16;

    private Refusals() {}

    static void notFound(HttpServerRequest request) {
        JsonObject problem = FrontDoor.inKorean(request)
                ? problem(request, "not-found", 404, "찾을 수 없음", "이 주소에는 아무것도 없습니다. 주소를 확인하십시오.")
                : problem(
                        request, "not-found", 404, "Not found", "There is nothing at this address. Check the address.");
        send(request, problem);
    }

    static void methodNotAllowed(HttpServerRequest request) {
        JsonObject problem = FrontDoor.inKorean(request)
                ? problem(request, "method-not-allowed", 405, "이 주소에서 할 수 없는 작업", "이 주소는 읽기만 할 수 있습니다.")
                : problem(
                        request,
                        "method-not-allowed",
                        405,
                        "Not possible at this address",
                        "This address can only be read.");
        request.response().putHeader("Allow", "GET, HEAD");
        send(request, problem);
    }

    static void unavailable(HttpServerRequest request) {
        request.response().putHeader("Retry-After", Integer.toString(RETRY_SECONDS));
        send(request, unavailableProblem(request));
    }

    static JsonObject unavailableProblem(HttpServerRequest request) {
        return FrontDoor.inKorean(request)
                ? problem(request, "unavailable", 503, "일시적으로 이용할 수 없음", "시스템의 일부가 지금 응답하지 못합니다. 잠시 뒤 다시 시도하십시오.")
                : problem(
                        request,
                        "unavailable",
                        503,
                        "Not available now",
                        "A part of the system cannot answer now. Try again in a moment.");
    }

    static String language(HttpServerRequest request) {
        return FrontDoor.inKorean(request) ? "ko" : "en";
    }

    private static void send(HttpServerRequest request, JsonObject problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.getInteger("status"))
                .putHeader("Content-Type", TYPE)
                .putHeader("Content-Language", language(request))
                .putHeader("Vary", "Accept-Language")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        response.end(problem.toBuffer());
    }

    private static JsonObject problem(HttpServerRequest request, String slug, int status, String title, String detail) {
        String target = request.uri();
        int query = target.indexOf('?');
        return new JsonObject()
                .put("type", "/problems/" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", query < 0 ? target : target.substring(0, query))
                .put("traceId", traceId(request));
    }

    private static String traceId(HttpServerRequest request) {
        String parent = request.getHeader("traceparent");
        Matcher matcher = TRACE_PARENT.matcher(parent == null ? "" : parent);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        byte[] id = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
