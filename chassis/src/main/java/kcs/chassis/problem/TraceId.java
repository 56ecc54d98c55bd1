package kcs.chassis.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a request in answers, events and logs: the tracer's, else the caller's {@code traceparent}, else new. */
public final class TraceId {
    private static final String KEY = "kcs.traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    private TraceId() {}

    /** The trace id of a request, 32 hexadecimal digits; the same for as long as the request lasts. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String id = find(request);
        request.put(KEY, id);
        return id;
    }

    private static String find(RoutingContext request) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        String parent = request.request().getHeader("traceparent");
        if (parent != null) {
            Matcher matcher = TRACEPARENT.matcher(parent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return random(16);
    }

    /** A W3C {@code traceparent} that leads back to a request. */
    public static String traceparent(RoutingContext request) {
        return "00-" + of(request) + "-" + random(8) + "-01";
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
