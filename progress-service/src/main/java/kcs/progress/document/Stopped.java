package kcs.progress.document;

import java.util.concurrent.CancellationException;

/** The thread was told to stop: nobody waits for what it makes any more. */
public class Stopped extends CancellationException {
    private static final long serialVersionUID = 1L;

    private Stopped() {
        super("told to stop");
    }

    /** Ends the work when the thread was told to stop. */
    public static void ifSo() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }
}
