package kcs.progress.reports;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Supplier;
import kcs.chassis.paging.Query;
import kcs.progress.document.ReportFormat;
import kcs.progress.document.ReportFormat.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports, in five formats, over the tasks that the caller may see, as of any past instant. */
@Path("/api/v1/reports")
@Authenticated
@Produces(MediaType.WILDCARD)
@Tag(name = "reports", description = "보고서: what the committee reads, as of any past instant, in five formats")
class ReportResource {

    private static final Set<String> OF_A_PLAN = Set.of("plan", "period", "asOf", "comparedWith", "format", "language");
    private static final Set<String> OF_AGENCIES = Set.of("plan", "period", "asOf", "format", "language");
    private static final Set<String> OF_A_TASK = Set.of("period", "asOf", "format", "language");

    private final ReportAsking asking;
    private final PortfolioReading portfolios;
    private final ScorecardReading scorecards;
    private final TaskSheetReading sheets;
    private final ReportWriting writing;
    private final RoutingContext request;

    ReportResource(
            ReportAsking asking,
            PortfolioReading portfolios,
            ScorecardReading scorecards,
            TaskSheetReading sheets,
            ReportWriting writing,
            RoutingContext request) {
        this.asking = asking;
        this.portfolios = portfolios;
        this.scorecards = scorecards;
        this.sheets = sheets;
        this.writing = writing;
        this.request = request;
    }

    @GET
    @Path("portfolio")
    @Operation(
            operationId = "getPortfolioReport",
            summary = "Read where all tasks of a plan stand",
            description = "이행현황 종합보고: for a plan and a period (or the whole plan). Korean unless English is preferred.")
    @Parameter(ref = "plan")
    @Parameter(ref = "period")
    @Parameter(ref = "asOf")
    @Parameter(ref = "comparedWith")
    @Parameter(ref = "format")
    @Parameter(ref = "language")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Names.JSON, schema = @Schema(implementation = PortfolioReport.class)),
                @Content(mediaType = Names.CSV),
                @Content(mediaType = Names.XLSX),
                @Content(mediaType = Names.PDF),
                @Content(mediaType = Names.HWPX)
            })
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Invalid")
    public Response portfolio(@Context HttpHeaders headers) {
        return answer(headers, OF_A_PLAN, () -> portfolios.report(asking.of(request.queryParams())));
    }

    @GET
    @Path("agencies")
    @Operation(
            operationId = "getAgencyReport",
            summary = "Read how each agency has met what was asked of it",
            description = "협업기관별 성적: what was due, in time, late and missing, with and without extensions, and the"
                    + " reporting burden.")
    @Parameter(ref = "plan")
    @Parameter(ref = "period")
    @Parameter(ref = "asOf")
    @Parameter(ref = "format")
    @Parameter(ref = "language")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Names.JSON, schema = @Schema(implementation = ScorecardReport.class)),
                @Content(mediaType = Names.CSV),
                @Content(mediaType = Names.XLSX),
                @Content(mediaType = Names.PDF),
                @Content(mediaType = Names.HWPX)
            })
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Invalid")
    public Response agencies(@Context HttpHeaders headers) {
        return answer(headers, OF_AGENCIES, () -> scorecards.report(asking.of(request.queryParams())));
    }

    @GET
    @Path("tasks/{code}")
    @Extension(name = "x-unversioned", value = "true")
    @Operation(
            operationId = "getTaskReport",
            summary = "Read everything of one task",
            description =
                    "과제 이행현황: description and provenance, history, milestones, indicators, the checkpoints of every"
                            + " agency with what was accepted where the caller may read it, opinions.")
    @Parameter(ref = "period")
    @Parameter(ref = "asOf")
    @Parameter(ref = "format")
    @Parameter(ref = "language")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Names.JSON, schema = @Schema(implementation = TaskSheet.class)),
                @Content(mediaType = Names.CSV),
                @Content(mediaType = Names.XLSX),
                @Content(mediaType = Names.PDF),
                @Content(mediaType = Names.HWPX)
            })
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Invalid")
    public Response task(
            @PathParam("code") @Schema(maxLength = 40, examples = "KCS-2024-01") String code,
            @Context HttpHeaders headers) {
        return answer(headers, OF_A_TASK, () -> sheets.sheet(asking.ofTask(code, request.queryParams()), code));
    }

    private Response answer(HttpHeaders headers, Set<String> known, Supplier<Report> report) {
        Query.only(request.queryParams(), known);
        ReportFormat format = ReportFormats.wanted(request.queryParams(), headers.getAcceptableMediaTypes());
        return writing.answer(report, format, ReportLanguage.wanted(request.queryParams(), headers));
    }
}
