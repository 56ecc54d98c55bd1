package kcs.collaboration.tasks;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN;

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

/** Tasks over HTTP. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "협업과제: what was agreed, who takes part, where it stands")
public class TaskResource {
    private final TaskService tasks;
    private final TaskLifecycle lifecycle;
    private final TaskReading reading;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    TaskResource(
            TaskService tasks,
            TaskLifecycle lifecycle,
            TaskReading reading,
            Changes changes,
            Tagged tagged,
            RoutingContext request) {
        this.tasks = tasks;
        this.lifecycle = lifecycle;
        this.reading = reading;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listTasks", summary = "List tasks", description = "과제 목록. A repeated filter means or.")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "area", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "status", in = QUERY, schema = @Schema(type = ARRAY, implementation = TaskStatus.class))
    @Parameter(
            name = "agency",
            in = QUERY,
            description = "code of an agency that takes part now",
            schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "origin", in = QUERY, schema = @Schema(type = ARRAY, implementation = Origin.class))
    @Parameter(name = "visibility", in = QUERY, schema = @Schema(type = ARRAY, implementation = Visibility.class))
    @Parameter(name = "representative", in = QUERY, schema = @Schema(type = BOOLEAN))
    @Parameter(
            name = "q",
            in = QUERY,
            description = "part of the code, title or summary, in either language",
            schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = "sort",
            in = QUERY,
            description = "code, no, title, status, statusSince, changedAt, endsOn; - before one for descending")
    public Page<TaskSummary> list() {
        return reading.list(ListRequest.of(request.queryParams(), TaskReading.TASKS));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "getTask", summary = "Read a task")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<byte[]> get(@PathParam("code") String code) {
        Query.only(request.queryParams(), Set.of());
        return tagged.answer(reading.get(code));
    }

    @POST
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(operationId = "registerTask", summary = "Register a task", description = "과제 등록. It begins as PROPOSED.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisterTask.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<byte[]> register(Incoming body) {
        return tasks.register(changes.of(body, RegisterTask.class)).toResponse();
    }

    @PATCH
    @Path("{code}")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(operationId = "changeTask", summary = "Change a task", description = "과제 변경 (JSON Merge Patch).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = EditTask.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<byte[]> change(@PathParam("code") String code, Incoming body) {
        return tasks.rewrite(code, changes.of(body, EditTask.class)).toResponse();
    }

    @POST
    @Path("{code}/registrations")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "fillPlace",
            summary = "Register a task into a held place",
            description = "미공개 과제의 자리에 실제 과제를 등록.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisterTask.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<byte[]> fill(@PathParam("code") String code, Incoming body) {
        return tasks.fill(code, changes.of(body, RegisterTask.class)).toResponse();
    }

    @GET
    @Path("{code}/status-transitions")
    @PermitAll
    @Operation(operationId = "listTransitions", summary = "List the moves of a task", description = "과제 상태 변경 이력.")
    @Parameter(name = "sort", in = QUERY, description = "version or -version")
    public Page<HistoryEntry> transitions(@PathParam("code") String code) {
        return reading.history(code, true, ListRequest.of(request.queryParams(), TaskReading.HISTORY_AS_ASKED));
    }

    @POST
    @Path("{code}/status-transitions")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(operationId = "changeTaskStatus", summary = "Move a task to another status", description = "과제 상태 변경.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeStatus.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<byte[]> changeStatus(@PathParam("code") String code, Incoming body) {
        return lifecycle
                .changeStatus(code, changes.of(body, ChangeStatus.class))
                .toResponse();
    }

    @GET
    @Path("{code}/history")
    @PermitAll
    @Operation(operationId = "listTaskHistory", summary = "List every change of a task", description = "과제 변경 이력.")
    @Parameter(name = "sort", in = QUERY, description = "version or -version")
    public Page<HistoryEntry> history(@PathParam("code") String code) {
        return reading.history(code, false, ListRequest.of(request.queryParams(), TaskReading.HISTORY_AS_ASKED));
    }
}
