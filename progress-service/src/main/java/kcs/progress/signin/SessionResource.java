package kcs.progress.signin;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.security.Principal;
import java.util.Set;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.paging.Query;
import kcs.chassis.time.Demonstration;
import kcs.progress.audience.Audience;
import kcs.progress.dashboard.Snapshot;
import kcs.progress.dashboard.Snapshots;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Over HTTP, who asks: a page cannot read the cookie that says so. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "로그인: who has signed in")
public class SessionResource {
    private final SecurityIdentity identity;
    private final Snapshots snapshots;
    private final Demonstration demonstration;
    private final RoutingContext request;

    SessionResource(
            SecurityIdentity identity, Snapshots snapshots, Demonstration demonstration, RoutingContext request) {
        this.identity = identity;
        this.snapshots = snapshots;
        this.demonstration = demonstration;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getSession",
            summary = "Read who has signed in",
            description = "로그인 정보. Says who asks, by the cookie of the browser or by a token. People sign in at"
                    + " /signin?return=<a path of this site> and sign out by a POST to /signout. What is changed by the"
                    + " cookie must come from this site itself, else it is refused with 403 (cross-site).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionView.class)))
    public RestResponse<SessionView> get() {
        Query.only(request.queryParams(), Set.of());
        return RestResponse.ResponseBuilder.ok(view())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private SessionView view() {
        Caller caller = CurrentCaller.from(identity);
        if (!caller.signedIn()) {
            return SessionView.ofNobody(demonstration.on());
        }
        return new SessionView(
                true,
                demonstration.on(),
                nameOf(identity.getPrincipal()),
                caller.roles().stream().map(Role::inToken).sorted().toList(),
                caller.agency(),
                agencyName(caller.agency()));
    }

    private static String nameOf(Principal principal) {
        return principal instanceof JsonWebToken token && token.getClaim("name") instanceof String name
                ? name
                : principal.getName();
    }

    private Label agencyName(String code) {
        Snapshot ready = snapshots.ready(Audience.PUBLIC);
        if (code == null || ready == null) {
            return null;
        }
        Dated<AgencyState> agency = ready.board().states().agencies().get(code);
        return agency == null
                ? null
                : agency.state().nameOn(ready.board().day()).name();
    }
}
