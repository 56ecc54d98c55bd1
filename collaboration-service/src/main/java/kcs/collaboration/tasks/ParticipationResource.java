package kcs.collaboration.tasks;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.identity.Role;
import kcs.chassis.json.Incoming;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.time.Seoul;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Over HTTP, the part that an agency has in a task. */
@Path("/api/v1/tasks/{code}/participations/{agency}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Tasks")
public class ParticipationResource {
    private static final int LONGEST_REASON = 2000;

    private final TaskParticipation participation;
    private final Changes changes;
    private final RoutingContext request;
    private final Clock clock;

    ParticipationResource(TaskParticipation participation, Changes changes, RoutingContext request, Clock clock) {
        this.participation = participation;
        this.changes = changes;
        this.request = request;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "setParticipation",
            summary = "Set an agency's part in a task",
            description = "협업기관 지정. A new LEAD makes the lead before it a PARTNER.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SetParticipation.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<byte[]> set(@PathParam("code") String code, @PathParam("agency") String agency, Incoming body) {
        return participation
                .set(code, agency, changes.of(body, SetParticipation.class))
                .toResponse();
    }

    @DELETE
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "endParticipation",
            summary = "End an agency's part in a task",
            description = "협업기관 참여 종료. It stays readable, with its last day and the reason.")
    @Parameter(
            name = "until",
            in = QUERY,
            description = "last day, today unless said",
            schema = @Schema(type = STRING, format = "date"))
    @Parameter(
            name = "reason",
            in = QUERY,
            required = true,
            schema = @Schema(type = STRING, minLength = 1, maxLength = LONGEST_REASON))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<byte[]> end(@PathParam("code") String code, @PathParam("agency") String agency) {
        Query.only(request.queryParams(), Set.of("until", "reason"));
        LocalDate until = Query.date(request.queryParams(), "until");
        String reason = request.queryParams().get("reason");
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid(FieldError.of("reason", "size", 1, LONGEST_REASON));
        }
        return participation
                .end(code, agency, until == null ? Seoul.today(clock) : until, reason, changes.of(null, Void.class))
                .toResponse();
    }
}
