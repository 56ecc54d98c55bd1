package kcs.progress.open;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Under what terms open data are given, and how long they may be kept. */
@ConfigMapping(prefix = "kcs.open-data")
interface OpenSettings {

    /** The type of the Korea Open Government License (공공누리), 1 to 4. Which one it is the operator decides. */
    @WithDefault("1")
    @Min(1)
    @Max(4)
    int koglType();

    /** How long whoever has an answer may use it without asking again. */
    @WithDefault("60s")
    Duration maxAge();
}
