package kcs.chassis.identity;

import java.util.Locale;
import java.util.Optional;

/** A role of the realm. What each may do stands in the table "Who may do what" of the domain. */
public enum Role {
    PLANNER,
    REPORTER,
    COMMITTEE,
    AUDITOR,
    ADMIN,
    /** The suite's own service clients: the only ones that read {@code /internal}. */
    SERVICE;

    /** The name as it stands in a token, in lower case. */
    public String inToken() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofToken(String name) {
        for (Role role : values()) {
            if (role.inToken().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** The same names as constants, for annotations. */
    public static final class Names {
        public static final String PLANNER = "planner";
        public static final String REPORTER = "reporter";
        public static final String COMMITTEE = "committee";
        public static final String AUDITOR = "auditor";
        public static final String ADMIN = "admin";
        public static final String SERVICE = "service";

        private Names() {}
    }
}
