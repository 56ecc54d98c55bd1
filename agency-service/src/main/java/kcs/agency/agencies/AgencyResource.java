package kcs.agency.agencies;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

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
import kcs.chassis.identity.CurrentCaller;
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

@Path("/api/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agencies", description = "Who takes part (협업기관)")
class AgencyResource {
    private static final String CODE = "^[A-Z][A-Z0-9]{1,9}$";

    private final AgencyService agencies;
    private final Changes changes;
    private final CurrentCaller caller;
    private final RoutingContext request;
    private final Tagged tagged;

    AgencyResource(
            AgencyService agencies, Changes changes, CurrentCaller caller, RoutingContext request, Tagged tagged) {
        this.agencies = agencies;
        this.changes = changes;
        this.caller = caller;
        this.request = request;
        this.tagged = tagged;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAgencies",
            summary = "Agencies, sorted by code unless asked otherwise",
            description =
                    "기관 목록. A filter that is repeated means any of its values. Contacts are shown to signed-in users.")
    @Parameter(name = "type", in = QUERY, schema = @Schema(type = ARRAY, implementation = AgencyType.class))
    @Parameter(name = "status", in = QUERY, schema = @Schema(type = ARRAY, implementation = AgencyStatus.class))
    @Parameter(
            name = "parent",
            in = QUERY,
            description = "Code of the agency they belong to",
            schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = "q",
            in = QUERY,
            description = "Part of any name they have had, Korean or English (이름의 일부)",
            schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(
            name = "asOf",
            in = QUERY,
            description = "A day in Seoul",
            schema = @Schema(type = STRING, format = "date"))
    @Parameter(
            name = "sort",
            in = QUERY,
            description = "Any of code, type, status, separated by commas; - before one for descending",
            schema = @Schema(examples = "type,-code"))
    public Page<AgencyView> list() {
        ListRequest asked = ListRequest.of(request.queryParams(), AgencyList.SPEC);
        return agencies.list(asked, Query.date(request.queryParams(), "asOf"), caller.get());
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(
            operationId = "getAgency",
            summary = "One agency, named as on a day",
            description = "기관 조회. name and shortName are those of asOf (기준일), else of today in Seoul; before its first"
                    + " name an agency is called by that. The rest is as it stands now.")
    @Parameter(
            name = "asOf",
            in = QUERY,
            description = "A day in Seoul",
            schema = @Schema(type = STRING, format = "date"))
    @APIResponse(
            responseCode = "200",
            description = "The agency",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgencyView.class)))
    public RestResponse<byte[]> get(@PathParam("code") @Schema(pattern = CODE, maxLength = 10) String code) {
        Query.only(request.queryParams(), Set.of("asOf"));
        AgencyView view = agencies.get(code, Query.date(request.queryParams(), "asOf"), caller.get());
        return tagged.answer(view.version(), view);
    }

    @POST
    @RolesAllowed({Role.Names.PLANNER, Role.Names.ADMIN})
    @Operation(operationId = "registerAgency", summary = "Register an agency", description = "기관 등록")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RegisterAgency.class)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgencyView.class)))
    public RestResponse<byte[]> register(Incoming body) {
        return agencies.register(changes.of(body, RegisterAgency.class), NameProvenance.RECORDED)
                .toResponse();
    }

    @PATCH
    @Path("/{code}")
    @RolesAllowed({Role.Names.PLANNER, Role.Names.ADMIN})
    @Operation(
            operationId = "editAgency",
            summary = "Change, rename or abolish an agency",
            description = "기관 변경·명칭 변경·폐지. A merge patch (RFC 7396). To rename, send names with one more entry, which"
                    + " may begin ahead. To abolish, send status ABOLISHED with validTo and reason.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = EditAgency.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgencyView.class)))
    public RestResponse<byte[]> edit(
            @PathParam("code") @Schema(pattern = CODE, maxLength = 10) String code, Incoming body) {
        return agencies.edit(code, changes.of(body, EditAgency.class)).toResponse();
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed({Role.Names.PLANNER, Role.Names.AUDITOR, Role.Names.ADMIN})
    @Operation(
            operationId = "listAgencyRevisions",
            summary = "What was ever changed about an agency",
            description =
                    "변경 이력. For planners, auditors and admins; who did it is named to auditors alone. Of contacts it"
                            + " says that they changed, not what they were.")
    @Parameter(name = "sort", in = QUERY, description = "version or -version", schema = @Schema(examples = "-version"))
    public Page<AgencyRevision> history(@PathParam("code") @Schema(pattern = CODE, maxLength = 10) String code) {
        ListRequest asked = ListRequest.of(request.queryParams(), AgencyHistory.ASKED);
        return agencies.history(code, asked, caller.get());
    }
}
