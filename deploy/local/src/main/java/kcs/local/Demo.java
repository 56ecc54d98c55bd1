package kcs.local;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** A demonstration on a data folder of its own: started, stopped, removed. The real folder is only looked at. */
final class Demo {
    private final Settings settings;
    private final Settings real;
    private final PrintStream out;
    private final Stack stack;

    /**
     * @param settings with the demonstration's data folder
     * @param real with the folder that {@code deploy/up} works on
     */
    Demo(Settings settings, Settings real, PrintStream out) {
        this.settings = settings;
        this.real = real;
        this.out = out;
        this.stack = new Stack(settings, out);
    }

    int run(List<String> arguments) throws IOException {
        return switch (String.join(" ", arguments)) {
            case "" -> start();
            case "--stop" -> stop();
            case "--clear" -> clear();
            default -> throw new Refusal("usage: deploy/demo [--stop | --clear]");
        };
    }

    private int start() throws IOException {
        if (settings.data().equals(real.data())) {
            throw new Refusal("KCS_DEMO_DATA names the suite's own data folder " + real.data() + "; set it to another");
        }
        DemoFolder folder = DemoFolder.open(settings.data());
        DemoClock clock = new DemoClock(settings, folder);
        return DataLock.during(settings.data(), () -> {
            refuseHalf(folder);
            boolean fresh = !stack.anythingRuns();
            Thread cleanup = new Thread(stack::downQuietly, "cleanup");
            if (fresh) {
                refuseBesideTheSuite();
                Runtime.getRuntime().addShutdownHook(cleanup);
            }
            stack.up();
            stack.awaitCatalogue();
            clock.align();
            if (fresh) {
                Runtime.getRuntime().removeShutdownHook(cleanup);
            }
            if (folder.year() == DemoFolder.Year.NOT_PLAYED) {
                play(folder, clock);
            }
            out.println();
            out.print(new DemoWelcome(settings, clock.now()).text());
            return 0;
        });
    }

    /** What broke off stays up to be looked at. */
    private void play(DemoFolder folder, DemoClock clock) throws IOException {
        folder.keep(DemoFolder.Year.HALF_PLAYED);
        out.println();
        out.println("A year passes (some minutes).");
        new DemoYear(settings, clock, out).play();
        folder.keep(DemoFolder.Year.PLAYED);
    }

    private void refuseHalf(DemoFolder folder) {
        if (folder.year() == DemoFolder.Year.HALF_PLAYED) {
            throw new Refusal(
                    "the year in " + settings.data() + " broke off in the middle and cannot be taken up again;"
                            + " deploy/demo --clear removes it, then deploy/demo plays it from the beginning");
        }
    }

    private void refuseBesideTheSuite() {
        boolean taken = Arrays.stream(Part.values()).anyMatch(part -> Ports.answers(settings.port(part)));
        if (taken && new Stack(real, out).anythingRuns()) {
            throw new Refusal("the suite itself runs on " + real.data() + " and uses the same ports; end it with"
                    + " deploy/down (its data stay), or give the demonstration ports of its own: KCS_PORT,"
                    + " KCS_PORT_AGENCY, KCS_PORT_COLLABORATION, KCS_PORT_PROGRESS, KCS_PORT_KEYCLOAK,"
                    + " KCS_PORT_POSTGRES, KCS_PORT_KAFKA");
        }
    }

    private int stop() throws IOException {
        requireDemonstration();
        return DataLock.during(settings.data(), () -> {
            stack.down();
            out.println("The demonstration has ended; deploy/demo starts it again, deploy/demo --clear removes it");
            return 0;
        });
    }

    private int clear() throws IOException {
        requireDemonstration();
        return DataLock.during(settings.data(), () -> {
            stack.down();
            Folders.delete(settings.data());
            out.println("The demonstration in " + settings.data() + " is gone; nothing else was touched");
            return 0;
        });
    }

    private void requireDemonstration() {
        if (DemoFolder.in(settings.data()).isEmpty()) {
            throw new Refusal("there is no demonstration in " + settings.data() + "; nothing was touched");
        }
    }
}
