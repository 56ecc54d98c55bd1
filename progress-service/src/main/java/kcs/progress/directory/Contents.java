package kcs.progress.directory;

import java.util.Map;

/**
 * All that the board holds, read at one moment.
 *
 * @param generation the life of the projection; another one after it was dropped and rebuilt
 * @param seq the newest line of the feed that is in it
 */
public record Contents(
        long generation,
        long seq,
        Map<String, Dated<TaskState>> tasks,
        Map<String, Dated<PlanState>> plans,
        Map<String, Dated<AgencyState>> agencies) {}
