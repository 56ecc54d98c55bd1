package kcs.progress.extensions;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.concurrency.Tagged;
import kcs.chassis.identity.Role;
import kcs.chassis.json.Incoming;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.Page;
import kcs.chassis.paging.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Requests for more time, over HTTP. */
@Path("/api/v1/extensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Extensions", description = "기한연장: more time, asked for by agencies and given by planners")
public class ExtensionResource {
    private final Extending extending;
    private final ExtensionReading reading;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    ExtensionResource(
            Extending extending, ExtensionReading reading, Changes changes, Tagged tagged, RoutingContext request) {
        this.extending = extending;
        this.reading = reading;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listExtensions",
            summary = "List requests for more time",
            description = "기한연장 목록: an agency's own; all of them to planners and auditors. A repeated filter means or.")
    @Parameter(name = "status", in = QUERY, schema = @Schema(type = ARRAY, implementation = ExtensionStatus.class))
    @Parameter(name = "cycle", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "checkpoint", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "task", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "agency", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "sort", in = QUERY, description = "id, askedAt; - before one for descending")
    public Page<ExtensionView> list() {
        return reading.list(ListRequest.of(request.queryParams(), ExtensionReading.LIST));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getExtension", summary = "Read a request for more time")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExtensionView.class)))
    public RestResponse<byte[]> get(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        ExtensionView extension = reading.view(id);
        return tagged.answer(extension.version(), extension);
    }

    @POST
    @Path("{id}/decisions")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "decideExtension",
            summary = "Grant or refuse more time",
            description =
                    "기한연장 승인·불승인. Whoever asked may not decide. Another day than the one that was asked for may be"
                            + " granted. If-Match names the version of the request that was read.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecideExtension.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ExtensionView.class)))
    public RestResponse<byte[]> decide(@PathParam("id") String id, Incoming body) {
        return extending.decide(id, changes.of(body, DecideExtension.class)).toResponse();
    }
}
