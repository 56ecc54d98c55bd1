package kcs.progress.health;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Set;
import kcs.chassis.concurrency.Tagged;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.Page;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.healthrule.HealthState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The health of tasks over HTTP. */
@Path("/api/v1/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health", description = "추진상태: how each task goes, by whose word, and why")
public class HealthResource {
    private static final String AS_OF = "asOf";
    private static final String DISAGREEMENT = "disagreement";

    /** Years that the database knows too. */
    private final HealthReading reading;

    private final Tagged tagged;
    private final RoutingContext request;

    HealthResource(HealthReading reading, Tagged tagged, RoutingContext request) {
        this.reading = reading;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listHealth",
            summary = "List the health of tasks",
            description =
                    "추진상태 목록. Tasks that have not begun, and discontinued ones, have none. A repeated filter means"
                            + " or.")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = "task",
            in = QUERY,
            description = "code of a task",
            schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "headline", in = QUERY, schema = @Schema(type = ARRAY, implementation = HealthState.class))
    @Parameter(name = "declared", in = QUERY, schema = @Schema(type = ARRAY, implementation = HealthState.class))
    @Parameter(name = "assessed", in = QUERY, schema = @Schema(type = ARRAY, implementation = HealthState.class))
    @Parameter(name = "derived", in = QUERY, schema = @Schema(type = ARRAY, implementation = HealthState.class))
    @Parameter(
            name = DISAGREEMENT,
            in = QUERY,
            description = "whether two of the three differ",
            schema = @Schema(type = BOOLEAN))
    @Parameter(name = "sort", in = QUERY, description = "task, headline, since; - before one for descending")
    public Page<HealthSummary> list() {
        MultiMap parameters = request.queryParams();
        if (!Set.of("true", "false").containsAll(parameters.getAll(DISAGREEMENT))) {
            throw ProblemException.unreadable(FieldError.of(DISAGREEMENT, "boolean"));
        }
        return reading.list(ListRequest.of(parameters, HealthReading.HEALTH));
    }

    @GET
    @Path("{task}")
    @PermitAll
    @Operation(
            operationId = "getHealth",
            summary = "Read the health of a task",
            description = "과제의 추진상태: what the agencies declare, what a planner assesses, what the rule derives from"
                    + " dates and figures, and the rule itself. As of a past instant it is the one that held then, with"
                    + " the reasons, figures and rule of its last change; asked again the answer is the same.")
    @Parameter(
            name = AS_OF,
            in = QUERY,
            description = "A past instant, now unless said; 422 for the future, 404 before the first",
            schema = @Schema(type = STRING, format = "date-time", examples = "2024-11-05T00:00:00Z"))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HealthView.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Invalid")
    public RestResponse<byte[]> get(@PathParam("task") String task) {
        Query.only(request.queryParams(), Set.of(AS_OF));
        Instant asOf = Query.instant(request.queryParams(), AS_OF);
        HealthView health = asOf == null ? reading.get(task) : reading.get(task, asOf);
        return tagged.answer(health.version(), health);
    }

    @GET
    @Path("{task}/history")
    @PermitAll
    @Operation(
            operationId = "listHealthHistory",
            summary = "List how the health of a task changed",
            description =
                    "추진상태 변경 이력. What was said while the task was the government's stays so when it becomes public.")
    @Parameter(name = "sort", in = QUERY, description = "version or -version")
    public Page<HealthLine> history(@PathParam("task") String task) {
        return reading.history(task, ListRequest.of(request.queryParams(), HealthReading.HISTORY_AS_ASKED));
    }
}
