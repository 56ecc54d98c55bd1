package kcs.progress.document;

import java.util.List;
import java.util.Locale;

/** In what a report is read. The order is that of preference where the reader has none. */
public enum ReportFormat {
    JSON(Names.JSON),
    CSV(Names.CSV),
    XLSX(Names.XLSX),
    PDF(Names.PDF),
    HWPX(Names.HWPX, "application/vnd.hancom.hwpx");

    /** The media types that reports are answered as. */
    public static final class Names {
        public static final String JSON = "application/json";
        public static final String CSV = "text/csv";
        public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        public static final String PDF = "application/pdf";
        public static final String HWPX = "application/hwp+zip";

        private Names() {}
    }

    private final List<String> mediaTypes;

    ReportFormat(String... mediaTypes) {
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The media type that it is answered as. */
    public String mediaType() {
        return mediaTypes.get(0);
    }

    /** All by which it is asked for. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** As file names end, without the dot. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
