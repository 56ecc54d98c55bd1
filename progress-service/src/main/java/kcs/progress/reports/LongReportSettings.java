package kcs.progress.reports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of this process reports may take that are sent as they are read from a file. */
@ConfigMapping(prefix = "kcs.reports.long")
interface LongReportSettings {

    /** Reports on their way at once; of each hundred thousand returns lie in a file of about ten megabytes. */
    @WithDefault("8")
    int atOnce();

    /** How long a slow reader may take for one. */
    @WithDefault("10m")
    Duration longest();
}
