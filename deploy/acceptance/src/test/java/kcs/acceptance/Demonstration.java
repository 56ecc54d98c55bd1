package kcs.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The year that deploy/demo plays: once, for all classes that look at it, and ended after the last of them. While pages are
 * worked on, {@code KCS_DEMO_DATA} may name the folder of one that runs already, which is left running.
 */
final class Demonstration implements BeforeAllCallback {
    private static Played played;

    /** What is to be ended. */
    private record Played(Suite suite, boolean lent) implements AutoCloseable {
        @Override
        public void close() {
            if (!lent) {
                suite.endDemonstration();
            }
        }
    }

    static Suite suite() {
        return played.suite();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        played = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Played.class, once -> play(), Played.class);
    }

    private static Played play() {
        String running = System.getenv("KCS_DEMO_DATA");
        if (running != null) {
            return new Played(Suite.running(Path.of(running)), true);
        }
        try {
            Path folder = Files.createTempDirectory("kcs-demonstration");
            Suite suite = new Suite(folder.resolve("data"));
            Suite.Result result = suite.demonstration();
            if (result.code() != 0) {
                suite.endDemonstration();
                throw new IllegalStateException(result.output());
            }
            return new Played(suite, false);
        } catch (IOException e) {
            throw new IllegalStateException("the demonstration could not be played", e);
        }
    }
}
