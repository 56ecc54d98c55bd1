package kcs.local;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who answers what: of the API by the first segment after {@code /api/v1/}. What is not here does not exist outside.
 */
final class Routes {
    private static final String API = "/api/v1/";
    private static final Map<String, Part> BY_SEGMENT = Map.ofEntries(
            Map.entry("agencies", Part.AGENCY),
            Map.entry("reorganisations", Part.AGENCY),
            Map.entry("plans", Part.COLLABORATION),
            Map.entry("tasks", Part.COLLABORATION),
            Map.entry("cycles", Part.PROGRESS),
            Map.entry("checkpoints", Part.PROGRESS),
            Map.entry("extensions", Part.PROGRESS),
            Map.entry("evidence", Part.PROGRESS),
            Map.entry("assessments", Part.PROGRESS),
            Map.entry("worklist", Part.PROGRESS),
            Map.entry("health", Part.PROGRESS),
            Map.entry("reports", Part.PROGRESS),
            Map.entry("snapshots", Part.PROGRESS),
            Map.entry("meetings", Part.PROGRESS),
            Map.entry("opinions", Part.PROGRESS),
            Map.entry("dashboard", Part.PROGRESS),
            Map.entry("session", Part.PROGRESS),
            Map.entry("holiday-tables", Part.PROGRESS),
            Map.entry("business-days", Part.PROGRESS));

    /** How people with a browser come and go. */
    private static final Set<String> SESSION = Set.of("/signin", "/signin/callback", "/signout");

    /** The pages besides the dashboard, and what is below them. */
    private static final Pattern PAGES = Pattern.compile("/tasks/.+|/(reports|desk|console)(/.*)?|/help");

    private static final String OPEN_DATA = "/open/v1/";

    private Routes() {}

    static Optional<Part> backendOf(String path) {
        if (path.startsWith(API)) {
            String rest = path.substring(API.length());
            int end = rest.indexOf('/');
            return Optional.ofNullable(BY_SEGMENT.get(end < 0 ? rest : rest.substring(0, end)));
        }
        if (path.startsWith(OPEN_DATA) || SESSION.contains(path)) {
            return Optional.of(Part.PROGRESS);
        }
        // Of the identity provider only what people and programs sign in with: never its administration.
        if (path.startsWith("/auth/realms/kcs/")
                || path.equals("/auth/realms/kcs")
                || path.startsWith("/auth/resources/")) {
            return Optional.of(Part.KEYCLOAK);
        }
        if (path.equals("/")
                || path.startsWith("/assets/")
                || PAGES.matcher(path).matches()) {
            return Optional.of(Part.PROGRESS);
        }
        return Optional.empty();
    }
}
