package kcs.progress.extensions;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a request for more time stands; decided once. */
enum ExtensionStatus {
    ASKED,
    GRANTED,
    REFUSED;

    private static final Map<ExtensionStatus, Set<ExtensionStatus>> NEXT = Map.of(
            ASKED, EnumSet.of(GRANTED, REFUSED),
            GRANTED, EnumSet.noneOf(ExtensionStatus.class),
            REFUSED, EnumSet.noneOf(ExtensionStatus.class));

    Set<ExtensionStatus> next() {
        return Set.copyOf(NEXT.get(this));
    }

    boolean canMoveTo(ExtensionStatus next) {
        return NEXT.get(this).contains(next);
    }
}
