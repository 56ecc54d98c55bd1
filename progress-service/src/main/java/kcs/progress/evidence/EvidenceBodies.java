package kcs.progress.evidence;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import kcs.chassis.problem.LargeBodies;
import kcs.chassis.problem.ProblemException;

/** A file may be larger than JSON: where one is uploaded, and nowhere else. */
@Singleton
class EvidenceBodies implements LargeBodies {
    private static final Pattern UPLOAD = Pattern.compile("/api/v1/checkpoints/[^/]+/evidence");
    private static final int MEBIBYTE = 1 << 20;

    private final long most;

    EvidenceBodies(EvidenceSettings settings) {
        this.most = settings.maxSize().asLongValue();
    }

    @Override
    public boolean take(RoutingContext request) {
        return request.request().method() == HttpMethod.POST
                && UPLOAD.matcher(request.normalizedPath()).matches();
    }

    @Override
    public long most() {
        return most;
    }

    @Override
    public ProblemException tooLarge() {
        return new ProblemException(413, "evidence-too-large", most / MEBIBYTE + " MiB").with("maxSize", most);
    }
}
