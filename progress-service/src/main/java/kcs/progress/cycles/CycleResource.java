package kcs.progress.cycles;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Cycles over HTTP. */
@Path("/api/v1/cycles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles", description = "점검주기: when it is reported on a plan, and until when")
public class CycleResource {
    private final CycleService cycles;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    CycleResource(CycleService cycles, Changes changes, Tagged tagged, RoutingContext request) {
        this.cycles = cycles;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCycles",
            summary = "List cycles",
            description = "점검주기 목록. A repeated filter means or.")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "period", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "status", in = QUERY, schema = @Schema(type = ARRAY, implementation = CycleStatus.class))
    @Parameter(name = "sort", in = QUERY, description = "id, opensOn, dueOn, periodEndsOn; - before one for descending")
    public Page<CycleView> list() {
        return cycles.list(ListRequest.of(request.queryParams(), CycleService.CYCLES));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getCycle", summary = "Read a cycle with its guidance and how its due date came about")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CycleView.class)))
    public RestResponse<byte[]> get(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        CycleView cycle = cycles.get(id);
        return tagged.answer(cycle.version(), cycle);
    }

    @POST
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "planCycle",
            summary = "Plan a cycle",
            description = "점검주기 등록. It opens on its day by itself.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanCycle.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CycleView.class)))
    public RestResponse<byte[]> plan(Incoming body) {
        return cycles.plan(changes.of(body, PlanCycle.class)).toResponse();
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(operationId = "changeCycle", summary = "Change a cycle", description = "점검주기 변경 (JSON Merge Patch).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = EditCycle.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CycleView.class)))
    public RestResponse<byte[]> change(@PathParam("id") String id, Incoming body) {
        return cycles.change(id, changes.of(body, EditCycle.class)).toResponse();
    }

    @POST
    @Path("{id}/status-transitions")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "changeCycleStatus",
            summary = "Open or close a cycle",
            description = "점검 개시·마감. Opening makes a checkpoint for every task in progress and reporting agency.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeCycleStatus.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CycleView.class)))
    public RestResponse<byte[]> changeStatus(@PathParam("id") String id, Incoming body) {
        return cycles.changeStatus(id, changes.of(body, ChangeCycleStatus.class))
                .toResponse();
    }
}
