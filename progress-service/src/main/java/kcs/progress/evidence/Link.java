package kcs.progress.evidence;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links that may stand beside a submission. They are shown, and never followed by the service itself. */
final class Link {
    static final int LONGEST = 2000;

    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^@:\\[\\]]+)(?::[0-9]{1,5})?");

    private Link() {}

    /** Whether it is http or https, names a host, and carries nobody's name or password. */
    static boolean isSafe(String link) {
        if (link.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(link);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getRawAuthority() != null && isHost(uri.getRawAuthority());
        } catch (URISyntaxException noLink) {
            return false;
        }
    }

    private static boolean isHost(String authority) {
        Matcher parts = HOST_AND_PORT.matcher(authority);
        if (!parts.matches()) {
            return false;
        }
        try {
            return parts.group(1).startsWith("[")
                    || !IDN.toASCII(parts.group(1)).isBlank();
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }
}
