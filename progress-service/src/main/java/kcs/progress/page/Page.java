package kcs.progress.page;

import java.util.List;

/** The pages, and where they are. What is below a path with a star is the page's own to tell apart. */
enum Page {
    /** The shared dashboard. */
    DASHBOARD("index", "/"),
    /** One task, for everybody. */
    TASK("task", "/tasks/*"),
    /** What the committee reads. */
    REPORTS("reports", "/reports", "/reports/*"),
    /** Where reporters file. */
    DESK("desk", "/desk", "/desk/*"),
    /** Where planners work. */
    CONSOLE("console", "/console", "/console/*");

    private final String file;
    private final List<String> paths;

    Page(String file, String... paths) {
        this.file = file;
        this.paths = List.of(paths);
    }

    /** Its name, without the end. */
    String file() {
        return file;
    }

    List<String> paths() {
        return paths;
    }
}
