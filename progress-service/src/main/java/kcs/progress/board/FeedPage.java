package kcs.progress.board;

import java.util.List;
import kcs.progress.directory.States;

/**
 * Lines of the feed behind a place, in their order, and the state of what they tell of: at least as new as they are.
 *
 * @param generation the life of the projection that was read
 * @param full whether there may be more
 */
public record FeedPage(long generation, List<FeedEntry> entries, boolean full, States states) {}
