package kcs.chassis.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that every endpoint of a kind has in common. */
final class Headers {
    private static final int LONGEST_TAG = 200;

    private Headers() {}

    static void define(Components components) {
        components.addParameter(
                "Accept-Language",
                header("Accept-Language", "Language of the titles and details of problems: ko, unless en is preferred")
                        .schema(text(200).addExample("ko")));
        components.addParameter(
                "If-None-Match",
                header("If-None-Match", "The ETag that the caller has: 304 when it still is that one")
                        .schema(text(1000)));
        components.addParameter(
                "If-Match",
                header(
                                "If-Match",
                                "The ETag of the resource as the caller last read it. Without it 428, when stale 412;"
                                        + " only its version is compared")
                        .schema(text(1000)));
        components.addParameter(
                "Idempotency-Key",
                header(
                                "Idempotency-Key",
                                "The same key and body gives the same answer and one effect, another body 422."
                                        + " Machine clients must send it")
                        .schema(text(200).minLength(1).pattern("^[!-~]+$")));
        components.addHeader(
                "ETag",
                OASFactory.createHeader()
                        .description("Version of the resource, to be sent as If-Match; strong")
                        .required(true)
                        .schema(text(LONGEST_TAG).addExample("\"3-1a2b3c4d\"")));
        components.addHeader(
                "Location",
                OASFactory.createHeader()
                        .description("Where the created resource is")
                        .required(true)
                        .schema(text(2000)));
    }

    static void describe(Endpoint endpoint) {
        add(endpoint, "Accept-Language");
        if (endpoint.readsOne() || endpoint.isOpen()) {
            add(endpoint, "If-None-Match");
            answer(endpoint, "200", "ETag");
            endpoint.operation()
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("It is still the one that the caller has.")
                                    .addHeader("ETag", OASFactory.createHeader().ref("ETag")));
        }
        if (endpoint.needsPrecondition()) {
            add(endpoint, "If-Match");
        }
        if (endpoint.creates()) {
            add(endpoint, "Idempotency-Key");
            answer(endpoint, "201", "Location");
        }
    }

    private static void add(Endpoint endpoint, String parameter) {
        List<Parameter> declared = endpoint.operation().getParameters();
        boolean known =
                declared != null && declared.stream().anyMatch(one -> parameter.equalsIgnoreCase(one.getName()));
        if (!known) {
            endpoint.operation().addParameter(OASFactory.createParameter().ref(parameter));
        }
    }

    private static void answer(Endpoint endpoint, String status, String header) {
        APIResponse response = endpoint.operation().getResponses().getAPIResponse(status);
        if (response == null) {
            return;
        }
        Map<String, Header> said = response.getHeaders();
        if (said == null || !said.containsKey(header)) {
            response.addHeader(header, OASFactory.createHeader().ref(header));
        }
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).description(description);
    }

    private static Schema text(int most) {
        return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(most);
    }
}
