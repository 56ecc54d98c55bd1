package kcs.progress.evidence;

import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/** The rest of a body that was refused: who is still sending does not listen yet, and would never learn why. */
final class Leftover {
    private static final Logger LOG = Logger.getLogger(Leftover.class);
    private static final int AT_ONCE = 64 << 10;

    private Leftover() {}

    /** Reads on until the sender is done, or has sent this much more. */
    static void read(InputStream body, long most) {
        try {
            byte[] thrownAway = new byte[AT_ONCE];
            long left = most;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(thrownAway);
            }
        } catch (IOException gone) {
            LOG.debug("the sender of a refused file went away", gone);
        }
    }
}
