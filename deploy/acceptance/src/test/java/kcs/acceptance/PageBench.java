package kcs.acceptance;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kcs.acceptance.Chromium.Looks;

/**
 * How light and fast the dashboard is in a browser with a cold cache and a processor four times slower than this one's, on
 * a stack that runs already. Prints {@code name=value} lines.
 */
final class PageBench {
    private static final int SLOWER = 4;
    private static final int TASKS = 300;
    private static final int LOADS = 7;
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

    /**
     * Keeps when the row of each task had changed first: what is told of within a frame runs before it is laid out and
     * painted, what that puts off runs when it has been.
     */
    private static final String WATCH_ROWS = """
            () => {
                window.seen = {};
                const look = (changes) => {
                    const rows = new Set(changes.map(({ target }) =>
                        (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest('.task')?.id));
                    for (const row of rows) {
                        if (row && !(row in window.seen)) {
                            window.seen[row] = null;
                            setTimeout(() => {
                                window.seen[row] = Date.now();
                            });
                        }
                    }
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
        this.changes = new BenchChanges(suite, planner, tasks);
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
            changes.make(REPLAYED / 10, REPLAYED / REPLAY_SECONDS);
            window.settled();
            double before = heap(window);
            double seconds = changes.seconds(() -> changes.make(REPLAYED, REPLAYED / REPLAY_SECONDS));
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

    /** From when a change is made until it is painted, at so many a second; each task changes once. */
    private void latency() {
        try (Window window = window()) {
            window.at("/?plan=" + plan);
            window.page().evaluate(WATCH_ROWS);
            Map<String, Double> made = changes.make(TASKS, CHANGES_PER_SECOND);
            window.settled();
            List<Double> latencies = latencies(window.page(), made);
            Collections.sort(latencies);
            say("changes", TASKS);
            say("changesSeen", latencies.size());
            say("latencyMedian", latencies.get(latencies.size() / 2));
            say("latency95", latencies.get(latencies.size() * 95 / 100));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Double> latencies(Page page, Map<String, Double> made) {
        Map<String, Object> seen = (Map<String, Object>) page.evaluate("window.seen");
        List<Double> latencies = new ArrayList<>();
        made.forEach((task, at) -> {
            if (seen.get(task) != null) {
                latencies.add(number(seen.get(task)) - at);
            }
        });
        return latencies;
    }
}
