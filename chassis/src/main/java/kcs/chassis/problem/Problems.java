package kcs.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a refusal out in the caller's language; the one place where a {@link Problem} is made. */
@Singleton
public class Problems {
    /** Where the pages of {@code docs/problems} are read. */
    private static final String PAGES = "/problems/";

    private final ProblemTexts texts;
    private final ObjectMapper json;
    private final List<ProblemMembers> others;

    /** @param others who say more in the problems of some addresses */
    Problems(ProblemTexts texts, ObjectMapper json, @All List<ProblemMembers> others) {
        this.texts = texts;
        this.json = json;
        this.others = others;
    }

    /** The body that answers a request. */
    public Problem describe(ProblemException problem, RoutingContext request) {
        Locale language = ProblemTexts.language(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        List<FieldError> errors =
                problem.errors().stream().map(error -> inWords(error, language)).toList();
        return new Problem(
                PAGES + problem.slug(),
                texts.text(problem.slug() + ".title", language),
                problem.status(),
                texts.text(problem.slug() + ".detail", language, problem.arguments()),
                request.request().path(),
                TraceId.of(request),
                errors,
                members(problem, request));
    }

    private Map<String, Object> members(ProblemException problem, RoutingContext request) {
        Map<String, Object> members = new LinkedHashMap<>(problem.members());
        others.forEach(other -> members.putAll(other.of(problem, request)));
        return members;
    }

    private FieldError inWords(FieldError error, Locale language) {
        if (error.detail() != null) {
            return error;
        }
        return new FieldError(error.pointer(), error.code(), texts.text(error, language));
    }

    /** Answers a request below JAX-RS. */
    public void send(ProblemException problem, RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(bytes(describe(problem, request)));
    }

    private io.vertx.core.buffer.Buffer bytes(Problem problem) {
        try {
            return io.vertx.core.buffer.Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
