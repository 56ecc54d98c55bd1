package kcs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each Java part is started: its memory, its settings, its secrets. */
final class Commands {
    private final Settings settings;
    private final Secrets secrets;

    Commands(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    JavaCommand of(Part part) throws IOException {
        return switch (part) {
            case KAFKA -> kafka();
            case KEYCLOAK -> keycloak();
            case AGENCY, COLLABORATION, PROGRESS -> service(part);
            case FRONT_DOOR -> frontDoor();
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL is not a Java process");
        };
    }

    private JavaCommand kafka() {
        int port = settings.port(Part.KAFKA);
        List<String> options = JavaCommand.options(
                "-Xms64m",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlog4j2.statusLoggerLevel=OFF",
                "-Djava.util.logging.config.file=" + settings.root().resolve("deploy/local/logging.properties"),
                "-cp",
                JavaCommand.ownClassPath());
        List<String> program = List.of(
                KafkaProcess.class.getName(),
                settings.folder(Part.KAFKA).toString(),
                Integer.toString(port),
                Integer.toString(KafkaProcess.controllerPort(port)));
        return new JavaCommand(Part.KAFKA, options, program, Map.of());
    }

    private JavaCommand frontDoor() {
        List<String> options = JavaCommand.options(
                "-Xms32m",
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dvertx.disableFileCPResolving=true",
                "-Djava.util.logging.config.file=" + settings.root().resolve("deploy/local/logging.properties"),
                "-cp",
                JavaCommand.ownClassPath());
        Map<String, String> environment = new HashMap<>();
        environment.put("KCS_ROOT", settings.root().toString());
        environment.put("KCS_DATA", settings.data().toString());
        settings.ports().forEach((part, port) -> environment.put(part.portSetting(), Integer.toString(port)));
        return new JavaCommand(Part.FRONT_DOOR, options, List.of(FrontDoor.class.getName()), environment);
    }

    private JavaCommand keycloak() throws IOException {
        Path home = KeycloakHome.in(settings);
        List<String> options = JavaCommand.options(
                "-Xms64m",
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString());
        List<String> program = List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "start", "--optimized");
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_DB_URL", jdbcUrl(Part.KEYCLOAK));
        environment.put("KC_DB_USERNAME", "keycloak_owner");
        environment.put("KC_DB_PASSWORD", secrets.get("postgres.keycloak_owner"));
        environment.put("KC_DB_POOL_INITIAL_SIZE", "2");
        environment.put("KC_DB_POOL_MAX_SIZE", "10");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", Ports.HOST);
        environment.put("KC_HTTP_PORT", Integer.toString(settings.port(Part.KEYCLOAK)));
        environment.put("KC_HOSTNAME", settings.frontDoor() + "/auth");
        environment.put("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true");
        environment.put("KC_PROXY_HEADERS", "xforwarded");
        environment.put("KC_CACHE", "local");
        environment.put("KC_LOG_LEVEL", "info,io.smallrye.health:warn");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "bootstrap");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.bootstrap"));
        return new JavaCommand(Part.KEYCLOAK, options, program, environment);
    }

    /** progress-service makes PDF documents, which need room for the typeface and the rows. */
    private JavaCommand service(Part service) {
        List<String> options = JavaCommand.options(
                "-Xms64m",
                service == Part.PROGRESS ? "-Xmx224m" : "-Xmx160m",
                "-Xmn32m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=160m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        Path archive = ClassArchive.of(settings, service);
        if (Files.exists(archive)) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off"));
        }
        return new JavaCommand(
                service, options, List.of("-jar", settings.jar(service).toString()), environmentOf(service));
    }

    private Map<String, String> environmentOf(Part service) {
        String database = service.database();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", Ports.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(service));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database + "_app");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.get("postgres." + database + "_app"));
        environment.put("QUARKUS_FLYWAY_USERNAME", database + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", secrets.get("postgres." + database + "_owner"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", Ports.HOST + ":" + settings.port(Part.KAFKA));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", settings.realm());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", settings.issuer());
        environment.put("KCS_CURSOR_KEY", secrets.get("cursor." + service.id()));
        environment.put("KCS_SERVICE_CLIENT_ID", service.id());
        environment.put("KCS_SERVICE_CLIENT_SECRET", secrets.clientSecret(service.id()));
        environment.put("KCS_CONSOLE_CLIENT_SECRET", secrets.clientSecret(Realm.CONSOLE));
        environment.put("KCS_CONSOLE_COOKIE_KEY", secrets.get("console.cookie-key"));
        environment.put("KCS_PEER_AGENCY_URL", settings.url(Part.AGENCY));
        environment.put("KCS_PEER_COLLABORATION_URL", settings.url(Part.COLLABORATION));
        environment.put("KCS_PUBLIC_URL", settings.frontDoor());
        DemoFolder.in(settings.data()).ifPresent(folder -> {
            environment.put("KCS_DEMONSTRATION", "true");
            environment.put(
                    "KCS_DEMONSTRATION_STARTS_AT",
                    new DemoClock(settings, folder).now().toString());
            // Its days pass in seconds.
            environment.put("KCS_DAILY_LOOK", "100ms");
        });
        return environment;
    }

    private String jdbcUrl(Part part) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + settings.port(Part.POSTGRES) + "/" + part.database();
    }
}
