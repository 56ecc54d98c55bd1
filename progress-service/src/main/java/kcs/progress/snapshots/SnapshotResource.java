package kcs.progress.snapshots;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
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
import java.util.Set;
import kcs.chassis.concurrency.Changes;
import kcs.chassis.concurrency.Tagged;
import kcs.chassis.identity.Role;
import kcs.chassis.json.Incoming;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.Page;
import kcs.chassis.paging.Query;
import kcs.progress.document.ReportFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Frozen reports, over HTTP. */
@Path("/api/v1/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "snapshots", description = "보고서 스냅숏: reports frozen for a meeting, chained by their hashes")
public class SnapshotResource {
    private final Snapshotting snapshotting;
    private final SnapshotReading reading;
    private final Verifying verifying;
    private final SnapshotFiles files;
    private final Changes changes;
    private final Tagged tagged;
    private final RoutingContext request;

    SnapshotResource(
            Snapshotting snapshotting,
            SnapshotReading reading,
            Verifying verifying,
            SnapshotFiles files,
            Changes changes,
            Tagged tagged,
            RoutingContext request) {
        this.snapshotting = snapshotting;
        this.reading = reading;
        this.verifying = verifying;
        this.files = files;
        this.changes = changes;
        this.tagged = tagged;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listSnapshots",
            summary = "List frozen reports",
            description = "The published ones to everybody; all of them to planners, committee and auditors.")
    @Parameter(name = "plan", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "period", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "meeting", in = QUERY, schema = @Schema(type = ARRAY, implementation = String.class))
    @Parameter(name = "sort", in = QUERY, description = "no or -no")
    public Page<SnapshotView> list() {
        return reading.list(ListRequest.of(request.queryParams(), SnapshotReading.LIST));
    }

    @POST
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "takeSnapshot",
            summary = "Freeze the portfolio report",
            description =
                    "보고서 동결: its data as canonical JSON and its files in every format and language, in a public and a"
                            + " government edition, with the SHA-256 of each, chained to the snapshot before. It never changes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TakeSnapshot.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SnapshotView.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public RestResponse<byte[]> take(Incoming body) {
        return snapshotting.take(changes.of(body, TakeSnapshot.class)).toResponse();
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getSnapshot", summary = "Read what is frozen, and its hashes")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SnapshotView.class)))
    public RestResponse<byte[]> get(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        SnapshotView snapshot = reading.get(id);
        return tagged.answer(snapshot.version(), snapshot);
    }

    @POST
    @Path("{id}/status-transitions")
    @RolesAllowed(Role.Names.PLANNER)
    @Operation(
            operationId = "publishSnapshot",
            summary = "Publish a frozen report",
            description = "보고서 공개: its public edition can be read by everybody from now on, for ever.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishSnapshot.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SnapshotView.class)))
    public RestResponse<byte[]> publish(@PathParam("id") String id, Incoming body) {
        return snapshotting.publish(id, changes.of(body, PublishSnapshot.class)).toResponse();
    }

    @GET
    @Path("{id}/verification")
    @PermitAll
    @Operation(
            operationId = "verifySnapshot",
            summary = "Have a frozen report verified",
            description =
                    "Hashes every file and the manifest again, and compares; also the link to the snapshot before.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Verification.class)))
    public Verification verify(@PathParam("id") String id) {
        Query.only(request.queryParams(), Set.of());
        return verifying.verify(id);
    }

    @GET
    @Path("{id}/report")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Extension(name = "x-unversioned", value = "true")
    @Operation(
            operationId = "getSnapshotReport",
            summary = "Read a frozen report",
            description =
                    "The very bytes that were frozen. Of the editions the most that the caller may read, unless asked.")
    @Parameter(ref = "edition")
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
        return files.answer(id, request.queryParams(), headers);
    }
}
