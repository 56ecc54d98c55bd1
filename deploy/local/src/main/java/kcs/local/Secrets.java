package kcs.local;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets for one machine; nothing of them is ever in the project. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 33;

    private Secrets() {}

    /** Returns 44 characters that need no quoting in a URL, a shell or SQL. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
