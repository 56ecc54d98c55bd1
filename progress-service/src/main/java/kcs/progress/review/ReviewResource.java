package kcs.progress.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.identity.Role;
import kcs.chassis.json.Incoming;
import kcs.progress.checkpoints.CheckpointView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reviews over HTTP. */
@Path("/api/v1/checkpoints/{id}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews", description = "검토: what planners say to what agencies filed")
public class ReviewResource {
    private final Reviewing reviewing;
    private final Changes changes;

    ReviewResource(Reviewing reviewing, Changes changes) {
        this.reviewing = reviewing;
        this.changes = changes;
    }

    @POST
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "reviewCheckpoint",
            summary = "Accept a checkpoint or return it for revision",
            description = "검토. Whoever submitted may not review. If-Match names the version that was read.")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Review.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CheckpointView.class)))
    public RestResponse<byte[]> review(@PathParam("id") String id, Incoming body) {
        return reviewing.review(id, changes.of(body, Review.class)).toResponse();
    }
}
