package kcs.progress.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/**
 * The name of a file, as it goes over the wire in {@code Content-Disposition} (RFC 6266): Korean names as
 * {@code filename*=UTF-8''…} (RFC 8187). In NFC, whatever file system it comes from.
 */
record FileName(String value) {
    static final int LONGEST = 200;

    private static final String HEADER = "Content-Disposition";
    private static final Pattern PARAMETER = Pattern.compile(
            "\\G\\s*;\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]+))");
    private static final Pattern TYPE = Pattern.compile("\\s*[A-Za-z-]+");
    /** Characters that are not shown, that turn what follows around, or that lead into another folder. */
    private static final Pattern MISLEADING =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}/\\\\]");

    /** What may stand in an extended value as it is: {@code attr-char} of RFC 8187. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    /**
     * Reads the name that a request gives its body.
     *
     * @throws ProblemException 400 when there is none, or one that a file should not have
     */
    static FileName ofDisposition(String header) {
        String name = named(header == null ? "" : header).map(FileName::tidy).orElse("");
        boolean usable = !name.isEmpty()
                && name.length() <= LONGEST
                && !name.startsWith(".")
                && !MISLEADING.matcher(name).find();
        if (!usable) {
            throw ProblemException.unreadable(FieldError.of(HEADER, "file-name", LONGEST));
        }
        return new FileName(name);
    }

    private static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    /** The extended value wins over the plain one, which must then be ASCII: it does not say in which characters it is. */
    private static Optional<String> named(String header) {
        Matcher type = TYPE.matcher(header);
        if (!type.lookingAt()) {
            return Optional.empty();
        }
        String plain = null;
        Matcher parameter = PARAMETER.matcher(header).region(type.end(), header.length());
        while (parameter.find()) {
            String name = parameter.group(1).toLowerCase(Locale.ROOT);
            String value =
                    parameter.group(3) == null ? parameter.group(2).replaceAll("\\\\(.)", "$1") : parameter.group(3);
            if (name.equals("filename*")) {
                return decoded(value);
            }
            plain = name.equals("filename") ? value : plain;
        }
        return Optional.ofNullable(plain).filter(ascii -> ascii.chars().allMatch(c -> c < 0x80));
    }

    private static Optional<String> decoded(String extended) {
        String[] parts = extended.split("'", 3);
        if (parts.length != 3 || !parts[0].equalsIgnoreCase("UTF-8") || !wellEscaped(parts[2])) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(parts[2].length());
        for (int i = 0; i < parts[2].length(); i++) {
            char c = parts[2].charAt(i);
            if (c == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(parts[2], i + 1, i + 3));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException otherCharacters) {
            return Optional.empty();
        }
    }

    private static boolean wellEscaped(String value) {
        return value.matches("(?:%[0-9A-Fa-f]{2}|[!-$&-~])+");
    }

    /** How it ends, in lower case and without the dot; empty when it has no such ending. */
    String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The header that saves an answer under this name, and never shows it in the page. */
    String attachment() {
        StringBuilder escaped = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || PLAIN.indexOf(b) >= 0;
            escaped.append(
                    plain
                            ? String.valueOf((char) b)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return "attachment; filename=\"" + ascii() + "\"; filename*=UTF-8''" + escaped;
    }

    /** For those who do not read the extended value. */
    private String ascii() {
        int[] shown = value.codePoints()
                .map(c -> c >= ' ' && c < 0x7f && c != '"' && c != '%' ? c : '_')
                .toArray();
        return Arrays.stream(shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
