package kcs.progress.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much evidence is taken. */
@ConfigMapping(prefix = "kcs.evidence")
interface EvidenceSettings {
    /** The most that one file may hold; the API document says the usual. */
    @WithDefault("20M")
    MemorySize maxSize();

    /** The most files of one checkpoint. */
    @WithDefault("20")
    int maxFiles();

    /** The most that the files of one checkpoint may hold together. */
    @WithDefault("100M")
    MemorySize maxTotal();

    /** How many files are taken at once: each holds a connection to the database for as long as its sender sends. */
    @WithDefault("6")
    int uploadsAtOnce();

    /** How long one sender may take; below the time that a transaction is given. */
    @WithDefault("PT5M")
    Duration longestUpload();
}
