package kcs.progress.bulk;

import java.util.Locale;
import kcs.chassis.json.BodyReader;
import kcs.chassis.json.Incoming;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.ProblemTexts;
import kcs.progress.tables.CsvTable;
import kcs.progress.tables.Table;
import kcs.progress.tables.TableFormat;
import kcs.progress.tables.XlsxReader;

/** The body of one request that files in bulk, in whatever it is written. */
final class BulkBody {
    private final BodyReader json;
    private final ProblemTexts texts;
    private final Incoming body;
    private final Locale language;
    private Table table;

    /** @param language of what is told to whoever sends a sheet */
    BulkBody(BodyReader json, ProblemTexts texts, Incoming body, Locale language) {
        this.json = json;
        this.texts = texts;
        this.body = body;
        this.language = language;
    }

    /**
     * What is filed.
     *
     * @throws ProblemException 415 when it is in no type that is taken, 400 when it cannot be read, 422 when cells of a
     *     sheet do not hold what they should
     */
    FileInBulk read() {
        TableFormat format = TableFormat.declared(body == null ? null : body.mediaType())
                .orElseThrow(
                        () -> new ProblemException(415, "unsupported-media-type").with("accepted", TableFormat.all()));
        return switch (format) {
            case JSON -> json.read(body, FileInBulk.class);
            case CSV -> filed(CsvTable.read(body.bytes(), FileInBulk.MOST_ROWS));
            case XLSX -> filed(XlsxReader.read(body.bytes(), FileInBulk.MOST_ROWS));
        };
    }

    private FileInBulk filed(Table read) {
        table = read;
        return FilingSheet.read(read);
    }

    /** A refusal in the terms of the body: of a sheet it names rows and columns. */
    ProblemException inItsTerms(ProblemException refused) {
        return table == null ? refused : new SheetErrors(texts, language, table).of(refused);
    }
}
