package kcs.progress.evidence;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.identity.Role;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.Problem;
import kcs.chassis.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The files of a checkpoint over HTTP. */
@Path("/api/v1/checkpoints/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Evidence")
public class UploadResource {
    private final EvidenceService service;
    private final EvidenceReading reading;
    private final EvidenceBodies bodies;
    private final Changes changes;
    private final RoutingContext request;

    UploadResource(
            EvidenceService service,
            EvidenceReading reading,
            EvidenceBodies bodies,
            Changes changes,
            RoutingContext request) {
        this.service = service;
        this.reading = reading;
        this.bodies = bodies;
        this.changes = changes;
        this.request = request;
    }

    @POST
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(
            operationId = "uploadEvidence",
            summary = "Upload a file",
            description =
                    "증빙파일 올리기. The body is the file itself. What it is, is judged by its content: PDF, PNG, JPEG, text and"
                            + " CSV in UTF-8, XLSX, DOCX, PPTX without macros, HWPX, HWP 5; a Content-Type or a name that says"
                            + " otherwise is refused. Until a submission names it, only its own agency sees it.")
    @Extension(name = "x-unversioned", value = "true")
    @Parameter(
            name = "title",
            in = ParameterIn.QUERY,
            description = "What it is; its name unless given",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = UploadFile.LONGEST_TITLE))
    @Parameter(
            name = "Content-Disposition",
            in = ParameterIn.HEADER,
            required = true,
            description =
                    "Names the file, at most 200 characters: attachment; filename*=UTF-8''%ED%9A%8C%EC%9D%98%EB%A1%9D.pdf",
            schema = @Schema(type = SchemaType.STRING, maxLength = 4000))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            format = "binary",
                                            maxLength = 20 * 1024 * 1024,
                                            description = "At most 20 MiB; 20 files and 100 MiB for a checkpoint")))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "408",
            description = "It takes longer than five minutes.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "413",
            description = "It is larger than 20 MiB.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "415",
            description = "It is none of the kinds that are taken.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public RestResponse<byte[]> upload(@PathParam("id") String id, InputStream body) {
        try {
            UploadFile upload = UploadFile.of(
                    request.queryParams(),
                    request.request().getHeader("Content-Disposition"),
                    request.request().getHeader(HttpHeaders.CONTENT_TYPE));
            return service.upload(id, changes.streamed(upload), body).toResponse();
        } catch (ProblemException refused) {
            Leftover.read(body, bodies.most());
            throw refused;
        }
    }

    @GET
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER, Role.Names.COMMITTEE, Role.Names.AUDITOR})
    @Operation(
            operationId = "listEvidence",
            summary = "List the files of a checkpoint",
            description =
                    "증빙파일 목록. Those that the caller may see: its own, and what a submission names that it may see.")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "id or uploadedAt; - before one for descending")
    public Page<EvidenceView> list(@PathParam("id") String id) {
        return reading.list(id, ListRequest.of(request.queryParams(), EvidenceReading.FILES_AS_ASKED));
    }
}
