package kcs.chassis.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Says more in the problems of some addresses: those of an interface that has codes of its own. */
public interface ProblemMembers {

    /** What the problem that answers a request has besides; empty where the request is none of its business. */
    Map<String, Object> of(ProblemException problem, RoutingContext request);
}
