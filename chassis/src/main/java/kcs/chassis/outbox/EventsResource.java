package kcs.chassis.outbox;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kcs.chassis.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The history of this service's events, for the suite's own services; the front door does not pass it. */
@Path("/internal")
@RolesAllowed(Role.Names.SERVICE)
public class EventsResource {

    /** One event of the history; {@code data} is the JSON that was published, byte for byte. */
    public record Item(
            UUID id,
            String aggregate,
            long epoch,
            long sequence,
            String type,
            String subject,
            String key,
            Instant time,
            @JsonRawValue String data) {}

    /** A page; {@code next} goes into {@code from} or {@code after} of the next call, null at the end. */
    public record History(List<Item> items, String next) {}

    /** Whose events to send again: all where there is no aggregate. */
    public record StartReplay(@Size(max = 200) String aggregate) {}

    /** How many events wait to be sent again. */
    public record Replayed(int events) {}

    private final EventHistory history;
    private final Replay replay;

    EventsResource(EventHistory history, Replay replay) {
        this.history = history;
        this.replay = replay;
    }

    /** The events of one aggregate from a sequence on; or, with {@code latest}, the newest event of every aggregate. */
    @GET
    @Path("/events")
    @Operation(hidden = true)
    public History events(
            @QueryParam("aggregate") @Size(max = 200) String aggregate,
            @QueryParam("from") @DefaultValue("1") @Min(1) long from,
            @QueryParam("latest") boolean latest,
            @QueryParam("after") @DefaultValue("") @Size(max = 200) String after,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(1000) int limit) {
        if (latest) {
            return history.latest(after, limit);
        }
        if (aggregate == null) {
            throw new BadRequestException("aggregate or latest is required");
        }
        return history.of(aggregate, from, limit);
    }

    /** Sends published events again. */
    @POST
    @Path("/replays")
    @Operation(hidden = true)
    public Replayed replay(StartReplay command) {
        int events = replay.start(command == null ? null : command.aggregate());
        replay.wake();
        return new Replayed(events);
    }
}
