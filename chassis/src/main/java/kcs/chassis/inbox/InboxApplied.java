package kcs.chassis.inbox;

/**
 * CDI event, fired after a transaction of the inbox has committed, on the thread that committed it: observers must be quick.
 *
 * @param events how many events were applied; 0 when the projection was created anew and is empty
 */
public record InboxApplied(int events) {}
