package kcs.progress.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kcs.chassis.identity.Caller;
import org.jboss.logging.Logger;

/** Loads the table that is shipped with the service where it is missing, before anything derives a date. */
@Singleton
class HolidayTableLoader {
    private static final Logger LOG = Logger.getLogger(HolidayTableLoader.class);

    private static final int BEFORE_THE_OTHERS = 1000;

    private final HolidayTableService tables;

    HolidayTableLoader(HolidayTableService tables) {
        this.tables = tables;
    }

    void atStart(@Observes @Priority(BEFORE_THE_OTHERS) StartupEvent started) {
        LoadHolidayTable bundled = BundledTable.read();
        if (tables.addIfMissing(bundled, Caller.system("calendar"))) {
            LOG.infof("the table of holidays %s is loaded", bundled.version());
        }
    }
}
