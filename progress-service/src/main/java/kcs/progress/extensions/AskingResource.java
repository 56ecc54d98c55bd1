package kcs.progress.extensions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.identity.Role;
import kcs.chassis.json.Incoming;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Over HTTP, asking for more time for a checkpoint. */
@Path("/api/v1/checkpoints/{id}/extensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Extensions")
public class AskingResource {
    private final Extending extending;
    private final Changes changes;

    AskingResource(Extending extending, Changes changes) {
        this.extending = extending;
        this.changes = changes;
    }

    @POST
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(
            operationId = "askExtension",
            summary = "Ask for more time",
            description =
                    "기한연장 신청: by the agency, or by a planner for an agency without reporters; after the due day and"
                            + " after the lock, too. One at a time.")
    @Extension(name = "x-unversioned", value = "true")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AskExtension.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ExtensionView.class)))
    public RestResponse<byte[]> ask(@PathParam("id") String id, Incoming body) {
        return extending.ask(id, changes.unversioned(body, AskExtension.class)).toResponse();
    }
}
