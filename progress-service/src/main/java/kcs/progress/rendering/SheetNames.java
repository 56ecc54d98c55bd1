package kcs.progress.rendering;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kcs.progress.document.Legible;

/** Names of sheets as Excel takes them: at most 31 characters, some forbidden, none twice whatever their case. */
final class SheetNames {
    private static final int LONGEST = 31;
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\?*\\[\\]:]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\ufffd]+");

    /** Excel keeps it for itself. */
    private static final String RESERVED = "history";

    private final Set<String> taken = new HashSet<>(Set.of("", RESERVED));

    /** A name like this one that is not taken yet. */
    String of(String wanted) {
        String name = Cut.to(clean(wanted), LONGEST).strip();
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            String suffix = " (" + number + ")";
            name = (Cut.to(clean(wanted), LONGEST - suffix.length()).strip() + suffix).strip();
        }
        return name;
    }

    /** An apostrophe would have to be doubled where a formula names the sheet; its typographical sister need not. */
    private static String clean(String wanted) {
        String text = FORBIDDEN.matcher(Legible.text(wanted)).replaceAll("-").replace('\'', '’');
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
