package kcs.progress.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Where somebody goes who has signed in: on this site, whatever is asked for. */
final class ReturnPath {
    private static final String PAGE = "/";
    private static final int LONGEST = 2000;

    private ReturnPath() {}

    /** The path that is asked for, as it stands in a header; the page where none is, or one that leads elsewhere. */
    static String of(List<String> asked) {
        if (asked.size() != 1 || !isOnThisSite(asked.get(0))) {
            return PAGE;
        }
        try {
            return new URI(asked.get(0)).toASCIIString();
        } catch (URISyntaxException unreadable) {
            return PAGE;
        }
    }

    /** Two slashes begin the name of another site, and so do more of them; URI takes three for a path. */
    private static boolean isOnThisSite(String path) {
        return path.length() <= LONGEST && path.startsWith("/") && !path.startsWith("//");
    }
}
