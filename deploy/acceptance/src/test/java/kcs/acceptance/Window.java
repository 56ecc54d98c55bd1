package kcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A window of the browser, as one person has it open. When it is closed, its console must have said nothing. */
final class Window implements AutoCloseable {
    /** Where pictures of the pages are kept, to be looked at. */
    private static final Path PICTURES = Path.of("target", "screens");

    /** Resolves when nothing of the page has changed for a while: it shows what it will show. */
    private static final String SETTLED = """
            () => new Promise((resolve) => {
                let timer;
                const later = () => { clearTimeout(timer); timer = setTimeout(done, 400); };
                const watch = new MutationObserver(later);
                const done = () => { watch.disconnect(); resolve(); };
                watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
                later();
            })""";

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Of WCAG 2.2 AA (2.5.8); asked for by its name too, as some releases of axe leave it out otherwise. */
    private static final String TARGET_SIZE = "target-size";

    private final BrowserContext context;
    private final Page page;
    private final List<String> said = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::say);
        page.onPageError(error -> said.add(page.url() + " " + error));
    }

    /** The browser itself says so where a call was refused; a test that wants a refusal says which. */
    private void say(ConsoleMessage message) {
        if (refusals.stream().noneMatch(message.text()::contains)) {
            said.add(page.url() + " " + message.type() + " " + message.text());
        }
    }

    /** Announces that a call will be refused with a status. */
    Window expecting(int status) {
        refusals.add("the server responded with a status of " + status);
        return this;
    }

    /** Announces that the connection will be lost. */
    Window expectingLostConnections() {
        refusals.add("net::ERR_");
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to an address and waits until it is all there. */
    Window at(String path) {
        page.navigate(path);
        page.waitForSelector("main h1");
        return settled();
    }

    Window settled() {
        page.evaluate(SETTLED);
        return this;
    }

    Locator control(String label) {
        return page.getByLabel(label);
    }

    /** Holds the page to what of WCAG 2.2 AA a program can find out. */
    void isAccessible() {
        AxeResults found = new AxeBuilder(page).options(asked()).analyze();
        assertThat(found.getViolations())
                .as(page.url())
                .extracting(violation -> violation.getId() + ": " + violation.getHelp() + " "
                        + violation.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .toList())
                .isEmpty();
    }

    private static AxeRunOptions asked() {
        AxeRunOnlyOptions tags = new AxeRunOnlyOptions();
        tags.setType("tag");
        tags.setValues(RULES);
        AxeRuleOptions enabled = new AxeRuleOptions();
        enabled.setEnabled(true);
        AxeRunOptions options = new AxeRunOptions();
        options.setRunOnly(tags);
        options.setRules(Map.of(TARGET_SIZE, enabled));
        return options;
    }

    /** The whole page, in a window as high as it is: what is far below the edge of one need not have been drawn. */
    void picture(String name) {
        int height = (int) page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(page.viewportSize().width, height);
        settled();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        List<String> heard = List.copyOf(said);
        context.close();
        assertThat(heard).as("what the console said").isEmpty();
    }
}
