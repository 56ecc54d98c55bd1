package kcs.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser of this machine, started once for all classes. Where there is none the class is skipped and says so, unless
 * {@code KCS_BROWSER_REQUIRED} is set, as it is where everything must have been tested.
 */
final class Chromium implements BeforeAllCallback {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static Started started;

    private final Map<String, String> sessions = new HashMap<>();

    /** What is to be ended. */
    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> found = installed();
        if (found.isEmpty() && System.getenv("KCS_BROWSER_REQUIRED") != null) {
            throw new IllegalStateException("KCS_BROWSER_REQUIRED is set, and there is no Chromium on the path");
        }
        Assumptions.assumeTrue(
                found.isPresent(),
                "skipped: no Chromium on the path (Debian: apt-get install chromium fonts-noto-cjk)");
        started = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Started.class, once -> start(found.get()), Started.class);
    }

    /** Starts it where there is one, outside of any test; {@link #end} ends it. */
    static boolean startsHere() {
        installed().ifPresent(found -> started = start(found));
        return started != null;
    }

    static void end() {
        started.close();
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Started start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Started(playwright, browser);
    }

    /** How a person has set the pages up. */
    record Looks(String language, String contrast, int width) {
        static final Looks KOREAN = new Looks("ko", "standard", 1440);
        static final Looks ENGLISH = new Looks("en", "standard", 1440);
    }

    /**
     * Opens a window for a person, who has signed in already.
     *
     * @param user null for somebody who has not
     */
    Window window(Suite suite, String user, Looks looks) {
        String session = user == null ? null : sessions.computeIfAbsent(user, name -> signedIn(suite, name));
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(suite.front())
                .setViewportSize(looks.width(), 1000)
                .setAcceptDownloads(true);
        BrowserContext context =
                started.browser().newContext(session == null ? options : options.setStorageState(session));
        context.addInitScript("localStorage.setItem('kcs.language', '%s'); localStorage.setItem('kcs.contrast', '%s');"
                .formatted(looks.language(), looks.contrast()));
        return new Window(context);
    }

    private static String signedIn(Suite suite, String user) {
        try (BrowserContext context =
                started.browser().newContext(new Browser.NewContextOptions().setBaseURL(suite.front()))) {
            Page page = context.newPage();
            page.navigate("/signin?return=/reports");
            page.fill("#username", user);
            page.fill("#password", suite.password(user));
            page.click("#kc-login");
            page.waitForURL(suite.front() + "/reports");
            return context.storageState();
        }
    }
}
