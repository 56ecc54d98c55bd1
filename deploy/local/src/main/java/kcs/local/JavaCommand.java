package kcs.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java process of the stack: in a session of its own, what it says appended to its log file, so that it depends on
 * nobody's life but its own.
 *
 * @param options of the JVM, after the mark by which the process is found again
 * @param program the main class or {@code -jar} and its arguments
 * @param environment only what is given here, and the few variables that any process needs
 */
record JavaCommand(Part part, List<String> options, List<String> program, Map<String, String> environment) {
    private static final long LOG_LIMIT = 20L << 20;
    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER");

    /** What an operator may set for all parts at once: tracing, log levels, mail, rate limits. */
    private static final List<String> PASSED_ON_PREFIXES = List.of(
            "OTEL_",
            "QUARKUS_OTEL_",
            "QUARKUS_LOG_",
            "QUARKUS_MAILER_",
            "KCS_MAIL_",
            "KCS_RATE_LIMIT_",
            "KCS_OPEN_DATA_");

    ProcessHandle start(Settings settings) throws IOException {
        List<String> command = OwnSession.prefix();
        command.add(java());
        command.addAll(Processes.mark(settings, part));
        command.addAll(options);
        command.addAll(program);
        Path log = settings.log(part);
        rotate(log);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Folders.createPrivate(settings.folder(part)).toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> variables = builder.environment();
        variables
                .keySet()
                .removeIf(name ->
                        !PASSED_ON.contains(name) && PASSED_ON_PREFIXES.stream().noneMatch(name::startsWith));
        variables.putAll(environment);
        return builder.start().toHandle();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns the class path of this process in a form that keeps command lines short. */
    static String ownClassPath() {
        return System.getProperty("java.class.path");
    }

    static List<String> options(String... options) {
        return new ArrayList<>(List.of(options));
    }

    private static void rotate(Path log) throws IOException {
        Folders.createPrivate(log.getParent());
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
