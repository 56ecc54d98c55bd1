package kcs.chassis.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The name of a request in answers, events and logs: the tracer's, else the caller's {@code traceparent}, else new. */
public final class TraceId {
    private static final String KEY = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    private TraceId() {}

    /** The trace id of a request, 32 hexadecimal digits; the same for as long as the request lasts; its logs carry it, too. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String id = find(request);
        request.put(KEY, id);
        MDC.put(KEY, id);
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

    /** The W3C {@code traceparent} that leads back to what this thread is doing; null when that is no request. */
    public static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                    + span.getTraceFlags().asHex();
        }
        return MDC.get(KEY) instanceof String id ? "00-" + id + "-" + random(8) + "-00" : null;
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
