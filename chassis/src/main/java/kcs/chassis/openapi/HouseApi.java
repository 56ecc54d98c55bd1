package kcs.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Writes into each service's OpenAPI document what the conventions say of every endpoint, so that no endpoint repeats
 * it: who the caller is, which refusals there are, how lists are paged, preconditions, entity tags and idempotency keys,
 * and that a body must be sent where one is read.
 *
 * <p>Where a schema does not require a property, the property may be null as well as absent: so it is read, and so "not
 * stated" is answered.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class HouseApi implements OASFilter {
    static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        describeSecurity(api);
        Refusals.define(api.getComponents());
        Headers.define(api.getComponents());
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> describe(path, item, schemas));
        }
        schemas.values().forEach(Nullability::say);
        MergePatches.requireNothing(api);
        Limits.say(api);
    }

    private static void describe(String path, PathItem item, Map<String, Schema> schemas) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                item.getOperations().entrySet()) {
            Endpoint endpoint = new Endpoint(path, entry.getKey(), entry.getValue());
            Refusals.describe(endpoint);
            Paging.describe(endpoint, schemas);
            Headers.describe(endpoint);
            if (endpoint.hasBody()) {
                entry.getValue().getRequestBody().setRequired(true);
            }
            if (endpoint.isOpen()) {
                entry.getValue().setSecurity(List.of(OASFactory.createSecurityRequirement()));
            } else if (!endpoint.isGuarded()) {
                sayThatATokenIsOptional(entry.getValue());
            }
            entry.getValue().getResponses().getAPIResponses().forEach(HouseApi::sayWhatItIs);
            entry.getValue().removeExtension(Endpoint.UNVERSIONED);
        }
    }

    /** Everybody may read it; who signs in may be shown more. */
    private static void sayThatATokenIsOptional(Operation operation) {
        operation.setSecurity(List.of(
                OASFactory.createSecurityRequirement(),
                OASFactory.createSecurityRequirement().addScheme(BEARER)));
    }

    private static void sayWhatItIs(String status, APIResponse response) {
        if (response.getRef() == null && response.getDescription() == null) {
            response.setDescription(status.equals("201") ? "Created; as it stands now" : "As it stands now");
        }
    }

    private static void describeSecurity(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "Access token of the sign-in server. What is public is read without one."));
        if (api.getInfo() == null) {
            api.setInfo(OASFactory.createInfo());
        }
        api.getInfo()
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0"));
        if (api.getServers() == null || api.getServers().isEmpty()) {
            api.servers(List.of(OASFactory.createServer().url("/").description("this server")));
        }
    }
}
