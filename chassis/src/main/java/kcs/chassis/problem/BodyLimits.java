package kcs.chassis.problem;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** How much the body of a request may hold: JSON 1 MiB; where files are taken, {@link LargeBodies} says how much more. */
@Singleton
public class BodyLimits {
    private static final long OF_JSON = 1L << 20;

    private final List<LargeBodies> larger;

    BodyLimits(@All List<LargeBodies> larger) {
        this.larger = larger;
    }

    /** The most bytes that the body of this request may hold. */
    public long most(RoutingContext request) {
        return takers(request).map(LargeBodies::most).orElse(OF_JSON);
    }

    /** The refusal of this request when its body holds more. */
    public ProblemException tooLarge(RoutingContext request) {
        return takers(request).map(LargeBodies::tooLarge).orElseGet(() -> ProblemMappers.ofStatus(413, ""));
    }

    private Optional<LargeBodies> takers(RoutingContext request) {
        return larger.stream().filter(bodies -> bodies.take(request)).findFirst();
    }
}
