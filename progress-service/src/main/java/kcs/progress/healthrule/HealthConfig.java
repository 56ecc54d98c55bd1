package kcs.progress.healthrule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** From where on the derived health is another one; see docs/health.md. */
@ConfigMapping(prefix = "kcs.health")
interface HealthConfig {

    /** A milestone that is late by more days than these puts its task off track. */
    @WithDefault("30")
    int offTrackMilestoneDays();

    /** This share of the due checkpoints, 0 to 1, being overdue puts a task off track. */
    @WithDefault("0.5")
    BigDecimal offTrackOverdueShare();

    /** Being behind the time elapsed by more percentage points than these puts a task off track. */
    @WithDefault("25")
    int offTrackBehindPoints();

    /** Being behind the time elapsed by more percentage points than these puts a task at risk. */
    @WithDefault("10")
    int atRiskBehindPoints();
}
