package kcs.progress.opinions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An opinion as it is shown.
 *
 * @param givenBy who it was; told to planners and auditors, as are {@code answeredBy} and {@code closedBy}
 * @param answer the one that stands; those that were sent back are in the history
 * @param answeredByAgency null where a planner answered for an agency without reporters
 * @param allowedTransitions where this caller may move it
 */
@Schema(name = "Opinion", description = "자문의견: what the advisory committee advises, and what became of it")
record OpinionView(
        @Schema(required = true) UUID id,

        @Schema(required = true, maxLength = 30, examples = "KCS-2024")
        String plan,

        @Schema(maxLength = 45, description = "At which it was given; null: at none")
        String meeting,

        @Schema(maxLength = 40, description = "null: on the whole")
        String task,

        @Schema(required = true, maxLength = 10, description = "Who is to answer it")
        String addressedTo,

        @Schema(required = true, maxLength = 5000) String text,
        @Schema(required = true) OpinionStatus status,
        @Schema(required = true) Instant givenAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String givenBy,

        @Schema(maxLength = 5000, description = "The one that stands; those that were sent back are in the history")
        String answer,

        Instant answeredAt,
        @Schema(maxLength = 10) String answeredByAgency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String answeredBy,

        @Schema(maxLength = 5000, description = "Why the last answer was sent back, until there is another")
        String sentBackReason,

        @Schema(maxLength = 5000) String closingReason,
        Instant closedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String closedBy,

        @Schema(required = true, minimum = "0") long version,
        @Schema(required = true, maxItems = 2) List<OpinionStatus> allowedTransitions) {

    private static final Opinion.Answer NO_ANSWER = new Opinion.Answer(null, null, null, null);
    private static final Opinion.Closing NOT_CLOSED = new Opinion.Closing(null, null, null);

    static OpinionView of(Opinion opinion, Caller caller) {
        Opinion.Given given = opinion.given();
        Opinion.Standing standing = opinion.standing();
        Opinion.Answer answer = standing.answer() == null ? NO_ANSWER : standing.answer();
        Opinion.Closing closing = standing.closing() == null ? NOT_CLOSED : standing.closing();
        boolean tellsWho = OpinionRights.tellsWho(caller);
        return new OpinionView(
                given.id(),
                given.plan(),
                given.meeting(),
                given.task(),
                given.addressedTo().code(),
                given.text(),
                standing.status(),
                given.at(),
                tellsWho ? given.by() : null,
                answer.text(),
                answer.at(),
                answer.byAgency(),
                tellsWho ? answer.by() : null,
                standing.sentBackReason(),
                closing.reason(),
                closing.at(),
                tellsWho ? closing.by() : null,
                standing.version(),
                OpinionRights.allowed(caller, opinion));
    }
}
