package kcs.agency.catalogue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kcs.agency.agencies.Announced;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Loads the catalogue at every start, in the background: what is there already is left as it is. What fails is tried
 * again until it is done, so that another replica that loads at the same time, or a database that is away, does no harm.
 */
@Singleton
class CatalogueLoader {
    private static final Logger LOG = Logger.getLogger(CatalogueLoader.class);
    private static final long PAUSE_SECONDS = 2;

    private final Announced announced;
    private final CurrentCaller current;
    private final boolean enabled;
    private final CountDownLatch stopping = new CountDownLatch(1);

    CatalogueLoader(
            Announced announced,
            CurrentCaller current,
            @ConfigProperty(name = "kcs.catalogue.enabled", defaultValue = "true") boolean enabled) {
        this.announced = announced;
        this.current = current;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            Thread thread = new Thread(this::run, "catalogue");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    private void run() {
        try {
            while (!load() && !stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("the catalogue of agencies is tried again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean load() {
        try {
            int registered = current.as(Caller.system("catalogue"), this::registerMissing);
            LOG.infof("the catalogue of agencies is loaded, %d of them new", registered);
            return true;
        } catch (ProblemException | PersistenceException | IllegalStateException overtaken) {
            LOG.warnf("the catalogue of agencies could not be loaded: %s", overtaken);
            return false;
        }
    }

    /** Each in a transaction of its own. Returns how many were missing. */
    int registerMissing() {
        int registered = 0;
        for (Announced.Entry entry : AgencyCatalogue.read()) {
            if (stopping.getCount() > 0 && announced.register(entry)) {
                registered++;
            }
        }
        return registered;
    }
}
