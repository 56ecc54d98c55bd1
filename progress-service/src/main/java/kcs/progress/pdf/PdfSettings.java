package kcs.progress.pdf;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of this process the making of PDFs may take. */
@ConfigMapping(prefix = "kcs.reports.pdf")
interface PdfSettings {

    /** Documents made at once. */
    @WithDefault("2")
    int atOnce();

    /** Documents that may wait for those. */
    @WithDefault("8")
    int waiting();

    /** How long one waits before its reader is asked to come again. */
    @WithDefault("10s")
    Duration patience();

    /**
     * The most rows of all tables of a document together, and of all documents that are made at once: while it is made, a
     * row takes about 60 KiB of memory.
     */
    @WithDefault("1000")
    int maxRows();
}
