package kcs.chassis.problem;

import io.vertx.ext.web.RoutingContext;

/**
 * Says which requests may have a body larger than JSON may be. An endpoint that takes files has a bean of this kind. One
 * that reads the body as a stream stops by itself where too much comes without saying so.
 */
public interface LargeBodies {

    /** Whether this request is one of those. */
    boolean take(RoutingContext request);

    /** The most bytes that the body of one of them may hold. */
    long most();

    /** The refusal of one that holds more. */
    ProblemException tooLarge();
}
