package kcs.progress.mail;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/**
 * What became of a mail that was handed to the server.
 *
 * @param problem null when it was sent; names nobody
 */
record Outcome(MailState state, String problem) {
    static final Outcome SENT = new Outcome(MailState.SENT, null);

    /** Only what the server refused, or what never reached it, is known not to be sent. */
    static Outcome of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !definite(cause)) {
            cause = cause.getCause();
        }
        String problem = cause instanceof SMTPException refused
                ? "the server answers " + refused.getReplyCode()
                : cause.getClass().getSimpleName();
        return new Outcome(definite(cause) ? MailState.FAILED : MailState.UNCERTAIN, problem);
    }

    private static boolean definite(Throwable failure) {
        return failure instanceof SMTPException
                || failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof IllegalArgumentException;
    }
}
