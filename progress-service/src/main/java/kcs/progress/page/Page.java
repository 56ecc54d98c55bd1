package kcs.progress.page;

import java.util.List;

/** The pages, and where they are. What is below a path with a star is the page's own to tell apart. */
enum Page {
    /** The shared dashboard. */
    DASHBOARD("index", List.of("/"), List.of()),
    /** One task, for everybody. */
    TASK("task", List.of("/tasks/*"), List.of("round.css", "task/task.css")),
    /** What the committee reads. */
    REPORTS("reports", List.of("/reports", "/reports/*"), List.of("reports/reports.css")),
    /** Where reporters file. */
    DESK("desk", List.of("/desk", "/desk/*"), List.of("desk/desk.css")),
    /** Where planners work. */
    CONSOLE(
            "console",
            List.of("/console", "/console/*"),
            List.of("round.css", "console/plan/plan.css", "console/round/round.css")),
    /** What each kind of person can do, for everybody. */
    HELP("help", List.of("/help"), List.of("help/help.css"));

    private final String code;
    private final List<String> paths;
    private final List<String> sheets;

    /** @param sheets what it has besides those of all pages; none where it is a document of its own */
    Page(String code, List<String> paths, List<String> sheets) {
        this.code = code;
        this.paths = paths;
        this.sheets = sheets;
    }

    List<String> paths() {
        return paths;
    }

    /** The document that it is made from. */
    String document() {
        return sheets.isEmpty() ? "/" + code + ".html" : "/work.html";
    }

    /** The document of the pages for work, made this page's. */
    String in(String document) {
        String links = String.join(
                "\n    ",
                sheets.stream()
                        .map(sheet -> "<link rel=\"stylesheet\" href=\"" + PageFiles.ASSETS + sheet + "\">")
                        .toList());
        return document.replace("{{sheets}}", links).replace("{{page}}", code);
    }
}
