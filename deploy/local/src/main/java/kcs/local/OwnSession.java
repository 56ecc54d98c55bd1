package kcs.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a process in a session of its own, so that Ctrl-C reaches only the launcher, which ends all in order. */
final class OwnSession {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    /** Returns what comes before the command; the process keeps its id. Empty where there is no setsid. */
    static List<String> prefix() {
        List<String> prefix = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            prefix.add(SETSID.toString());
        }
        return prefix;
    }
}
