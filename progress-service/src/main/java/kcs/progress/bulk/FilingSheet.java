package kcs.progress.bulk;

import static kcs.progress.bulk.FilingColumn.ACHIEVEMENTS;
import static kcs.progress.bulk.FilingColumn.APPROVED_ON;
import static kcs.progress.bulk.FilingColumn.APPROVER;
import static kcs.progress.bulk.FilingColumn.DECLARED_HEALTH;
import static kcs.progress.bulk.FilingColumn.DOCUMENT_NO;
import static kcs.progress.bulk.FilingColumn.EVIDENCE;
import static kcs.progress.bulk.FilingColumn.ISSUES;
import static kcs.progress.bulk.FilingColumn.KIND;
import static kcs.progress.bulk.FilingColumn.MEASUREMENTS;
import static kcs.progress.bulk.FilingColumn.NEXT_STEPS;
import static kcs.progress.bulk.FilingColumn.PERCENT_COMPLETE;
import static kcs.progress.bulk.FilingColumn.TASK;
import static kcs.progress.bulk.FilingColumn.VERSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.submissions.Approval;
import kcs.progress.submissions.DeclaredHealth;
import kcs.progress.submissions.SubmissionContent;
import kcs.progress.submissions.SubmissionKind;
import kcs.progress.tables.Cell;
import kcs.progress.tables.Table;

/** Reads what is filed out of a sheet: which column is which its heading says. */
final class FilingSheet {
    private static final String HEADING = "/rows/1";

    private final Map<FilingColumn, Integer> places = new EnumMap<>(FilingColumn.class);
    private final List<FieldError> errors = new ArrayList<>();

    private FilingSheet() {}

    /**
     * What a table files.
     *
     * @throws ProblemException 400 when its heading names a column that there is not, or lacks one; 422 naming every cell
     *     that does not hold what it should
     */
    static FileInBulk read(Table table) {
        FilingSheet sheet = new FilingSheet();
        sheet.find(table.heading());
        if (!sheet.errors.isEmpty()) {
            throw ProblemException.unreadable(sheet.errors.toArray(FieldError[]::new));
        }
        List<FileInBulk.Row> rows = table.rows().stream().map(sheet::row).toList();
        if (!sheet.errors.isEmpty()) {
            throw ProblemException.invalid(sheet.errors.toArray(FieldError[]::new));
        }
        return new FileInBulk(rows);
    }

    private void find(List<Cell> heading) {
        for (int i = 0; i < heading.size(); i++) {
            String name = heading.get(i).text().strip();
            Optional<FilingColumn> column = FilingColumn.named(name);
            if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                errors.add(FieldError.of(HEADING, "column-twice", name));
            } else if (column.isEmpty() && !name.isEmpty()) {
                errors.add(FieldError.of(HEADING, "unknown-column", shortened(name), known()));
            }
        }
        for (FilingColumn column : FilingColumn.REQUIRED) {
            if (!places.containsKey(column)) {
                errors.add(FieldError.of(HEADING, "missing-column", names(column)));
            }
        }
    }

    private static String shortened(String name) {
        return name.length() > 50 ? name.substring(0, 50) + "…" : name;
    }

    private static String known() {
        return Arrays.stream(FilingColumn.values()).map(FilingSheet::names).collect(Collectors.joining(", "));
    }

    private static String names(FilingColumn column) {
        return column.heading(Locale.KOREAN) + "(" + column.key() + ")";
    }

    private FileInBulk.Row row(Table.Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty() && !places.containsValue(i)) {
                errors.add(FieldError.of("/rows/" + row.number(), "cell-without-column", Integer.toString(i + 1)));
            }
        }
        RowCells cells = new RowCells(row, places, errors);
        return new FileInBulk.Row(cells.text(TASK), cells.version(VERSION), content(cells));
    }

    private static SubmissionContent content(RowCells cells) {
        return new SubmissionContent(
                cells.word(KIND, SubmissionKind.class),
                approval(cells),
                cells.percent(PERCENT_COMPLETE),
                cells.word(DECLARED_HEALTH, DeclaredHealth.class),
                cells.text(ACHIEVEMENTS),
                cells.text(ISSUES),
                cells.text(NEXT_STEPS),
                cells.entries(MEASUREMENTS, MeasurementCell::split, MeasurementCell::read, "cell-measurement"),
                cells.entries(EVIDENCE, EvidenceCell::split, EvidenceCell::read, "cell-evidence"));
    }

    private static Approval approval(RowCells cells) {
        String documentNo = cells.text(DOCUMENT_NO);
        String approver = cells.text(APPROVER);
        LocalDate approvedOn = cells.day(APPROVED_ON);
        boolean none = documentNo == null && approver == null && approvedOn == null;
        return none ? null : new Approval(documentNo, approver, approvedOn);
    }
}
