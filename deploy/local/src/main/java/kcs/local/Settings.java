package kcs.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the checkout and the data are, and who listens where; everything can be set by environment variables.
 *
 * @param root the checkout
 * @param data where everything is kept that outlives a restart
 */
record Settings(Path root, Path data, Map<Part, Integer> ports) {

    static Settings from(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("KCS_ROOT", ""))
                .toAbsolutePath()
                .normalize();
        String data = environment.getOrDefault("KCS_DATA", "");
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, port(environment.getOrDefault(part.portSetting(), ""), part));
        }
        return new Settings(
                root,
                data.isBlank() ? root.resolve(".data") : root.resolve(data).normalize(),
                ports);
    }

    /** The same with the data folder of the demonstration, {@code KCS_DEMO_DATA}, in the place of the real one. */
    static Settings ofDemonstration(Map<String, String> environment) {
        String data = environment.getOrDefault("KCS_DEMO_DATA", "");
        Map<String, String> own = new HashMap<>(environment);
        own.put("KCS_DATA", data.isBlank() ? ".demo" : data);
        return from(own);
    }

    private static int port(String given, Part part) {
        if (given.isBlank()) {
            return part.usualPort();
        }
        try {
            int port = Integer.parseInt(given.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw new Refusal(part.portSetting() + " must be a port from 1 to 65535, not \"" + given + "\"");
    }

    int port(Part part) {
        return ports.get(part);
    }

    /** Where people and browsers come in. */
    String frontDoor() {
        return "http://localhost:" + port(Part.FRONT_DOOR);
    }

    String url(Part part) {
        return "http://" + Ports.HOST + ":" + port(part);
    }

    String realm() {
        return url(Part.KEYCLOAK) + "/auth/realms/kcs";
    }

    String issuer() {
        return frontDoor() + "/auth/realms/kcs";
    }

    Path log(Part part) {
        return data.resolve("log").resolve(part.id() + ".log");
    }

    Path folder(Part part) {
        return data.resolve(part.id());
    }

    Path jar(Part service) {
        return root.resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
