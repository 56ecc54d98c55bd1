package kcs.progress.dashboard;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.Problems;

/** Routes below JAX-RS that are only read: whoever comes with another method is told which there are. */
@Singleton
public class ReadRoutes {
    private final Problems problems;

    ReadRoutes(Problems problems) {
        this.problems = problems;
    }

    /** Answers GET and HEAD of a path. */
    public void add(Router router, String path, Handler<RoutingContext> answer) {
        router.route(path).handler(request -> {
            HttpMethod method = request.request().method();
            if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
                answer.handle(request);
            } else {
                problems.send(new ProblemException(405, "method-not-allowed").header("Allow", "GET, HEAD"), request);
            }
        });
    }
}
