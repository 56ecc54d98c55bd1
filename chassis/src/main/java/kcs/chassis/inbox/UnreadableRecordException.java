package kcs.chassis.inbox;

/** A record that is not an event of this suite. */
class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message) {
        super(message);
    }

    UnreadableRecordException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
