package kcs.chassis.time;

import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Role;
import kcs.chassis.json.BodyReader;
import kcs.chassis.json.Incoming;
import kcs.chassis.json.Limits;
import kcs.chassis.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The business clock of a demonstration; anywhere else there is nothing here. The front door does not pass it. */
@Path("/internal/clock")
@RolesAllowed(Role.Names.SERVICE)
public class ClockResource {

    /**
     * What the clock shows.
     *
     * @param settled whether all that follows from its day is done
     */
    public record Time(Instant now, boolean settled) {}

    /** Where to set it. */
    public record MoveClock(@NotNull Instant now) {}

    private final Clock clock;
    private final BodyReader reader;
    private final Limits limits;
    private final Event<ClockMoved> moved;
    private final List<FollowsTheClock> followers;

    ClockResource(
            Clock clock,
            BodyReader reader,
            Limits limits,
            Event<ClockMoved> moved,
            @All List<FollowsTheClock> followers) {
        this.followers = followers;
        this.clock = clock;
        this.reader = reader;
        this.limits = limits;
        this.moved = moved;
    }

    /** What time it is in the demonstration. */
    @GET
    @Operation(hidden = true)
    public Time now() {
        return time(movable());
    }

    /** Sets the clock forward. */
    @POST
    @Operation(hidden = true)
    public Time move(Incoming body) {
        DemonstrationClock movable = movable();
        MoveClock command = reader.read(body, MoveClock.class);
        limits.require(command);
        movable.moveTo(command.now());
        moved.fire(new ClockMoved(command.now()));
        return time(movable);
    }

    private Time time(DemonstrationClock movable) {
        LocalDate today = Seoul.today(movable);
        return new Time(movable.instant(), followers.stream().allMatch(follower -> follower.hasDone(today)));
    }

    private DemonstrationClock movable() {
        if (clock instanceof DemonstrationClock movable) {
            return movable;
        }
        throw ProblemException.notFound("/internal/clock");
    }
}
