package kcs.progress.reports;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.ProblemTexts;
import kcs.progress.document.ReportFormat;
import kcs.progress.words.Words;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports, in five formats. */
@Path("/api/v1/reports")
@Authenticated
@Tag(name = "reports", description = "보고서: what the committee reads, as of any past instant, in five formats")
class ReportResource {
    private final ReportAsking asking;
    private final ReportWriting writing;
    private final RoutingContext request;

    ReportResource(ReportAsking asking, ReportWriting writing, RoutingContext request) {
        this.asking = asking;
        this.writing = writing;
        this.request = request;
    }

    @GET
    @Path("portfolio")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getPortfolioReport",
            summary = "Read where all tasks of a plan stand",
            description = "이행현황 종합보고: for a plan and a period (or the whole plan), as of any past instant. Over the"
                    + " tasks that the caller may see. Korean unless English is preferred.")
    @Parameter(
            name = "plan",
            in = QUERY,
            required = true,
            schema = @Schema(type = STRING, maxLength = 30),
            example = "KCS-2024")
    @Parameter(
            name = "period",
            in = QUERY,
            description = "Absent: the whole plan",
            schema = @Schema(type = STRING, maxLength = 10),
            example = "2024Q3")
    @Parameter(
            name = "asOf",
            in = QUERY,
            description = "A past instant; absent: now",
            schema = @Schema(type = STRING, format = "date-time"))
    @Parameter(
            name = "comparedWith",
            in = QUERY,
            description = "An earlier instant, or the id of a snapshot; absent: the last meeting before",
            schema = @Schema(type = STRING, maxLength = 100))
    @Parameter(
            name = "format",
            in = QUERY,
            description = "Goes before Accept",
            schema =
                    @Schema(
                            type = STRING,
                            enumeration = {"json", "csv", "xlsx", "pdf", "hwpx"}))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PortfolioReport.class)),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = "application/hwp+zip")
            })
    public Response portfolio(@Context HttpHeaders headers) {
        Query.only(request.queryParams(), Set.of("plan", "period", "asOf", "comparedWith", "format"));
        ReportFormat format = ReportFormats.wanted(request.queryParams(), headers.getAcceptableMediaTypes());
        Words words = Words.of(ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        return writing.portfolio(() -> asking.of(request.queryParams()), format, words);
    }
}
