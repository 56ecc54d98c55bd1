package kcs.progress.filetypes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that are taken as evidence. */
public enum FileType {
    PDF(Names.PDF, Set.of("pdf"), Set.of("application/x-pdf")),
    PNG(Names.PNG, Set.of("png"), Set.of()),
    JPEG(Names.JPEG, Set.of("jpg", "jpeg"), Set.of("image/jpg", "image/pjpeg")),
    TEXT(Names.TEXT, Set.of("txt"), Set.of()),
    /** Where Excel is installed, browsers call a CSV file one of Excel's. */
    CSV(Names.CSV, Set.of("csv"), Set.of("text/plain", "application/csv", "application/vnd.ms-excel")),
    XLSX(Names.XLSX, Set.of("xlsx"), Set.of()),
    DOCX(Names.DOCX, Set.of("docx"), Set.of()),
    PPTX(Names.PPTX, Set.of("pptx"), Set.of()),
    HWPX(
            Names.HWPX,
            Set.of("hwpx"),
            Set.of("application/vnd.hancom.hwpx", "application/haansofthwpx", "application/x-hwpx")),
    HWP(
            Names.HWP,
            Set.of("hwp"),
            Set.of("application/hwp", "application/haansofthwp", "application/vnd.hancom.hwp", "application/hwp5"));

    /** The media types as constants, for annotations. */
    public static final class Names {
        private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

        public static final String PDF = "application/pdf";
        public static final String PNG = "image/png";
        public static final String JPEG = "image/jpeg";
        public static final String TEXT = "text/plain";
        public static final String CSV = "text/csv";
        public static final String XLSX = OFFICE + "spreadsheetml.sheet";
        public static final String DOCX = OFFICE + "wordprocessingml.document";
        public static final String PPTX = OFFICE + "presentationml.presentation";
        public static final String HWPX = "application/hwp+zip";
        public static final String HWP = "application/x-hwp";

        private Names() {}
    }

    private final String mediaType;
    private final Set<String> extensions;
    private final Set<String> alsoCalled;

    FileType(String mediaType, Set<String> extensions, Set<String> alsoCalled) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.alsoCalled = alsoCalled;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a file of this kind may be called this in a {@code Content-Type}; lower case, without parameters. */
    public boolean mayBeCalled(String claimed) {
        return claimed.equals(mediaType) || alsoCalled.contains(claimed);
    }

    /** Whether a file of this kind may have a name that ends so; lower case, without the dot. */
    public boolean mayEndWith(String extension) {
        return extensions.contains(extension);
    }

    /** The kind of this media type, as {@link #mediaType} writes it. */
    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** The media types of all kinds. */
    public static List<String> all() {
        return Arrays.stream(values()).map(FileType::mediaType).toList();
    }
}
