package kcs.progress.known;

import kcs.progress.directory.TaskStatus;

/**
 * A task is known anew: fired in the transaction that learned of it, for those who owe something because of it.
 *
 * @param reason why it changed its status; null where its owner's event says none
 */
public record TaskTold(String task, String plan, TaskStatus status, String reason) {}
