package kcs.progress.bulk;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.identity.Role;
import kcs.chassis.json.Incoming;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.Problem;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.ProblemTexts;
import kcs.progress.filetypes.FileType;
import kcs.progress.tables.TableFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Filing in bulk, over HTTP. */
@Path("/api/v1/cycles/{id}/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class BulkResource {
    private final BulkFiling bulk;
    private final BulkBodies bodies;
    private final DueRows due;
    private final DueSheets sheets;
    private final Changes changes;
    private final RoutingContext request;

    BulkResource(
            BulkFiling bulk,
            BulkBodies bodies,
            DueRows due,
            DueSheets sheets,
            Changes changes,
            RoutingContext request) {
        this.bulk = bulk;
        this.bodies = bodies;
        this.due = due;
        this.sheets = sheets;
        this.changes = changes;
        this.request = request;
    }

    @POST
    @RolesAllowed(Role.Names.REPORTER)
    @Operation(
            operationId = "fileInBulk",
            summary = "File all checkpoints of an agency's cycle",
            description =
                    "일괄 제출: all or nothing, with an error for each row. A sheet has the columns that GET answers, under"
                            + " their Korean or English headings or their keys, in any order; its errors name rows as people"
                            + " count them: /rows/7/percentComplete, where row 1 is the heading.")
    @Extension(name = "x-unversioned", value = "true")
    @Parameter(
            name = "dryRun",
            in = QUERY,
            description = "true: only say what would come of it",
            schema = @Schema(type = BOOLEAN))
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FileInBulk.class)),
                @Content(
                        mediaType = FileType.Names.CSV,
                        schema =
                                @Schema(
                                        type = STRING,
                                        maxLength = BulkBodies.MOST_BYTES,
                                        description = "UTF-8, with or without a byte order mark; at most 5 MiB")),
                @Content(
                        mediaType = FileType.Names.XLSX,
                        schema =
                                @Schema(
                                        type = STRING,
                                        format = "binary",
                                        maxLength = BulkBodies.MOST_BYTES,
                                        description = "The first sheet that is shown; at most 5 MiB, unpacked 32 MiB"))
            })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BulkReport.class)))
    @APIResponse(
            responseCode = "413",
            description = "It is larger than is taken: of JSON 1 MiB, of a sheet 5 MiB.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public RestResponse<byte[]> file(@PathParam("id") String id, Incoming body) {
        Query.only(request.queryParams(), Set.of("dryRun"));
        boolean dryRun = Query.flag(request.queryParams(), "dryRun");
        BulkBody filed = bodies.of(body, request);
        try {
            return bulk.file(id, changes.unversioned(body, filed::read), dryRun).toResponse();
        } catch (ProblemException refused) {
            throw filed.inItsTerms(refused);
        }
    }

    /** A {@code Response}, for this alone: of all others the framework decides by {@code Produces} who writes them. */
    @GET
    @Produces(MediaType.WILDCARD)
    @RolesAllowed(Role.Names.REPORTER)
    @Operation(
            operationId = "listDueSubmissions",
            summary = "Read what an agency still has to file in a cycle, as a sheet to be filled in",
            description =
                    "제출 대상 서식: a row for each checkpoint of the caller's agency that can be filed now, with its draft,"
                            + " else what was filed last. Headings are Korean unless English is preferred.")
    @Parameter(
            name = TableFormat.PARAMETER,
            in = QUERY,
            description = "Goes before Accept",
            schema =
                    @Schema(
                            type = STRING,
                            enumeration = {"json", "csv", "xlsx"}))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DueList.class)),
                @Content(mediaType = FileType.Names.CSV),
                @Content(mediaType = FileType.Names.XLSX)
            })
    public Response due(@PathParam("id") String id, @Context HttpHeaders headers) {
        Query.only(request.queryParams(), Set.of(TableFormat.PARAMETER));
        TableFormat format = TableFormat.wanted(request.queryParams(), headers.getAcceptableMediaTypes());
        Locale language = ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return sheets.answer(due.of(id), format, language);
    }
}
