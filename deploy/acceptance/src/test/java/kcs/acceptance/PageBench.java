package kcs.acceptance;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import kcs.acceptance.BenchChanges.Change;
import kcs.acceptance.Chromium.Looks;

/**
 * How light and fast the dashboard is in a browser with a cold cache and a processor four times slower than this one's, on
 * a stack that runs already. Prints {@code name=value} lines.
 */
final class PageBench {
    private static final int SLOWER = 4;
    private static final int TASKS = 300;
    private static final int LOADS = 7;
    private static final int CHANGES = 300;
    private static final int CHANGES_PER_SECOND = 20;

    /** An hour of one change a second, played in a minute. */
    private static final int REPLAYED = 3_600;

    private static final int REPLAY_SECONDS = 60;

    /** Of every file that the page loads, but for the letters and what draws charts, how many bytes came, packed as they came. */
    private static final String WEIGHT = """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(({ name }) => !/\\/api\\/|\\.woff2$|\\/e?charts\\.js$/.test(name))
                .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)""";

    private static final String FIRST_PAINT =
            "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";

    /** Keeps how long each interaction took until its next paint. */
    private static final String WATCH_INTERACTIONS = """
            window.interactions = [];
            new PerformanceObserver((list) => list.getEntries()
                .filter(({ interactionId }) => interactionId > 0)
                .forEach(({ duration }) => window.interactions.push(duration)))
                .observe({ type: 'event', durationThreshold: 16, buffered: true });""";

    /** Has the rows in the window; as many as are wholly seen. */
    private static final String ROWS_SEEN = """
            () => {
                const rows = [...document.querySelectorAll('.task')];
                rows[rows.length >> 1].scrollIntoView({ block: 'center', behavior: 'instant' });
                return rows.filter((row) => {
                    const { top, bottom } = row.getBoundingClientRect();
                    return top >= 0 && bottom <= innerHeight;
                }).map(({ id }) => id);
            }""";

    /**
     * Keeps, by row, when it showed a change of which time: what is told of within a frame runs before it is laid out and
     * painted, what that puts off runs when it has been.
     */
    private static final String WATCH_ROWS = """
            () => {
                window.seen = [];
                const look = (changes) => {
                    const rows = new Set(changes.map(({ target }) =>
                        (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest('.task')));
                    rows.delete(undefined);
                    rows.delete(null);
                    const shown = [...rows].map((row) => [row.id, row.querySelector('.moved time')?.dateTime]);
                    setTimeout(() => {
                        shown.forEach(([row, change]) => change && window.seen.push([row, change, Date.now()]));
                    });
                };
                new MutationObserver(look).observe(document.querySelector('main'), {
                    subtree: true, childList: true, characterData: true, attributes: true,
                });
            }""";

    private final Suite suite;
    private final String planner;
    private final String plan = Suite.freshCode();
    private final List<String> tasks = new ArrayList<>();
    private final Chromium chromium = new Chromium();
    private final BenchChanges changes;

    private PageBench(Suite suite) {
        this.suite = suite;
        this.planner = suite.token("planner");
        this.changes = new BenchChanges(suite, planner);
    }

    /** @param arguments the data folder of the stack */
    public static void main(String[] arguments) {
        if (!Chromium.startsHere()) {
            System.out.println("browser=none");
            return;
        }
        PageBench bench = new PageBench(Suite.running(Path.of(arguments[0])));
        try {
            bench.register();
            bench.loads();
            bench.interactions();
            bench.memory();
            // After thousands of changes: how warm a stack is that has run for a while.
            bench.latency();
        } finally {
            Chromium.end();
        }
    }

    private static void say(String name, double value) {
        System.out.printf(Locale.ROOT, "%s=%.1f%n", name, value);
    }

    private void register() {
        suite.change(
                "POST",
                "/api/v1/plans",
                Map.of("code", plan, "title", Map.of("ko", "화면 측정"), "leadAgency", "KCS"),
                planner);
        for (int i = 0; i < TASKS; i++) {
            String code = suite.change("POST", "/api/v1/tasks", task(i), planner)
                    .get("code")
                    .asText();
            suite.move(code, "SELECTED", planner);
            suite.move(code, "IN_PROGRESS", planner);
            tasks.add(code);
        }
    }

    private Map<String, Object> task(int i) {
        return Map.of(
                "plan",
                plan,
                "title",
                Map.of("ko", "화면에서 재는 과제 " + i, "en", "Task to measure " + i),
                "visibility",
                "PUBLIC",
                "participations",
                List.of(Map.of("agency", "KCS", "role", "LEAD"), Map.of("agency", "MOTIE", "role", "PARTNER")));
    }

    /** A window with nothing in its cache, on a slow processor. */
    private Window window() {
        Window window = chromium.window(suite, null, Looks.KOREAN);
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWER);
        devtools(window).send("Emulation.setCPUThrottlingRate", rate);
        return window;
    }

    private static CDPSession devtools(Window window) {
        BrowserContext context = window.context();
        return context.newCDPSession(window.page());
    }

    private void loads() {
        List<Double> paints = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            try (Window window = window()) {
                window.at("/?plan=" + plan);
                paints.add(number(window.page().evaluate(FIRST_PAINT)));
                if (i == 0) {
                    say("weight", number(window.page().evaluate(WEIGHT)));
                }
            }
        }
        Collections.sort(paints);
        say("firstPaint", paints.get(LOADS / 2));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Filters, shows reasons and chooses a language, as people do. */
    private void interactions() {
        try (Window window = window()) {
            window.page().addInitScript(WATCH_INTERACTIONS);
            window.at("/?plan=" + plan);
            Page page = window.page();
            Locator chips = page.locator(".chip");
            for (int i = 0; i < Math.min(8, chips.count()); i++) {
                press(chips.nth(i), window);
            }
            press(chips.first(), window);
            Locator reasons = page.locator(".task [aria-expanded]");
            for (int i = 0; i < Math.min(3, reasons.count()); i++) {
                press(reasons.nth(i), window);
            }
            press(page.locator(".languages button").last(), window);
            Object longest = page.evaluate("Math.max(16, ...window.interactions)");
            say("interaction", number(longest));
        }
    }

    /** As a hand does: it scrolls to a thing and comes to rest on it before it presses. */
    private static void press(Locator thing, Window window) {
        thing.hover();
        window.settled();
        thing.click();
        window.settled();
    }

    private void memory() {
        try (Window window = chromium.window(suite, null, Looks.KOREAN)) {
            window.at("/?plan=" + plan);
            // What grows once with the first changes is no leak.
            changes.make(tasks, REPLAYED / 10, REPLAYED / REPLAY_SECONDS);
            window.settled();
            double before = heap(window);
            double seconds = changes.seconds(() -> changes.make(tasks, REPLAYED, REPLAYED / REPLAY_SECONDS));
            window.settled();
            say("replaySeconds", seconds);
            say("heapBefore", before);
            say("heapAfter", heap(window));
        }
    }

    /** Bytes of JavaScript that are still needed. */
    private static double heap(Window window) {
        CDPSession devtools = devtools(window);
        devtools.send("HeapProfiler.collectGarbage");
        return devtools.send("Runtime.getHeapUsage").get("usedSize").getAsDouble();
    }

    /** From when a change is made until it is painted, at so many a second, each of a row that is in the window. */
    private void latency() {
        try (Window window = window()) {
            window.at("/?plan=" + plan);
            List<String> rows = strings(window.page().evaluate(ROWS_SEEN));
            window.settled();
            window.page().evaluate(WATCH_ROWS);
            List<Change> made = changes.make(rows, CHANGES, CHANGES_PER_SECOND);
            window.settled();
            List<Double> latencies = latencies(window.page(), made);
            Collections.sort(latencies);
            say("rows", rows.size());
            say("changes", made.size());
            say("changesSeen", latencies.size());
            say("latencyMedian", latencies.get(latencies.size() / 2));
            say("latency95", latencies.get(latencies.size() * 95 / 100));
        }
    }

    /** A row that shows a later change has shown the earlier ones. */
    private static List<Double> latencies(Page page, List<Change> made) {
        List<Shown> seen = ((List<?>) page.evaluate("window.seen"))
                .stream().map(one -> Shown.of((List<?>) one)).toList();
        return made.stream()
                .map(change -> seen.stream()
                        .filter(shown -> shown.covers(change))
                        .mapToDouble(shown -> shown.millis() - millis(change.at()))
                        .min())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static double millis(Instant at) {
        return at.getEpochSecond() * 1e3 + at.getNano() / 1e6;
    }

    /** What a row showed from an instant on, in milliseconds of the epoch. */
    private record Shown(String task, Instant change, double millis) {
        static Shown of(List<?> said) {
            return new Shown((String) said.get(0), Instant.parse((String) said.get(1)), number(said.get(2)));
        }

        boolean covers(Change change) {
            return task.equals(change.task()) && !this.change.isBefore(change.at());
        }
    }
}
