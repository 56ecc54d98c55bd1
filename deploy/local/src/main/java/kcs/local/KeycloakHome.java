package kcs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak's home in the data folder: its programs are links to the one unpacked by the build, what it writes is its
 * own, so that several stacks can share one distribution.
 */
final class KeycloakHome {
    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes", "version.txt");
    private static final int BUILD_MINUTES = 5;

    private KeycloakHome() {}

    static Path in(Settings settings) throws IOException {
        Path distribution = distribution(settings);
        Path home = Folders.createPrivate(settings.folder(Part.KEYCLOAK));
        for (String name : SHARED) {
            Path link = home.resolve(name);
            if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)
                    || !Files.readSymbolicLink(link).equals(distribution.resolve(name))) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(name));
            }
        }
        return home;
    }

    /** Fixes the options that Keycloak compiles in, once per checkout; it starts three times as fast afterwards. */
    static void build(Settings settings) throws IOException {
        Path distribution = distribution(settings);
        Path done = distribution.resolve("built-for-kcs");
        if (Files.exists(done)) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(
                        distribution.resolve("bin/kc.sh").toString(),
                        "build",
                        "--db=postgres",
                        "--http-relative-path=/auth",
                        "--health-enabled=true",
                        "--http-management-health-enabled=false",
                        "--metrics-enabled=false")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        settings.log(Part.KEYCLOAK).toFile()));
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
        Process build = builder.start();
        try {
            if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || build.exitValue() != 0) {
                throw new IOException("Keycloak could not be prepared; see " + settings.log(Part.KEYCLOAK));
            }
        } catch (InterruptedException e) {
            build.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Files.createFile(done);
    }

    private static Path distribution(Settings settings) throws IOException {
        Path folder = settings.root().resolve("deploy/local/target/keycloak");
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry.resolve("lib")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no Keycloak in " + folder + "; build deploy/local"));
        }
    }
}
