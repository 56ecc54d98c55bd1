package kcs.collaboration.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.inbox.InboxApplied;
import kcs.collaboration.content.Catalogue;
import kcs.collaboration.directory.KnownAgencies;
import kcs.collaboration.plans.PlanCatalogue;
import kcs.collaboration.tasks.TaskCatalogue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Loads the catalogue as soon as the agencies it names are known. What is there already is left as it is: whoever
 * changed it had a reason.
 */
@Singleton
class CatalogueLoader {
    private static final Logger LOG = Logger.getLogger(CatalogueLoader.class);

    private static final int AFTER_THE_INBOX = 5000;

    private final boolean enabled;
    private final KnownAgencies agencies;
    private final PlanCatalogue plans;
    private final TaskCatalogue tasks;
    private final CurrentCaller current;
    private final ManagedExecutor executor;
    private final Catalogue catalogue = Catalogue.read();
    private final AtomicBoolean settled = new AtomicBoolean();

    CatalogueLoader(
            @ConfigProperty(name = "kcs.catalogue.enabled", defaultValue = "true") boolean enabled,
            KnownAgencies agencies,
            PlanCatalogue plans,
            TaskCatalogue tasks,
            CurrentCaller current,
            ManagedExecutor executor) {
        this.enabled = enabled;
        this.agencies = agencies;
        this.plans = plans;
        this.tasks = tasks;
        this.current = current;
        this.executor = executor;
    }

    void atStart(@Observes @Priority(AFTER_THE_INBOX) StartupEvent started) {
        tryToLoad();
    }

    void whenMoreIsKnown(@Observes InboxApplied applied) {
        tryToLoad();
    }

    private void tryToLoad() {
        if (enabled && !settled.get()) {
            executor.execute(this::loadOnce);
        }
    }

    /** One at a time; a failure is tried again when the inbox brings the next event, or at the next start. */
    private synchronized void loadOnce() {
        if (settled.get() || !agencies.among(catalogue.agencies()).containsAll(catalogue.agencies())) {
            return;
        }
        int added = current.as(Caller.system("catalogue"), this::load);
        settled.set(true);
        LOG.infof("the catalogue is loaded: %d plans and tasks were new", added);
    }

    private int load() {
        int added = 0;
        for (Catalogue.PlanEntry plan : catalogue.plans()) {
            added += plans.addIfMissing(plan, catalogue) ? 1 : 0;
        }
        for (Catalogue.TaskEntry task : catalogue.tasks()) {
            added += tasks.addIfMissing(task, catalogue) ? 1 : 0;
        }
        return added;
    }
}
