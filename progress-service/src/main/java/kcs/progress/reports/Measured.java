package kcs.progress.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/** A value of an indicator, from a submission that was accepted by then. */
record Measured(String task, String indicator, String agency, String period, BigDecimal value, LocalDate measuredOn) {

    /** By the day that it was measured on; of one day the agency's later by its code, so that the order is one. */
    static final Comparator<Measured> OLDEST_FIRST = Comparator.comparing(Measured::measuredOn)
            .thenComparing(Measured::period)
            .thenComparing(Measured::agency);
}
