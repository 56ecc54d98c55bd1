package kcs.chassis.openapi;

import java.util.EnumSet;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** What an operation's place in the API says about it. */
record Endpoint(String path, HttpMethod method, Operation operation) {
    /** Set on an operation by which a thing without versions is made or deleted below a path that names one. */
    static final String UNVERSIONED = "x-unversioned";

    private static final String OPEN = "/open/";

    /** Whether it changes something. */
    boolean writes() {
        return EnumSet.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
                .contains(method);
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean creates() {
        return method == HttpMethod.POST;
    }

    /** Whether it is about one thing, which may not be there. */
    boolean hasSubject() {
        return path.contains("{");
    }

    /** Whether it changes a thing that has a version, or adds a transition to one. */
    boolean needsPrecondition() {
        return writes() && hasSubject() && !isUnversioned();
    }

    private boolean isUnversioned() {
        return operation.getExtensions() != null && operation.getExtensions().containsKey(UNVERSIONED);
    }

    /** Whether it answers one thing, that has a version, as it stands. */
    boolean readsOne() {
        return method == HttpMethod.GET && path.endsWith("}") && !isUnversioned();
    }

    /** Whether it is open data: what it answers is told apart by its bytes, and who asks does not matter. */
    boolean isOpen() {
        return path.startsWith(OPEN);
    }

    /** Whether some callers may see it and not do it. */
    boolean isGuarded() {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }
}
