package kcs.progress.meetings;

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

/** Meetings over HTTP. */
@Path("/api/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "meetings", description = "회의: when the advisory committee met, and what it reviewed")
public class MeetingResource {
    private final MeetingService meetings;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    MeetingResource(MeetingService meetings, Changes changes, Tagged tagged, RoutingContext request) {
        this.meetings = meetings;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listMeetings",
            summary = "List meetings",
            description = "회의 목록. Attendance is told by kind, never by name. A repeated filter means or.")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "sort", in = QUERY, description = "id, no, heldOn; - before one for descending")
    public Page<MeetingView> list() {
        return meetings.list(ListRequest.of(request.queryParams(), MeetingService.MEETINGS));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getMeeting", summary = "Read a meeting", description = "회의 조회.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public RestResponse<byte[]> get(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        MeetingView meeting = meetings.get(id);
        return tagged.answer(meeting.version(), meeting);
    }

    @POST
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "registerMeeting",
            summary = "Register a meeting",
            description = "회의 등록. Its id is made of its plan and its number (KCS-2024-M7), or of its day where its"
                    + " document states no number (KCS-2024-M2024-06-19).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisterMeeting.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public RestResponse<byte[]> register(Incoming body) {
        return meetings.register(changes.of(body, RegisterMeeting.class)).toResponse();
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "changeMeeting",
            summary = "Change what is recorded of a meeting",
            description = "회의 변경 (JSON Merge Patch). Its plan and its number stay.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = MeetingFacts.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public RestResponse<byte[]> change(@PathParam("id") String id, Incoming body) {
        return meetings.change(id, changes.of(body, MeetingFacts.class)).toResponse();
    }
}
