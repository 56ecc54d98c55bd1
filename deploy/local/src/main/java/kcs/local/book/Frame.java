package kcs.local.book;

import java.util.List;

/** What every page of the book has around its content. */
final class Frame {
    /** @param page its file's name, such as {@code tasks.html} */
    record Chapter(String page, String title) {}

    private final List<Chapter> chapters;
    private final String version;

    Frame(List<Chapter> chapters, String version) {
        this.chapters = chapters;
        this.version = version;
    }

    String around(Chapter chapter, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · KCS collaboration tasks API</title>
                <link rel="stylesheet" href="book.css">
                </head>
                <body>
                <a class="skip" href="#content"><span lang="ko">본문으로</span> To the content</a>
                <header class="masthead"><div class="frame">
                <p class="service"><a href="index.html"><span lang="ko">관세청 협업과제</span> KCS collaboration tasks</a></p>
                <p class="title">API <span lang="ko">안내서</span> reference <span class="version">%s</span></p>
                </div></header>
                <div class="frame columns">
                <nav class="chapters" aria-label="Chapters">
                <ul>
                %s</ul>
                </nav>
                <main id="content">
                %s</main>
                </div>
                <footer><div class="frame">
                <p>Made from <a href="/openapi">the OpenAPI document</a>; every example was asked and answered in a test.</p>
                </div></footer>
                </body>
                </html>
                """.formatted(
                Html.escaped(chapter.title()), Html.escaped(version), list(chapter), content + turning(chapter));
    }

    private String list(Chapter current) {
        StringBuilder html = new StringBuilder();
        for (Chapter chapter : chapters) {
            html.append("<li><a href=\"")
                    .append(chapter.page())
                    .append(chapter.equals(current) ? "\" aria-current=\"page\">" : "\">")
                    .append(Html.prose(chapter.title()))
                    .append("</a></li>\n");
        }
        return html.toString();
    }

    /** To the chapter before and the one behind, as in a book. */
    private String turning(Chapter current) {
        int at = chapters.indexOf(current);
        StringBuilder html = new StringBuilder("<nav class=\"turning\" aria-label=\"Before and after\">\n");
        if (at > 0) {
            html.append(turn("prev", "← ", chapters.get(at - 1), ""));
        }
        if (at + 1 < chapters.size()) {
            html.append(turn("next", "", chapters.get(at + 1), " →"));
        }
        return html.append("</nav>\n").toString();
    }

    private static String turn(String direction, String before, Chapter chapter, String after) {
        return "<a rel=\"%s\" href=\"%s\">%s%s%s</a>\n"
                .formatted(direction, chapter.page(), before, Html.prose(chapter.title()), after);
    }
}
