package kcs.chassis.concurrency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kcs.chassis.identity.Caller;
import kcs.chassis.json.BodyReader;
import kcs.chassis.json.Incoming;
import kcs.chassis.json.Limits;
import kcs.chassis.problem.ProblemException;

/**
 * A request to change something. A use case reads it in the contract's order: is it there and may it be seen (404), may
 * the caller (403), what is wanted ({@link #command}: 415, 400, 422), was it done before ({@link Idempotency#once}), is
 * it still what the caller saw ({@link #requireVersion}: 428, 412); then the rules of the domain (422, 409).
 *
 * @param <T> the command
 */
public final class Change<T> {
    private final Caller caller;
    private final String target;
    private final String idempotencyKey;
    private final String ifMatch;
    private final byte[] bytes;
    private final Supplier<T> command;
    private final Function<T, T> patch;
    private final Consumer<T> limits;
    private final boolean versioned;
    private ProblemException outsideLimits;

    private Change(
            Caller caller,
            String target,
            String idempotencyKey,
            String ifMatch,
            byte[] bytes,
            Supplier<T> command,
            Function<T, T> patch,
            Consumer<T> limits,
            boolean versioned) {
        this.caller = caller;
        this.target = target;
        this.idempotencyKey = idempotencyKey;
        this.ifMatch = ifMatch;
        this.bytes = bytes;
        this.command = command;
        this.patch = patch;
        this.limits = limits;
        this.versioned = versioned;
    }

    /**
     * The change that a request's body, headers and caller ask for.
     *
     * @param versioned whether it changes a thing that has a version, so that {@link #requireVersion} will be called
     */
    static <T> Change<T> requested(
            Caller caller,
            String target,
            String key,
            String ifMatch,
            Incoming body,
            BodyReader reader,
            Limits limits,
            Class<T> type,
            boolean versioned) {
        byte[] bytes = bytes(body);
        return new Change<>(
                caller,
                target,
                key,
                ifMatch,
                bytes,
                () -> reader.read(body, type),
                current -> reader.merged(body, current, type),
                limits::require,
                versioned);
    }

    /** The change that a request asks for whose body is read by its endpoint, in one of several types. */
    static <T> Change<T> readElsewhere(
            Caller caller, String target, String key, Incoming body, Supplier<T> command, Limits limits) {
        return new Change<>(
                caller, target, key, null, bytes(body), command, current -> current, limits::require, false);
    }

    /** The change that a request asks for whose body is read as a stream; its command stands in address and headers. */
    static <T> Change<T> streamed(Caller caller, String target, String key, T command) {
        return new Change<>(
                caller, target, key, null, new byte[0], () -> command, current -> command, any -> {}, false);
    }

    /** A change by a job of the service's own, which goes through the same use case as a request. */
    public static <T> Change<T> byJob(String job, T command) {
        return new Change<>(
                Caller.system(job), job, null, "*", new byte[0], () -> command, current -> command, any -> {}, false);
    }

    private static byte[] bytes(Incoming body) {
        return body == null ? new byte[0] : body.bytes();
    }

    public Caller caller() {
        return caller;
    }

    /**
     * What is wanted, read now. Where a version is at stake, what exceeds the limits of the schema is refused only by
     * {@link #requireVersion}: a stale request is told that it is stale.
     */
    public T command() {
        return withinLimits(command.get());
    }

    /** What the merge patch makes of {@code current}; limits as with {@link #command}. */
    public T appliedTo(T current) {
        return withinLimits(patch.apply(current));
    }

    private T withinLimits(T wanted) {
        try {
            limits.accept(wanted);
        } catch (ProblemException refused) {
            if (!versioned) {
                throw refused;
            }
            outsideLimits = refused;
        }
        return wanted;
    }

    /** Refuses what exceeds the limits of the schema, if that was not done before. */
    void requireLimits() {
        if (outsideLimits != null) {
            throw outsideLimits;
        }
    }

    /**
     * The same change, told apart from others with its key by what was read of its body as a stream.
     *
     * @param identity the same for the same body, such as its digest
     */
    public Change<T> identifiedBy(byte[] identity) {
        return new Change<>(
                caller, target, idempotencyKey, ifMatch, identity.clone(), command, patch, limits, versioned);
    }

    /** Method, path and query: what an idempotency key was used for. */
    String target() {
        return target;
    }

    String idempotencyKey() {
        return idempotencyKey;
    }

    /** SHA-256 of method, path, query and body: the same request has the same. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(target.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Refuses a change of what the caller has not seen.
     *
     * @throws ProblemException 428 without {@code If-Match}, 412 when it names another version, then 422 for what exceeds
     *     the limits of the schema
     */
    public void requireVersion(long current) {
        if (ifMatch == null) {
            throw new ProblemException(428, "precondition-required");
        }
        if (!ETag.namesVersion(ifMatch, current)) {
            throw new ProblemException(412, "stale").with("currentVersion", current);
        }
        requireLimits();
    }
}
