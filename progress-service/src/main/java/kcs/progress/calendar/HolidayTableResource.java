package kcs.progress.calendar;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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

/** Tables of announced holidays over HTTP. */
@Path("/api/v1/holiday-tables")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Business days", description = "공휴일과 영업일: announced holidays, and how a due day moves")
public class HolidayTableResource {
    private static final List<ListRequest.Sort> NEWEST_FIRST =
            List.of(new ListRequest.Sort("loadedAt", true), new ListRequest.Sort("version", true));

    private final HolidayTableService tables;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    HolidayTableResource(HolidayTableService tables, Changes changes, Tagged tagged, RoutingContext request) {
        this.tables = tables;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listHolidayTables",
            summary = "List tables of holidays",
            description = "공휴일 표 목록. The one that was loaded last comes first, unless asked otherwise.")
    @Parameter(name = "sort", in = QUERY, description = "loadedAt, version; - before one for descending")
    public Page<HolidayTableSummary> list() {
        ListRequest asked = ListRequest.of(request.queryParams(), HolidayTableService.TABLES);
        boolean sorted = request.queryParams().contains("sort");
        return tables.list(sorted ? asked : newestFirst(asked));
    }

    @GET
    @Path("{version}")
    @PermitAll
    @Operation(
            operationId = "getHolidayTable",
            summary = "Read a table of holidays with all its days",
            description = "공휴일 표 조회")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HolidayTable.class)))
    public RestResponse<byte[]> get(@PathParam("version") String version) {
        Query.only(request.queryParams(), Set.of());
        return tagged.answer(HolidayTableService.ONLY_VERSION, tables.get(version));
    }

    @POST
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "loadHolidayTable",
            summary = "Load a newer table of holidays",
            description = "공휴일 표 등록. A table states whole years and must be newer than all that are loaded; of several"
                    + " that state a year the newest holds. Due dates that are derived already stay as they are.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LoadHolidayTable.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HolidayTable.class)))
    public RestResponse<byte[]> load(Incoming body) {
        return tables.load(changes.of(body, LoadHolidayTable.class)).toResponse();
    }

    private static ListRequest newestFirst(ListRequest asked) {
        return new ListRequest(asked.limit(), NEWEST_FIRST, asked.cursor(), asked.count(), asked.filters());
    }
}
