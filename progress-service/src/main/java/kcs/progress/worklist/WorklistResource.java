package kcs.progress.worklist;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import kcs.chassis.paging.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Over HTTP, what the caller has to do. */
@Path("/api/v1/worklist")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist", description = "할 일: what the caller owes or must decide")
public class WorklistResource {
    private final WorklistReading reading;
    private final RoutingContext request;

    WorklistResource(WorklistReading reading, RoutingContext request) {
        this.reading = reading;
        this.request = request;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getWorklist",
            summary = "What the caller owes or must decide",
            description = "할 일. A reporter's: what the agency is to file (DUE, OVERDUE, RETURNED) and to answer"
                    + " (OPINION_OPEN). A planner's: what to review (SUBMITTED), to decide (EXTENSION_ASKED), to file"
                    + " by proxy (UNASSIGNED), whom to find an address for (UNADDRESSED), what is waited for"
                    + " (RETURNED, MISSING), opinions to answer for agencies without reporters (OPINION_OPEN), and"
                    + " answers to look at (OPINION_ANSWERED). The committee's: those answers. Others have nothing"
                    + " to do. Counts are true however much is listed.")
    @Parameter(
            name = "agency",
            in = QUERY,
            description = "of these agencies only",
            schema = @Schema(type = ARRAY, implementation = String.class))
    public Worklist get() {
        Query.only(request.queryParams(), Set.of("agency"));
        return reading.draw(request.queryParams().getAll("agency"));
    }
}
