package kcs.chassis.identity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who made the present version of something, so that whoever finds it changed meanwhile knows whom to ask. Persons are told
 * as the histories tell them: nothing to the public, the name to planners and auditors alone.
 *
 * @param subject who: the token's {@code sub}; null for those who are not told
 * @param roles what the actor was then
 * @param agency code of the agency the actor speaks for; null for one who speaks for none
 */
public record ChangedBy(
        @Schema(
                maxLength = 200,
                nullable = true,
                description = "Who, for planners and auditors; null for everyone else")
        String subject,

        @Schema(maxItems = 6) List<Role> roles,

        @Schema(maxLength = 10, nullable = true, description = "The agency the actor speaks for")
        String agency) {
    private static final String SERVICE = "system:";

    public ChangedBy {
        roles = List.copyOf(roles);
    }

    /** The caller as whoever changes something; null for a job of the service itself, which is nobody. */
    public static ChangedBy of(Caller caller) {
        return caller.subject().startsWith(SERVICE)
                ? null
                : new ChangedBy(
                        caller.subject(), caller.roles().stream().sorted().toList(), caller.agency());
    }

    /** As much of it as a caller is told; null where that is nothing. */
    public ChangedBy shownTo(Caller caller) {
        if (caller.roles().isEmpty()) {
            return null;
        }
        return caller.is(Role.PLANNER, Role.AUDITOR) ? this : new ChangedBy(null, roles, agency);
    }
}
