package kcs.collaboration.plans;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

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

/** Plans over HTTP. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans", description = "이행방안·종합계획과 그 분야")
public class PlanResource {
    private final PlanService plans;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    PlanResource(PlanService plans, Changes changes, Tagged tagged, RoutingContext request) {
        this.plans = plans;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listPlans", summary = "List plans", description = "계획 목록")
    @Parameter(name = "sort", in = QUERY, description = "code, changedAt; - before one for descending")
    public Page<PlanSummary> list() {
        return plans.list(ListRequest.of(request.queryParams(), PlanService.PLANS));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "getPlan", summary = "Read a plan with its areas")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public RestResponse<byte[]> get(@PathParam("code") String code) {
        Query.only(request.queryParams(), Set.of());
        PlanView plan = plans.get(code);
        return tagged.answer(plan.version(), plan);
    }

    @POST
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(operationId = "registerPlan", summary = "Register a plan", description = "계획 등록")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisterPlan.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public RestResponse<byte[]> register(Incoming body) {
        return plans.register(changes.of(body, RegisterPlan.class)).toResponse();
    }

    @PATCH
    @Path("{code}")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(operationId = "changePlan", summary = "Change a plan", description = "계획 변경 (JSON Merge Patch)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = EditPlan.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public RestResponse<byte[]> change(@PathParam("code") String code, Incoming body) {
        return plans.change(code, changes.of(body, EditPlan.class)).toResponse();
    }
}
