package kcs.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The processes of the stack, in the order in which they start. They end in the opposite order. */
enum Part {
    POSTGRES("postgres", "PostgreSQL", 5433, "KCS_PORT_POSTGRES"),
    KAFKA("kafka", "Kafka", 9092, "KCS_PORT_KAFKA"),
    KEYCLOAK("keycloak", "Keycloak", 8180, "KCS_PORT_KEYCLOAK"),
    AGENCY("agency-service", "agency-service", 8081, "KCS_PORT_AGENCY"),
    COLLABORATION("collaboration-service", "collaboration-service", 8082, "KCS_PORT_COLLABORATION"),
    PROGRESS("progress-service", "progress-service", 8083, "KCS_PORT_PROGRESS"),
    FRONT_DOOR("front-door", "front door", 8080, "KCS_PORT");

    /** The suite's own services, each with a database of its own. */
    static final List<Part> SERVICES = List.of(AGENCY, COLLABORATION, PROGRESS);

    private final String id;
    private final String title;
    private final int usualPort;
    private final String portSetting;

    Part(String id, String title, int usualPort, String portSetting) {
        this.id = id;
        this.title = title;
        this.usualPort = usualPort;
        this.portSetting = portSetting;
    }

    /** Returns the part that a person named: {@code progress} is {@code progress-service}. */
    static Optional<Part> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(part -> part.id.equals(wanted) || part.id.equals(wanted + "-service"))
                .findFirst();
    }

    static String ids() {
        return String.join(", ", Arrays.stream(values()).map(Part::id).toList());
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    int usualPort() {
        return usualPort;
    }

    /** The environment variable that sets another port. */
    String portSetting() {
        return portSetting;
    }

    boolean isService() {
        return SERVICES.contains(this);
    }

    /** The database of a service, or of Keycloak. */
    String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
