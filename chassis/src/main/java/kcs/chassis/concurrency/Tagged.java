package kcs.chassis.concurrency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a resource and its entity tag, or with 304 to a caller that has it already. */
@Singleton
public class Tagged {
    private final RoutingContext request;
    private final ObjectMapper json;

    Tagged(RoutingContext request, ObjectMapper json) {
        this.request = request;
        this.json = json;
    }

    /** The answer that shows this view of this version to this request's caller. */
    public RestResponse<byte[]> answer(long version, Object view) {
        return answer(written(version, view));
    }

    /** The answer that shows what was written to this request's caller. */
    public RestResponse<byte[]> answer(Written view) {
        boolean known = ETag.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), view.etag());
        RestResponse.ResponseBuilder<byte[]> answer = RestResponse.ResponseBuilder.<byte[]>create(
                        known ? RestResponse.Status.NOT_MODIFIED : RestResponse.Status.OK)
                .header(HttpHeaders.ETAG, view.etag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return known
                ? answer.build()
                : answer.entity(view.body())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    /** A view of a version as it goes over the wire. */
    public Written written(long version, Object view) {
        try {
            byte[] body = json.writeValueAsBytes(view);
            return new Written(ETag.of(version, body), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Final bytes and their tag; the bytes are nobody's to change. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Written(String etag, byte[] body) {}
}
