package kcs.progress.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kcs.progress.directory.Label;
import kcs.progress.submissions.Approval;
import kcs.progress.submissions.SubmissionContent;
import kcs.progress.tables.Cell;
import kcs.progress.tables.CsvTable;
import kcs.progress.tables.TableFormat;
import kcs.progress.tables.XlsxWriter;

/** Writes what is due as a sheet that can be filled in and sent back. */
@Singleton
class DueSheets {
    private static final SubmissionContent NOTHING =
            new SubmissionContent(null, null, null, null, null, null, null, null, null);
    private static final Approval NO_APPROVAL = new Approval(null, null, null);

    private static final MediaType CSV =
            MediaType.valueOf(TableFormat.CSV.mediaType()).withCharset("UTF-8");

    private final ObjectMapper json;

    DueSheets(ObjectMapper json) {
        this.json = json;
    }

    /** The answer in a format, its headings in a language. */
    Response answer(DueList due, TableFormat format, Locale language) {
        Response.ResponseBuilder answer =
                Response.ok(written(due, format, language)).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return switch (format) {
            case JSON -> answer.type(MediaType.APPLICATION_JSON_TYPE).build();
            case CSV -> asFile(answer, due, "csv").type(CSV).build();
            case XLSX -> asFile(answer, due, "xlsx").type(format.mediaType()).build();
        };
    }

    private static Response.ResponseBuilder asFile(Response.ResponseBuilder answer, DueList due, String extension) {
        String name = due.cycle() + "." + due.agency() + "." + extension;
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private byte[] written(DueList due, TableFormat format, Locale language) {
        return switch (format) {
            case JSON -> json(due);
            case CSV -> csv(due, language);
            case XLSX ->
                XlsxWriter.write(
                        language.equals(Locale.KOREAN) ? "제출" : "Submissions",
                        Arrays.stream(FilingColumn.values())
                                .map(column -> column.inWorkbook(language))
                                .toList(),
                        due.items().stream().map(row -> cells(row, language)).toList(),
                        FileInBulk.MOST_ROWS,
                        "작성 안내",
                        guide(due));
        };
    }

    private byte[] json(DueList due) {
        try {
            return json.writeValueAsBytes(due);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] csv(DueList due, Locale language) {
        List<List<Cell>> lines = new ArrayList<>();
        lines.add(Arrays.stream(FilingColumn.values())
                .map(column -> Cell.of(column.heading(language)))
                .toList());
        due.items().forEach(row -> lines.add(cells(row, language)));
        return CsvTable.write(lines);
    }

    private static List<Cell> cells(DueList.Row row, Locale language) {
        return Arrays.stream(FilingColumn.values())
                .map(column -> cell(column, row, language))
                .toList();
    }

    private static Cell cell(FilingColumn column, DueList.Row row, Locale language) {
        SubmissionContent content = row.submission() == null ? NOTHING : row.submission();
        Approval approval = content.approval() == null ? NO_APPROVAL : content.approval();
        return switch (column) {
            case TASK -> Cell.of(row.task());
            case TASK_TITLE -> Cell.of(title(row.taskTitle(), language));
            case VERSION -> Cell.of(row.version());
            case KIND -> Cell.of(Labels.of(content.kind(), language));
            case PERCENT_COMPLETE -> Cell.of(content.percentComplete());
            case DECLARED_HEALTH -> Cell.of(Labels.of(content.declaredHealth(), language));
            case ACHIEVEMENTS -> Cell.of(content.achievements());
            case ISSUES -> Cell.of(content.issues());
            case NEXT_STEPS -> Cell.of(content.nextSteps());
            case DOCUMENT_NO -> Cell.of(approval.documentNo());
            case APPROVER -> Cell.of(approval.approver());
            case APPROVED_ON -> Cell.of(approval.approvedOn());
            case MEASUREMENTS -> Cell.of(MeasurementCell.write(content.measurements()));
            case EVIDENCE -> Cell.of(EvidenceCell.write(content.evidence()));
        };
    }

    private static String title(Label title, Locale language) {
        return language.equals(Locale.KOREAN) || title.en() == null ? title.ko() : title.en();
    }

    private static List<String> guide(DueList due) {
        List<String> lines = new ArrayList<>(List.of(
                due.cycle() + " 이행점검 일괄 제출 서식 (" + due.agency() + ")",
                "첫째 시트를 채워 그대로 보내십시오. 모든 행이 바르면 모두 제출되고, 하나라도 틀리면 아무것도 제출되지 않으며 틀린 곳을 행 번호로 알려 드립니다.",
                "첫 행의 제목은 바꾸지 마십시오. 열의 순서는 바꾸어도 되고, 쓰지 않는 열은 지워도 됩니다. 빈 행은 건너뜁니다.",
                "수식은 받지 않습니다. 값으로 붙여넣으십시오. 한 칸에서 줄을 바꾸려면 Alt+Enter를 누릅니다.",
                "한 번에 " + FileInBulk.MOST_ROWS + "행, 파일 크기 5 MiB까지 보낼 수 있습니다.",
                ""));
        for (FilingColumn column : FilingColumn.values()) {
            lines.add(column.heading(Locale.KOREAN) + " (" + column.key() + "): " + column.help());
        }
        return lines;
    }
}
