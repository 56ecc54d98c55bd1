package kcs.chassis.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error, after RFC 9457.
 *
 * @param type page that explains this kind of problem and what to do about it
 * @param title short name of the kind, in the caller's language
 * @param status the HTTP status
 * @param detail what happened here and what to do, in the caller's language
 * @param instance path of the request
 * @param traceId the request in the logs and traces: give it when asking for help
 * @param errors the places of the input that are wrong
 * @param members what this kind says besides
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "traceId", "errors"})
public record Problem(
        @Schema(required = true, maxLength = 200, examples = "/problems/illegal-transition")
        String type,

        @Schema(required = true, maxLength = 200) String title,

        @Schema(required = true, minimum = "400", maximum = "599")
        int status,

        @Schema(maxLength = 4000) String detail,
        @Schema(maxLength = 2000) String instance,
        @Schema(maxLength = 64) String traceId,
        @Schema(maxItems = 1000) List<FieldError> errors,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
