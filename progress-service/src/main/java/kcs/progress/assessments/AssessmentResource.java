package kcs.progress.assessments;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
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
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Assessments over HTTP. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments", description = "종합의견: a planner's word on a whole task in a cycle")
public class AssessmentResource {
    private static final String IN_FORCE = "inForce";

    private final AssessmentService assessments;
    private final AssessmentReading reading;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    AssessmentResource(
            AssessmentService assessments,
            AssessmentReading reading,
            Changes changes,
            Tagged tagged,
            RoutingContext request) {
        this.assessments = assessments;
        this.reading = reading;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAssessments",
            summary = "List assessments",
            description = "종합의견 목록. Those that were replaced are in it too. A repeated filter means or.")
    @Parameter(name = "cycle", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "task", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = IN_FORCE,
            in = QUERY,
            description = "whether no later one replaced it",
            schema = @Schema(type = BOOLEAN))
    @Parameter(name = "sort", in = QUERY, description = "id, assessedAt; - before one for descending")
    public Page<AssessmentView> list() {
        MultiMap parameters = request.queryParams();
        if (!Set.of("true", "false").containsAll(parameters.getAll(IN_FORCE))) {
            throw ProblemException.unreadable(FieldError.of(IN_FORCE, "boolean"));
        }
        return reading.list(ListRequest.of(parameters, AssessmentReading.ASSESSMENTS));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getAssessment", summary = "Read an assessment", description = "종합의견 조회.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public RestResponse<byte[]> get(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        AssessmentView assessment = reading.get(id);
        return tagged.answer(assessment.version(), assessment);
    }

    @POST
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "assess",
            summary = "Assess a task for a cycle",
            description =
                    "종합의견 작성. The cycle is open or closed, and asked something of the task. It replaces an earlier"
                            + " one of the same task and cycle, which stays readable. Whoever submitted may not assess: 403"
                            + " own-submission.")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Assess.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public RestResponse<byte[]> assess(Incoming body) {
        return assessments.assess(changes.of(body, Assess.class)).toResponse();
    }
}
