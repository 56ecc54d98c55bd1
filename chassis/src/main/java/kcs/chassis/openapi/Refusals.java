package kcs.chassis.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The refusals that every endpoint of a kind has in common, each once under {@code components}. */
final class Refusals {
    private static final Map<Integer, Refusal> ALL = new LinkedHashMap<>();

    static {
        put(400, "Unreadable", "The request cannot be read: see errors.");
        put(401, "Unauthenticated", "There is no token where one is needed, or it is not valid.");
        put(403, "Forbidden", "The caller sees this but may not do it.");
        put(404, "NotFound", "There is no such thing, or the caller may not see it.");
        put(406, "NotAcceptable", "It is not to be had in the format that was asked for.");
        put(409, "Conflict", "The state of the resource does not allow this, or another change got in the way.");
        put(412, "Stale", "It was changed since the caller read it.");
        put(413, "TooLarge", "The body is larger than 1 MiB.");
        put(415, "UnsupportedMediaType", "The body is of another content type than is read here.");
        put(422, "Invalid", "It can be read and is wrong: see errors.");
        put(428, "PreconditionRequired", "If-Match is missing.");
        put(429, "TooManyRequests", "The client asks too much; Retry-After says how many seconds to wait.");
        put(500, "Internal", "The server failed; the traceId finds it in the logs.");
        put(503, "Unavailable", "A part of the system cannot answer now; Retry-After says when to try again.");
    }

    private record Refusal(String name, String description) {}

    private Refusals() {}

    private static void put(int status, String name, String description) {
        ALL.put(status, new Refusal(name, description));
    }

    static void define(Components components) {
        components.addSchema("FieldError", fieldError());
        components.addSchema("Problem", problem());
        ALL.forEach((status, refusal) -> components.addResponse(refusal.name(), response(status, refusal)));
    }

    static void describe(Endpoint endpoint) {
        for (int status : ALL.keySet()) {
            if (applies(status, endpoint)) {
                refuse(endpoint, status);
            }
        }
    }

    private static boolean applies(int status, Endpoint endpoint) {
        return switch (status) {
            case 401 -> !endpoint.isOpen();
            case 403 -> endpoint.writes() || endpoint.isGuarded();
            case 404 -> endpoint.hasSubject();
            case 409 -> endpoint.writes();
            case 412, 428 -> endpoint.needsPrecondition();
            case 413, 415 -> endpoint.hasBody();
            case 422 -> endpoint.writes();
            default -> true;
        };
    }

    private static void refuse(Endpoint endpoint, int status) {
        if (endpoint.operation().getResponses() == null) {
            endpoint.operation().setResponses(OASFactory.createAPIResponses());
        }
        String code = Integer.toString(status);
        APIResponse said = endpoint.operation().getResponses().getAPIResponse(code);
        if (said == null || said.getContent() == null) {
            endpoint.operation()
                    .getResponses()
                    .addAPIResponse(
                            code,
                            OASFactory.createAPIResponse().ref(ALL.get(status).name()));
        }
    }

    private static APIResponse response(int status, Refusal refusal) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(refusal.description())
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
        if (status == 429 || status == 503) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .required(true)
                            .description("Seconds")
                            .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        }
        return response;
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("Every error's body, after RFC 9457. Some kinds have further members.")
                .addType(SchemaType.OBJECT)
                .required(List.of("type", "title", "status", "detail", "instance", "traceId"))
                .addProperty("type", text(200).description("The page that explains this kind of problem"))
                .addProperty("title", text(200).description("The kind, in the caller's language"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599)))
                .addProperty("detail", text(4000).description("What happened and what to do, in the caller's language"))
                .addProperty("instance", text(16000).description("The path of the request"))
                .addProperty("traceId", text(64).description("Finds the request in the logs"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .maxItems(1000)
                                .items(OASFactory.createSchema().ref("FieldError")));
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .description("One place of the input that is wrong")
                .addType(SchemaType.OBJECT)
                .required(List.of("pointer", "code", "detail"))
                .addProperty("pointer", text(500).description("JSON Pointer into the body, or the parameter or header"))
                .addProperty("code", text(60).description("For programs"))
                .addProperty("detail", text(4000).description("For people, in the caller's language"));
    }

    private static Schema text(int most) {
        return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(most);
    }
}
