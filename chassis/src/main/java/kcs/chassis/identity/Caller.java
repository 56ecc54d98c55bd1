package kcs.chassis.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On whose behalf something is done.
 *
 * @param subject who: the token's {@code sub}, {@code system:<job>} for a job of the service itself, empty for the public
 * @param roles what the caller is; empty for the public
 * @param agency code of the agency a reporter speaks for, always from the token; null for everyone else
 * @param machine whether a program signed in with its own client rather than a person
 */
public record Caller(String subject, Set<Role> roles, String agency, boolean machine) {

    public static final Caller ANONYMOUS = new Caller("", Set.of(), null, false);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The service itself, doing a job nobody asked for by a request; it has a planner's rights. */
    public static Caller system(String job) {
        return new Caller("system:" + job, EnumSet.of(Role.PLANNER), null, false);
    }

    /** Whether the caller has any of these roles. */
    public boolean is(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean signedIn() {
        return !subject.isEmpty();
    }

    /** The roles as row security reads them: lower case, sorted, separated by commas. */
    public String rolesForRowSecurity() {
        return roles.stream().map(Role::inToken).sorted().collect(Collectors.joining(","));
    }

    /** The agency as row security reads it: empty when there is none. */
    public String agencyForRowSecurity() {
        return agency == null ? "" : agency;
    }
}
