package kcs.progress.known;

import java.util.List;

/** All tasks of which one batch of events told something new. */
public record TasksTold(List<TaskTold> tasks) {}
