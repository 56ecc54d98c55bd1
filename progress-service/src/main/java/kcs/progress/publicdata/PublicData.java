package kcs.progress.publicdata;

import java.util.List;
import kcs.progress.snapshots.PublishedReport;

/**
 * All that the public may know, each list in an order of its own that stays: tasks and what is of them by code, reports as
 * they were frozen.
 */
public record PublicData(
        List<PublicTask> tasks,
        List<PublicHealth> health,
        List<PublicIndicator> indicators,
        List<PublishedReport> reports) {}
