package kcs.progress.checkpoints;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import kcs.chassis.concurrency.Tagged;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Page;
import kcs.chassis.paging.Query;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.timeliness.Timeliness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Checkpoints over HTTP: where they stand. */
@Path("/api/v1/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checkpoints", description = "이행점검: what each agency returns for each task in a cycle")
public class CheckpointResource {
    private final CheckpointReading reading;
    private final Tagged tagged;
    private final RoutingContext request;

    CheckpointResource(CheckpointReading reading, Tagged tagged, RoutingContext request) {
        this.reading = reading;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listCheckpoints",
            summary = "List checkpoints",
            description = "이행점검 목록. A repeated filter means or.")
    @Parameter(name = "cycle", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "period", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "task", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "agency", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "role", in = QUERY, schema = @Schema(type = ARRAY, implementation = ParticipationRole.class))
    @Parameter(name = "status", in = QUERY, schema = @Schema(type = ARRAY, implementation = CheckpointStatus.class))
    @Parameter(name = "timeliness", in = QUERY, schema = @Schema(type = ARRAY, implementation = Timeliness.class))
    @Parameter(
            name = "sort",
            in = QUERY,
            description =
                    "id, dueOn, changedAt, lastSubmittedAt (what was never filed before all else), task, agency, status; -"
                            + " before one for descending")
    public Page<CheckpointView> list() {
        ListSpec spec = reading.spec();
        return reading.list(ListRequest.of(request.queryParams(), spec), spec);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(
            operationId = "getCheckpoint",
            summary = "Read a checkpoint: where it stands, and what the caller may do")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CheckpointView.class)))
    public RestResponse<byte[]> get(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        CheckpointView checkpoint = reading.view(id);
        return tagged.answer(checkpoint.version(), checkpoint);
    }

    @GET
    @Path("{id}/history")
    @Authenticated
    @Operation(
            operationId = "listCheckpointHistory",
            summary = "List the steps of a checkpoint",
            description = "처리 이력.")
    @Parameter(name = "sort", in = QUERY, description = "version or -version")
    public Page<CheckpointHistoryEntry> history(@PathParam("id") String id) {
        return reading.history(id, ListRequest.of(request.queryParams(), CheckpointReading.HISTORY_AS_ASKED));
    }
}
