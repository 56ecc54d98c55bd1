package kcs.progress.mail;

/** Where a mail stands. */
enum MailState {
    /** Somebody sends it now. */
    CLAIMED,
    SENT,
    /** Certainly not sent; it is tried again. */
    FAILED,
    /** Perhaps sent: whoever sent it died or got no answer. Never sent again by itself. */
    UNCERTAIN,
    /** The agency has no address; it is asked for again. */
    UNADDRESSED,
    /** Everything in it was settled before it was sent, or went into a later one. */
    DROPPED
}
