package kcs.progress.opinions;

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

/** Opinions over HTTP. */
@Path("/api/v1/opinions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "opinions", description = "자문의견: what the advisory committee advises, and what agencies make of it")
public class OpinionResource {
    private final OpinionService opinions;
    private final OpinionReading reading;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    OpinionResource(
            OpinionService opinions, OpinionReading reading, Changes changes, Tagged tagged, RoutingContext request) {
        this.opinions = opinions;
        this.reading = reading;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listOpinions",
            summary = "List opinions",
            description = "자문의견 목록. All of them to committee, planners and auditors; to a reporter those on tasks that"
                    + " are public or that its agency takes part in, and those that are addressed to it. A repeated filter"
                    + " means or.")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "meeting", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "task", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = "agency",
            in = QUERY,
            description = "to which they are addressed",
            schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "status", in = QUERY, schema = @Schema(type = ARRAY, implementation = OpinionStatus.class))
    @Parameter(name = "sort", in = QUERY, description = "id, givenAt; - before one for descending")
    public Page<OpinionView> list() {
        return reading.list(ListRequest.of(request.queryParams(), OpinionReading.OPINIONS));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getOpinion", summary = "Read an opinion and its answer", description = "자문의견 조회.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpinionView.class)))
    public RestResponse<byte[]> get(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        OpinionView opinion = reading.view(id);
        return tagged.answer(opinion.version(), opinion);
    }

    @GET
    @Path("{id}/history")
    @Authenticated
    @Operation(
            operationId = "listOpinionHistory",
            summary = "List the steps of an opinion",
            description = "처리 이력, with every answer, also those that were sent back.")
    @Parameter(name = "sort", in = QUERY, description = "version or -version")
    public Page<OpinionStep> history(@PathParam("id") String id) {
        return reading.history(id, ListRequest.of(request.queryParams(), OpinionReading.HISTORY_AS_ASKED));
    }

    @POST
    @RolesAllowed(Role.Names.COMMITTEE)
    @Operation(
            operationId = "giveOpinion",
            summary = "Give an opinion",
            description = "자문의견 제출. On a task it is addressed to an agency that takes part in it; on the whole to any.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GiveOpinion.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OpinionView.class)))
    public RestResponse<byte[]> give(Incoming body) {
        return opinions.give(changes.of(body, GiveOpinion.class)).toResponse();
    }

    @POST
    @Path("{id}/status-transitions")
    @RolesAllowed({Role.Names.COMMITTEE, Role.Names.PLANNER, Role.Names.REPORTER})
    @Operation(
            operationId = "changeOpinionStatus",
            summary = "Answer an opinion, send its answer back, or close it",
            description = "답변·재답변 요청·종결. The agency that is addressed answers (ANSWERED), a planner where it has no"
                    + " reporters; the committee asks for another answer (OPEN); the committee or a planner closes it"
                    + " (CLOSED), before it is answered too.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MoveOpinion.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OpinionView.class)))
    public RestResponse<byte[]> changeStatus(@PathParam("id") String id, Incoming body) {
        return opinions.move(id, changes.of(body, MoveOpinion.class)).toResponse();
    }
}
