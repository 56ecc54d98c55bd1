package kcs.chassis.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal that the caller can act on. It becomes {@code application/problem+json} (RFC 9457); its title and detail are
 * looked up by its slug in the caller's language, and its type is the page of that name in {@code docs/problems}.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final transient Object[] arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<FieldError> errors = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param status the HTTP status, 4xx or 5xx
     * @param slug kebab-case name of the kind of problem
     * @param arguments what its detail names
     */
    public ProblemException(int status, String slug, Object... arguments) {
        super(slug);
        this.status = status;
        this.slug = slug;
        this.arguments = arguments;
    }

    /** Adds a member of its own to the answer, such as the moves that are allowed. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds one thing that is wrong with the input. */
    public ProblemException error(FieldError error) {
        errors.add(error);
        return this;
    }

    /** Adds a header to the answer, such as {@code Retry-After}. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public Object[] arguments() {
        return arguments;
    }

    public Map<String, Object> members() {
        return members;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** There is no such thing, or the caller may not see it; both look the same. */
    public static ProblemException notFound(String what) {
        return new ProblemException(404, "not-found", what);
    }

    /** The caller sees it but may not do this. */
    public static ProblemException forbidden() {
        return new ProblemException(403, "forbidden");
    }

    /** The input can be read and is wrong; name what with {@link #error}. */
    public static ProblemException invalid(FieldError... errors) {
        ProblemException problem = new ProblemException(422, "invalid", errors.length);
        for (FieldError error : errors) {
            problem.error(error);
        }
        return problem;
    }

    /** The input cannot be read. */
    public static ProblemException unreadable(FieldError... errors) {
        ProblemException problem = new ProblemException(400, "unreadable");
        for (FieldError error : errors) {
            problem.error(error);
        }
        return problem;
    }
}
