package kcs.progress.open;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.ProblemException;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.Origin;
import kcs.progress.directory.TaskStatus;
import kcs.progress.document.ReportFormat;
import kcs.progress.publicdata.PublicDesk;
import kcs.progress.publicdata.PublicTask;
import kcs.progress.snapshots.SnapshotFiles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open data over HTTP: the public's answers, whoever asks. */
@Path(OpenResource.ROOT)
@PermitAll
@Produces(MediaType.WILDCARD)
@Tag(
        name = "open data",
        description = "공공데이터: what is public, without a key or a token, in pages as users of Korean public data"
                + " expect them, as JSON or CSV. A token changes nothing. Pages of any origin may ask.")
public class OpenResource {
    static final String ROOT = "/open/v1";

    private final PublicDesk desk;
    private final OpenAnswers answers;
    private final Cataloguing cataloguing;
    private final SnapshotFiles files;
    private final RoutingContext request;

    OpenResource(
            PublicDesk desk,
            OpenAnswers answers,
            Cataloguing cataloguing,
            SnapshotFiles files,
            RoutingContext request) {
        this.desk = desk;
        this.answers = answers;
        this.cataloguing = cataloguing;
        this.files = files;
        this.request = request;
    }

    @GET
    @Path("tasks")
    @Operation(
            operationId = "listOpenTasks",
            summary = "List public tasks as open data",
            description = "공개 과제 목록, by code. A repeated filter means or.")
    @Parameter(ref = "pageNo")
    @Parameter(ref = "numOfRows")
    @Parameter(ref = "listFormat")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = "area",
            in = QUERY,
            description = "Code of an area",
            schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "status", in = QUERY, schema = @Schema(type = ARRAY, implementation = TaskStatus.class))
    @Parameter(name = "origin", in = QUERY, schema = @Schema(type = ARRAY, implementation = Origin.class))
    @Parameter(
            name = "agency",
            in = QUERY,
            description = "Code of an agency that takes part now",
            schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = "health",
            in = QUERY,
            description = "The headline",
            schema = @Schema(type = ARRAY, implementation = HealthState.class))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = OpenList.OfTasks.class)),
                @Content(mediaType = ReportFormat.Names.CSV)
            })
    public Response tasks(@Context HttpHeaders headers) {
        return answers.list(OpenLists.TASKS, desk.now(), headers);
    }

    @GET
    @Path("tasks/{code}")
    @Operation(operationId = "getOpenTask", summary = "Read a public task as open data", description = "공개 과제 상세.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OpenTask.class)))
    public Response task(@PathParam("code") @Schema(maxLength = 40, examples = "KCS-2024-01") String code) {
        Query.only(request.queryParams(), Set.of());
        PublicTask task = desk.now().tasks().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(code));
        return answers.one(OpenTask.of(task, answers.terms()), MediaType.APPLICATION_JSON, task.updatedAt());
    }

    @GET
    @Path("health")
    @Operation(
            operationId = "listOpenHealth",
            summary = "List the health of public tasks as open data",
            description = "공개 과제의 추진상태, by the code of the task. A repeated filter means or.")
    @Parameter(ref = "pageNo")
    @Parameter(ref = "numOfRows")
    @Parameter(ref = "listFormat")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "task", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "headline", in = QUERY, schema = @Schema(type = ARRAY, implementation = HealthState.class))
    @Parameter(name = "disagreement", in = QUERY, schema = @Schema(type = ARRAY, implementation = Boolean.class))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = OpenList.OfHealth.class)),
                @Content(mediaType = ReportFormat.Names.CSV)
            })
    public Response health(@Context HttpHeaders headers) {
        return answers.list(OpenLists.HEALTH, desk.now(), headers);
    }

    @GET
    @Path("indicators")
    @Operation(
            operationId = "listOpenIndicators",
            summary = "List the indicators of public tasks as open data",
            description = "공개 과제의 성과지표, by task. What agencies measured is there once it stands in a published"
                    + " report. A repeated filter means or.")
    @Parameter(ref = "pageNo")
    @Parameter(ref = "numOfRows")
    @Parameter(ref = "listFormat")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "task", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = "measured",
            in = QUERY,
            description = "Whether a value was published",
            schema = @Schema(type = ARRAY, implementation = Boolean.class))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = OpenList.OfIndicators.class)),
                @Content(mediaType = ReportFormat.Names.CSV)
            })
    public Response indicators(@Context HttpHeaders headers) {
        return answers.list(OpenLists.INDICATORS, desk.now(), headers);
    }

    @GET
    @Path("reports")
    @Operation(
            operationId = "listOpenReports",
            summary = "List published reports as open data",
            description = "공개된 보고서, the oldest first, with the addresses of their files. A repeated filter means or.")
    @Parameter(ref = "pageNo")
    @Parameter(ref = "numOfRows")
    @Parameter(ref = "listFormat")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "period", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "meeting", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = OpenList.OfReports.class)),
                @Content(mediaType = ReportFormat.Names.CSV)
            })
    public Response reports(@Context HttpHeaders headers) {
        return answers.list(OpenLists.REPORTS, desk.now(), headers);
    }

    @GET
    @Path("reports/{id}")
    @Operation(
            operationId = "getOpenReport",
            summary = "Read a published report",
            description = "The very bytes of its public edition that were frozen.")
    @Parameter(ref = "format")
    @Parameter(ref = "language")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON),
                @Content(mediaType = ReportFormat.Names.CSV),
                @Content(mediaType = ReportFormat.Names.XLSX),
                @Content(mediaType = ReportFormat.Names.PDF),
                @Content(mediaType = ReportFormat.Names.HWPX)
            })
    public Response report(@PathParam("id") String id, @Context HttpHeaders headers) {
        Response file = files.publicEdition(id, request.queryParams(), headers);
        return answers.forEverybody(file, (byte[]) file.getEntity(), null);
    }

    @GET
    @Path("catalogue")
    @Operation(
            operationId = "getOpenCatalogue",
            summary = "Read the catalogue of open data",
            description = "데이터 목록: a schema.org DataCatalog with a Dataset for each list, as JSON-LD.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Cataloguing.JSON_LD, schema = @Schema(implementation = Catalogue.class)))
    public Response catalogue() {
        Query.only(request.queryParams(), Set.of());
        Catalogue catalogue = cataloguing.catalogue(desk.now(), answers.terms());
        return answers.one(catalogue, Cataloguing.JSON_LD, catalogue.dateModified());
    }
}
