package kcs.progress.submissions;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.identity.Role;
import kcs.chassis.json.Incoming;
import kcs.chassis.paging.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Filing in bulk, over HTTP. */
@Path("/api/v1/cycles/{id}/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class BulkResource {
    private final BulkFiling bulk;
    private final Changes changes;
    private final RoutingContext request;

    BulkResource(BulkFiling bulk, Changes changes, RoutingContext request) {
        this.bulk = bulk;
        this.changes = changes;
        this.request = request;
    }

    @POST
    @RolesAllowed(Role.Names.REPORTER)
    @Operation(
            operationId = "fileInBulk",
            summary = "File all checkpoints of an agency's cycle",
            description = "일괄 제출: all or nothing, with an error for each row.")
    @Parameter(
            name = "dryRun",
            in = QUERY,
            description = "true: only say what would come of it",
            schema = @Schema(type = BOOLEAN))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileInBulk.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BulkReport.class)))
    public RestResponse<byte[]> file(@PathParam("id") String id, Incoming body) {
        Query.only(request.queryParams(), Set.of("dryRun"));
        boolean dryRun = Query.flag(request.queryParams(), "dryRun");
        return bulk.file(id, changes.unversioned(body, FileInBulk.class), dryRun)
                .toResponse();
    }
}
