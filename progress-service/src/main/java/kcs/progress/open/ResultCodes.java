package kcs.progress.open;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.ProblemMembers;

/** Says in the problems of open data what its users look for. */
@Singleton
class ResultCodes implements ProblemMembers {

    @Override
    public Map<String, Object> of(ProblemException problem, RoutingContext request) {
        String path = request.request().path();
        if (!OpenDoor.leadsTo(path)) {
            return Map.of();
        }
        ResultCode code = ResultCode.of(problem.status(), path);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("resultCode", code.code());
        members.put("resultMsg", code.message());
        return members;
    }
}
