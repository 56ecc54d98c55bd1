package kcs.chassis.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import kcs.chassis.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The records that were set aside, for whoever operates the suite; the front door does not pass it. */
@Path("/internal/parked")
@RolesAllowed(Role.Names.SERVICE)
public class ParkedResource {

    /** The records that wait, oldest first. */
    public record Waiting(List<Parked.Entry> items) {}

    /** Whether the record has its effect now; {@code error} says why not. */
    public record Reprocessed(boolean applied, String error) {}

    private final Inbox inbox;

    ParkedResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /** What waits for a repair, and why. */
    @GET
    @Operation(hidden = true)
    public Waiting waiting(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return new Waiting(inbox.parked(limit));
    }

    /** Tries one again. */
    @POST
    @Path("/{id}/reprocessings")
    @Operation(hidden = true)
    public Reprocessed reprocess(@PathParam("id") long id) {
        String error = inbox.reprocess(id, new NotFoundException());
        return new Reprocessed(error == null, error);
    }
}
