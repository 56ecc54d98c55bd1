package kcs.progress.evidence;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.concurrency.ETag;
import kcs.chassis.concurrency.Tagged;
import kcs.chassis.identity.Role;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.Page;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.Problem;
import kcs.chassis.problem.ProblemException;
import kcs.progress.filetypes.FileType;
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

/** Evidence over HTTP. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "증빙자료: files that show that a submission is true")
public class EvidenceResource {
    private static final String ADDRESS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final EvidenceService service;
    private final EvidenceReading reading;
    private final EvidenceBodies bodies;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    EvidenceResource(
            EvidenceService service,
            EvidenceReading reading,
            EvidenceBodies bodies,
            Changes changes,
            Tagged tagged,
            RoutingContext request) {
        this.service = service;
        this.reading = reading;
        this.bodies = bodies;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @POST
    @Path("checkpoints/{id}/evidence")
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
            required = true,
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
    @Path("checkpoints/{id}/evidence")
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

    /** A {@code Response}, for this alone: of all others the framework decides by {@code Produces} who writes them. */
    @GET
    @Path("evidence/{id}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER, Role.Names.COMMITTEE, Role.Names.AUDITOR})
    @Operation(
            operationId = "getEvidence",
            summary = "Read a file, or what is known of it",
            description =
                    "증빙파일 받기. Accept: application/json answers what is known of it, anything else the file itself, to be"
                            + " saved under its name; its ETag is its SHA-256.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EvidenceView.class)),
                @Content(mediaType = FileType.Names.PDF),
                @Content(mediaType = FileType.Names.PNG),
                @Content(mediaType = FileType.Names.JPEG),
                @Content(mediaType = FileType.Names.TEXT),
                @Content(mediaType = FileType.Names.CSV),
                @Content(mediaType = FileType.Names.XLSX),
                @Content(mediaType = FileType.Names.DOCX),
                @Content(mediaType = FileType.Names.PPTX),
                @Content(mediaType = FileType.Names.HWPX),
                @Content(mediaType = FileType.Names.HWP)
            })
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        Query.only(request.queryParams(), Set.of());
        EvidenceView file = reading.get(address(id));
        MediaType type = MediaType.valueOf(file.mediaType());
        for (MediaType wanted : headers.getAcceptableMediaTypes()) {
            if (wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !wanted.isWildcardType()) {
                return about(file);
            }
            if (wanted.isCompatible(type)) {
                return content(file, type);
            }
        }
        throw new ProblemException(406, "not-acceptable");
    }

    private Response about(EvidenceView file) {
        Tagged.Written view = tagged.written(0, file);
        return unlessKnown(
                view.etag(),
                answer -> answer.type(MediaType.APPLICATION_JSON_TYPE).entity(view.body()));
    }

    private Response content(EvidenceView file, MediaType type) {
        return unlessKnown("\"" + file.sha256() + "\"", answer -> {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, new FileName(file.fileName()).attachment())
                    .header(HttpHeaders.CONTENT_LENGTH, file.size())
                    .header("Content-Security-Policy", "sandbox")
                    .type(type.getType().equals("text") ? type.withCharset("UTF-8") : type);
            boolean head = request.request().method() == HttpMethod.HEAD;
            return head ? answer : answer.entity((StreamingOutput) to -> reading.copy(file, to));
        });
    }

    private Response unlessKnown(String tag, UnaryOperator<Response.ResponseBuilder> whole) {
        boolean known = ETag.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag);
        Response.ResponseBuilder answer = Response.status(known ? Response.Status.NOT_MODIFIED : Response.Status.OK)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return known ? answer.build() : whole.apply(answer).build();
    }

    @DELETE
    @Path("evidence/{id}")
    @RolesAllowed({Role.Names.REPORTER, Role.Names.PLANNER})
    @Operation(
            operationId = "deleteEvidence",
            summary = "Delete a file that no submission names",
            description = "증빙파일 지우기. What was filed with a submission stays.")
    @Extension(name = "x-unversioned", value = "true")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void delete(@PathParam("id") String id) {
        service.delete(address(id));
    }

    /** What is not written as ids are names nothing. */
    private static UUID address(String id) {
        if (!id.matches(ADDRESS)) {
            throw ProblemException.notFound(id);
        }
        return UUID.fromString(id);
    }
}
