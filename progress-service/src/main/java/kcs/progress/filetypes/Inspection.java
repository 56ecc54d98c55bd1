package kcs.progress.filetypes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out what a file is by what it holds: by its first bytes and, of text, by all of it while it passes by; of archives
 * and compound files by their directories once it is there. A name or a claim is not asked.
 *
 * <p>By hand and not with Apache Tika: its core tells the office formats apart by their names alone, and the parts of it
 * that look inside bring the parsers of dozens of formats with them.
 */
public final class Inspection {
    private static final String UNKNOWN = "application/octet-stream";
    private static final String HWP_SIGNATURE = "HWP Document File";

    /** What the first bytes say. */
    private enum Beginning {
        PDF("%PDF-", FileType.Names.PDF),
        PNG("\u0089PNG\r\n\u001a\n", FileType.Names.PNG),
        JPEG("\u00ff\u00d8\u00ff", FileType.Names.JPEG),
        ZIP("PK\u0003\u0004", "application/zip"),
        COMPOUND("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-ole-storage"),
        PROGRAM("MZ", "application/vnd.microsoft.portable-executable"),
        GIF("GIF8", "image/gif"),
        RAR("Rar!", "application/vnd.rar"),
        SEVEN_ZIP("7z\u00bc\u00af\u0027\u001c", "application/x-7z-compressed"),
        OTHER("", UNKNOWN);

        private final byte[] bytes;
        private final String mediaType;

        Beginning(String bytes, String mediaType) {
            this.bytes = bytes.getBytes(StandardCharsets.ISO_8859_1);
            this.mediaType = mediaType;
        }

        static Beginning of(byte[] first) {
            return Arrays.stream(values())
                    .filter(known -> Arrays.equals(
                            known.bytes, 0, known.bytes.length, first, 0, Math.min(known.bytes.length, first.length)))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    private final Utf8Text text = new Utf8Text();
    private Beginning beginning;
    private boolean isText = true;

    /**
     * Looks at the next part of the file; the first must not be shorter than eight bytes, unless the file is.
     *
     * @return false as soon as it can be none of the kinds that are taken
     */
    public boolean accept(byte[] part) {
        if (beginning == null) {
            beginning = Beginning.of(part);
        }
        isText = isText && text.accept(part);
        return switch (beginning) {
            case PDF, PNG, JPEG, ZIP, COMPOUND -> true;
            case PROGRAM, GIF, RAR, SEVEN_ZIP, OTHER -> isText;
        };
    }

    /**
     * What the file is, now that all of it has passed by; empty when it is none of the kinds that are taken.
     *
     * @param file the same file
     * @param extension how its name ends: text is CSV when it says so, which nothing in a text could tell
     */
    public Optional<FileType> typeOf(Bytes file, String extension) {
        try {
            return switch (beginning) {
                case PDF -> Optional.of(FileType.PDF);
                case PNG -> Optional.of(FileType.PNG);
                case JPEG -> Optional.of(FileType.JPEG);
                case ZIP -> ZippedDocument.typeOf(file);
                case COMPOUND -> hwp(file);
                case PROGRAM, GIF, RAR, SEVEN_ZIP, OTHER -> text(extension);
            };
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private Optional<FileType> text(String extension) {
        if (!isText || !text.complete()) {
            return Optional.empty();
        }
        return Optional.of(FileType.CSV.mayEndWith(extension) ? FileType.CSV : FileType.TEXT);
    }

    /** HWP 5.0 says what it is at the beginning of its stream FileHeader (Hancom, revision 1.3, 3.2.1). */
    private static Optional<FileType> hwp(Bytes file) throws IOException {
        byte[] signature = new CompoundFile(file).beginning("FileHeader", HWP_SIGNATURE.length());
        boolean isHwp = new String(signature, StandardCharsets.US_ASCII).equals(HWP_SIGNATURE);
        return isHwp ? Optional.of(FileType.HWP) : Optional.empty();
    }

    /** The media type that a file which is not taken has as far as was looked. */
    public String found() {
        return beginning == null ? UNKNOWN : beginning.mediaType;
    }
}
