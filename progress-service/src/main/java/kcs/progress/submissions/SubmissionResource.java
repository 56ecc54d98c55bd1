package kcs.progress.submissions;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import kcs.progress.checkpoints.CheckpointView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What agencies write, over HTTP. */
@Path("/api/v1/checkpoints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "제출: what an agency files for a checkpoint, every version kept")
public class SubmissionResource {
    private final Filing filing;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    SubmissionResource(
            Filing filing,
            Drafts drafts,
            Submissions submissions,
            Changes changes,
            Tagged tagged,
            RoutingContext request) {
        this.filing = filing;
        this.drafts = drafts;
        this.submissions = submissions;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @Path("submissions")
    @Authenticated
    @Operation(
            operationId = "listSubmissions",
            summary = "List the versions of a checkpoint",
            description = "제출본 목록: to co-partners and the committee once they are accepted.")
    @Parameter(name = "sort", in = QUERY, description = "no or -no")
    public Page<SubmissionView> list(@PathParam("id") String id) {
        return submissions.list(id, ListRequest.of(request.queryParams(), Submissions.AS_ASKED));
    }

    @POST
    @Path("submissions")
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(
            operationId = "fileSubmission",
            summary = "File a checkpoint",
            description = "제출: by the agency, or by a planner as the proxy of an agency without reporters.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubmissionContent.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CheckpointView.class)))
    public RestResponse<byte[]> file(@PathParam("id") String id, Incoming body) {
        return filing.file(id, changes.of(body, SubmissionContent.class)).toResponse();
    }

    @POST
    @Path("withdrawals")
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(
            operationId = "withdrawSubmission",
            summary = "Take back what nobody has reviewed",
            description = "회수: the checkpoint stands again where it stood before it was filed.")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Withdraw.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CheckpointView.class)))
    public RestResponse<byte[]> withdraw(@PathParam("id") String id, Incoming body) {
        return filing.withdraw(id, changes.of(body, Withdraw.class)).toResponse();
    }

    @POST
    @Path("corrections")
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(
            operationId = "correctSubmission",
            summary = "Correct what was accepted",
            description = "정정: the accepted version stays in force until the new one is accepted.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CorrectSubmission.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CheckpointView.class)))
    public RestResponse<byte[]> correct(@PathParam("id") String id, Incoming body) {
        return filing.correct(id, changes.of(body, CorrectSubmission.class)).toResponse();
    }

    @GET
    @Path("draft")
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(operationId = "getDraft", summary = "Read the draft", description = "작성 중인 내용: seen by its agency only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<byte[]> draft(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        Drafts.Saved draft = drafts.get(id);
        return tagged.answer(draft.version(), DraftView.of(draft.content(), draft.savedAt()));
    }

    @PUT
    @Path("draft")
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(
            operationId = "saveDraft",
            summary = "Save the draft",
            description = "임시 저장, whole. If-Match is needed where there is one already.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubmissionContent.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<byte[]> save(@PathParam("id") String id, Incoming body) {
        return drafts.save(id, changes.of(body, SubmissionContent.class)).toResponse();
    }

    @DELETE
    @Path("draft")
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(
            operationId = "deleteDraft",
            summary = "Throw the draft away",
            description = "임시 저장 삭제: by whoever may save it. What was filed stays.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void deleteDraft(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        drafts.delete(id, changes.of(null, Void.class));
    }
}
