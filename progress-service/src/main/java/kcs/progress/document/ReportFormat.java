package kcs.progress.document;

import java.util.List;
import java.util.Locale;

/** In what a report is read. The order is that of preference where the reader has none. */
public enum ReportFormat {
    JSON("application/json"),
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf"),
    HWPX("application/hwp+zip", "application/vnd.hancom.hwpx");

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
