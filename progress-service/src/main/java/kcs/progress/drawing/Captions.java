package kcs.progress.drawing;

import java.math.BigDecimal;

/** What a picture says in words and figures of its document's language. */
public interface Captions {

    /** A value without its unit. */
    String figure(BigDecimal value);

    /** Said where there is no value. */
    String noValue();
}
