package kcs.progress.evidence;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kcs.chassis.concurrency.ETag;
import kcs.chassis.concurrency.Tagged;
import kcs.chassis.identity.Role;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.ProblemException;
import kcs.progress.filetypes.FileType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files over HTTP. */
@Path("/api/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "증빙자료: files that show that a submission is true")
public class EvidenceResource {
    private static final String ADDRESS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final EvidenceService service;
    private final EvidenceReading reading;
    private final Tagged tagged;
    private final RoutingContext request;

    EvidenceResource(EvidenceService service, EvidenceReading reading, Tagged tagged, RoutingContext request) {
        this.service = service;
        this.reading = reading;
        this.tagged = tagged;
        this.request = request;
    }

    /** A {@code Response}, for this alone: of all others the framework decides by {@code Produces} who writes them. */
    @GET
    @Path("{id}")
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
    @Path("{id}")
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
