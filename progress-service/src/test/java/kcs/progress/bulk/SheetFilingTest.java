package kcs.progress.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import kcs.progress.filetypes.FileType;
import kcs.progress.tables.Workbooks;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reporter takes the sheet, fills it in, and sends it back. */
@QuarkusTest
class SheetFilingTest extends RoundTest {
    private static final String CSV = FileType.Names.CSV;
    private static final String XLSX = FileType.Names.XLSX;
    private static final String KOREAN_HEADING =
            "과제 코드,과제명,판 번호,제출 구분,진척률(%),추진상태,추진실적,문제점,향후계획,결재 문서번호,결재자 직위,결재일,성과지표 값,증빙자료";

    private String cycle;
    private String first;
    private String second;

    @BeforeEach
    void openARound() {
        String plan = knownPlan();
        first = taskInProgress(withIndicator(Stories.task(plan, 1, "PUBLIC")), "DAPA");
        second = taskInProgress(plan, 2, "DAPA", "MOTIE");
        cycle = openCycle(plan);
    }

    private static ObjectNode withIndicator(ObjectNode task) {
        task.withObject("/task")
                .putArray("indicators")
                .addObject()
                .put("code", "LEAD_TIME")
                .put("unit", "일")
                .put("direction", "DECREASE")
                .put("baseline", 30)
                .putObject("name")
                .put("ko", "소요일수");
        return task;
    }

    private String path() {
        return "/api/v1/cycles/" + cycle + "/submissions";
    }

    private static RequestSpecification sending(String token, String type) {
        EncoderConfig asItIs = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(XLSX, ContentType.BINARY)
                .encodeContentTypeAs(CSV, ContentType.BINARY);
        return as(token)
                .config(RestAssuredConfig.config().encoderConfig(asItIs))
                .contentType(type);
    }

    private ValidatableResponse send(String type, byte[] file, String query) {
        return sending(Tokens.reporter("DAPA"), type)
                .body(file)
                .post(path() + query)
                .then();
    }

    private ValidatableResponse sendCsv(String... lines) {
        return send(CSV, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8), "");
    }

    private byte[] taken(String token, String format) {
        return as(token)
                .get(path() + "?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private long filed() {
        return OwnerSql.number("SELECT count(*) FROM submission WHERE checkpoint IN ('" + checkpoint(first, "DAPA")
                + "', '" + checkpoint(second, "DAPA") + "')");
    }

    private static Map<String, Object> draft() {
        Map<String, Object> draft = new HashMap<>(Map.of(
                "kind", "PROGRESS",
                "percentComplete", 40,
                "declaredHealth", "AT_RISK",
                "achievements", "=첫째 줄, \"인용\"\n- 둘째 줄",
                "approval", Map.of("documentNo", "국경과-1", "approvedOn", "2024-09-20")));
        draft.put("measurements", List.of(Map.of("indicator", "LEAD_TIME", "value", 12.5, "measuredOn", "2024-09-20")));
        draft.put("evidence", List.of(Map.of("title", "보도자료", "url", "https://example.go.kr/1")));
        return draft;
    }

    private void saveDraft(String task) {
        writing(Tokens.reporter("DAPA"))
                .body(draft())
                .put(path(checkpoint(task, "DAPA")) + "/draft")
                .then()
                .statusCode(200);
    }

    private void assertFiledAsDrafted(String task) {
        as(Tokens.reporter("DAPA"))
                .get(path(checkpoint(task, "DAPA")) + "/submissions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("PROGRESS"))
                .body("items[0].percentComplete", equalTo(40))
                .body("items[0].declaredHealth", equalTo("AT_RISK"))
                .body("items[0].achievements", equalTo("=첫째 줄, \"인용\"\n- 둘째 줄"))
                .body("items[0].approval.documentNo", equalTo("국경과-1"))
                .body("items[0].approval.approvedOn", equalTo("2024-09-20"))
                .body("items[0].measurements[0].value", equalTo(12.5f))
                .body("items[0].evidence[0].url", equalTo("https://example.go.kr/1"));
    }

    @Test
    void theWorkbookIsFilledInAndSentBack() throws IOException {
        saveDraft(first);
        byte[] file = taken(Tokens.reporter("DAPA"), "xlsx");

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(texts(sheet.getRow(0))).isEqualTo(List.of(KOREAN_HEADING.split(",")));
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            assertThat(sheet.getColumnWidth(6)).isGreaterThan(40 * 256);
            assertThat(sheet.getDataValidations())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.STOP));
            assertThat(sheet.getDataValidations()
                            .get(0)
                            .getValidationConstraint()
                            .getExplicitListValues())
                    .containsExactly("실적", "보고사항 없음", "해당 없음");
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(40);
            assertThat(sheet.getRow(1).getCell(6).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(11).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2024, 9, 20));
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo(second);
            assertThat(workbook.getSheetAt(1).getSheetName()).isEqualTo("작성 안내");
        }

        byte[] filledIn = Workbooks.edited(file, sheet -> {
            sheet.getRow(2).getCell(3).setCellValue("해당 없음");
            sheet.getRow(2).getCell(7).setCellValue("이번 분기에는 해당 사항이 없음");
        });
        send(XLSX, filledIn, "").statusCode(200).body("filed", equalTo(2)).body("items.task", contains(first, second));
        assertFiledAsDrafted(first);
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }

    @Test
    void theCsvIsSentBackAsItCame() {
        saveDraft(first);
        String text = new String(taken(Tokens.reporter("DAPA"), "csv"), StandardCharsets.UTF_8);

        assertThat(text)
                .startsWith("\ufeff" + KOREAN_HEADING + "\r\n")
                .contains("\"'=첫째 줄, \"\"인용\"\"\n- 둘째 줄\"")
                .contains(",40,주의,");
        String onlyTheFirst = text.substring(0, text.indexOf(second));
        send(CSV, onlyTheFirst.getBytes(StandardCharsets.UTF_8), "")
                .statusCode(200)
                .body("filed", equalTo(1));
        assertFiledAsDrafted(first);
    }

    @Test
    void answersWhatIsAcceptedAndInWhichLanguage() {
        as(Tokens.reporter("DAPA"))
                .accept("application/json")
                .get(path())
                .then()
                .statusCode(200)
                .body("agency", equalTo("DAPA"))
                .body("items.task", contains(first, second))
                .body("items.status", contains("OPEN", "OPEN"))
                .body("items.submission", contains(nullValue(), nullValue()));
        as(Tokens.reporter("DAPA"))
                .accept(CSV)
                .header("Accept-Language", "en")
                .get(path())
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", containsString(cycle + ".DAPA.csv"))
                .body(containsString("Task,Task title,Version,Kind"));
        as(Tokens.reporter("DAPA")).accept("application/pdf").get(path()).then().statusCode(406);
        as(Tokens.reporter("DAPA")).get(path() + "?format=pdf").then().statusCode(400);
        as(Tokens.reporter("DAPA"))
                .get("/api/v1/cycles/NO-2024/submissions")
                .then()
                .statusCode(404);
    }

    @Test
    void everyAgencySeesItsOwnRowsOnly() {
        as(Tokens.reporter("MOTIE"))
                .get(path())
                .then()
                .statusCode(200)
                .body("items.task", contains(second))
                .body("items.checkpoint", contains(checkpoint(second, "MOTIE")));
        as(Tokens.planner()).get(path()).then().statusCode(403);
        as(Tokens.committee()).get(path()).then().statusCode(403);
        as(null).get(path()).then().statusCode(401);
    }

    @Test
    void listsWhatIsStillToBeFiledWithWhatWasFiledLast() {
        file(checkpoint(first, "DAPA"), progress(40)).statusCode(201);
        as(Tokens.reporter("DAPA")).get(path()).then().body("items.task", contains(second));

        sendBack(checkpoint(first, "DAPA"), "수치가 없음").statusCode(201);
        as(Tokens.reporter("DAPA"))
                .get(path())
                .then()
                .body("items.task", contains(first, second))
                .body("items[0].submission.percentComplete", equalTo(40));

        clock.set(LOCKS.plusDays(1));
        as(Tokens.reporter("DAPA")).get(path()).then().statusCode(200).body("items", empty());
    }

    @Test
    void aDryRunFilesNothing() {
        byte[] file = ("task,kind\n" + first + ",보고사항없음\n").getBytes(StandardCharsets.UTF_8);

        send(CSV, file, "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("filed", equalTo(0))
                .body("items.status", contains("SUBMITTED"));
        assertThat(filed()).isZero();
    }

    @Test
    void everyCellThatIsWrongIsNamed() {
        sendCsv(
                        "task,kind,percentComplete,declaredHealth,approvedOn,measurements,evidence,version",
                        first + ",실적,abc,정상,2024-9-20,LEAD_TIME=x,없음,판",
                        "",
                        second + ",모름,12.5,파랑,,\"LEAD_TIME=1@2024-09-20\nLEAD_TIME=2\",,0")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"))
                .body(
                        "errors.pointer",
                        contains(
                                "/rows/2/version",
                                "/rows/2/approvedOn",
                                "/rows/2/percentComplete",
                                "/rows/2/measurements/0",
                                "/rows/2/evidence/0",
                                "/rows/4/kind",
                                "/rows/4/percentComplete",
                                "/rows/4/declaredHealth",
                                "/rows/4/measurements/1"))
                .body("errors[2].detail", equalTo("2행 '진척률(%)': 0부터 100까지의 정수여야 합니다"))
                .body("errors[8].detail", containsString("4행 '성과지표 값' 2번째:"));
        assertThat(filed()).isZero();
    }

    @Test
    void theRulesOfFilingNameRowsAndColumnsToo() {
        sendCsv(
                        "과제 코드,판 번호,제출 구분,진척률(%),추진상태,추진실적,결재자 직위,성과지표 값",
                        first + ",0,실적,40,정상,했음,,LEAD_TIME=1@2024-09-20; OTHER=1@2024-09-20",
                        second + ",7,보고사항 없음,,,,,",
                        "NOBODYS-01,,보고사항 없음,,,,,",
                        first + ",0,해당 없음,,,,,")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/rows/2/measurements/1/indicator", "/rows/3", "/rows/4/task", "/rows/5/task"))
                .body("errors.code", contains("unknown-indicator", "stale", "nothing-expected", "named-twice"))
                .body("errors[1].detail", equalTo("3행: 읽은 뒤에 바뀌었습니다. 다시 읽고 달라진 점을 확인한 뒤 보내십시오"));
        sendCsv("task,kind,approver,percentComplete,declaredHealth,achievements", first + ",실적,국장,1,정상,함")
                .statusCode(422)
                .body("errors.pointer", contains("/rows/2/documentNo"));
        sendCsv("task,kind,진척률", first + ",해당 없음,0")
                .statusCode(422)
                .body("errors.pointer", contains("/rows/2/percentComplete", "/rows/2/issues"));
        sendCsv("task,kind,version", first + ",실적,0", second + ",,0")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/rows/2/percentComplete",
                                "/rows/2/declaredHealth",
                                "/rows/2/achievements",
                                "/rows/3/kind"));
        assertThat(filed()).isZero();
    }

    @Test
    void theHeadingDecides() {
        sendCsv("Evidence,제출구분,TASK", "," + "보고사항 없음," + first).statusCode(200).body("filed", equalTo(1));
        sendCsv("task,진척율", second + ",5")
                .statusCode(400)
                .body("errors.code", contains("unknown-column", "missing-column"))
                .body("errors.pointer", everyItem(equalTo("/rows/1")))
                .body("errors[0].detail", containsString("'진척율'"))
                .body("errors[0].detail", containsString("진척률(%)(percentComplete)"));
        sendCsv("task,과제 코드,kind", second + ",x,y").statusCode(400).body("errors.code", contains("column-twice"));
        sendCsv("task,kind", second + ",보고사항 없음,남는 값")
                .statusCode(422)
                .body("errors.code", contains("cell-without-column"));
        sendCsv("task,kind").statusCode(422).body("errors.pointer", contains("/rows"));
    }

    @Test
    void aFormulaIsNotTaken() {
        byte[] file = Workbooks.of(sheet -> {
            heading(
                    sheet,
                    "task",
                    "taskTitle",
                    "kind",
                    "percentComplete",
                    "declaredHealth",
                    "achievements",
                    "approvedOn");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue(first);
            row.createCell(1).setCellFormula("1+1");
            row.createCell(2).setCellValue("실적");
            row.createCell(3).setCellFormula("20+20");
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellValue("함");
            row.createCell(6).setCellValue(12.5);
        });

        send(XLSX, file, "")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/rows/2/approvedOn", "/rows/2/percentComplete", "/rows/2/declaredHealth"))
                .body("errors.code", contains("wrong-type", "cell-formula", "cell-unusable"))
                .body("errors[1].detail", containsString("값으로 붙여넣으십시오"));
    }

    private static void heading(Sheet sheet, String... names) {
        Row row = sheet.createRow(0);
        for (int i = 0; i < names.length; i++) {
            row.createCell(i).setCellValue(names[i]);
        }
    }

    @Test
    void whatItIsSaidToBeMustBeTrue() {
        byte[] workbook = Workbooks.ofText(new String[] {"task", "kind"}, new String[] {first, "보고사항 없음"});
        byte[] text = ("task,kind\n" + first + ",보고사항 없음").getBytes(StandardCharsets.UTF_8);

        send(CSV, workbook, "").statusCode(400).body("errors.code", contains("not-utf8"));
        send(XLSX, text, "").statusCode(400).body("errors.code", contains("not-xlsx"));
        send("application/json", text, "").statusCode(400);
        send("text/plain", text, "").statusCode(415).body("accepted", contains("application/json", CSV, XLSX));
        send(XLSX, workbook, "").statusCode(200).body("filed", equalTo(1));
    }

    @Test
    void tenThousandRowsAreTooMany() {
        String rows = "T-1,보고사항 없음\n".repeat(10_000);
        send(CSV, ("task,kind\n" + rows).getBytes(StandardCharsets.UTF_8), "")
                .statusCode(422)
                .body("errors.code", contains("too-many-rows"));
        String[][] sheet = new String[10_001][];
        Arrays.fill(sheet, new String[] {"T-1", "보고사항 없음"});
        sheet[0] = new String[] {"task", "kind"};
        send(XLSX, Workbooks.ofText(sheet), "").statusCode(422).body("errors.pointer", contains("/rows"));
    }

    @Test
    void aSheetMayBeLargerThanJson() {
        String long10k = "가".repeat(10_000);
        StringBuilder text = new StringBuilder("task,kind,achievements\n");
        for (int i = 0; i < 50; i++) {
            text.append("T-").append(i).append(",실적,").append(long10k).append('\n');
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(file).hasSizeGreaterThan(1 << 20);

        send(CSV, file, "").statusCode(422);
        send("application/json", file, "").statusCode(413).body("detail", containsString("1 MiB"));
        send(CSV, new byte[(5 << 20) + 1], "").statusCode(413).body("detail", containsString("5 MiB"));
    }

    @Test
    void theSameKeyFilesOnce() {
        byte[] file = ("task,kind\n" + first + ",보고사항 없음").getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            sending(Tokens.machine("DAPA"), CSV)
                    .header("Idempotency-Key", key)
                    .body(file)
                    .post(path())
                    .then()
                    .statusCode(200)
                    .body("filed", equalTo(1));
        }
        sending(Tokens.machine("DAPA"), CSV)
                .header("Idempotency-Key", key)
                .body(("task,kind\n" + second + ",보고사항 없음").getBytes(StandardCharsets.UTF_8))
                .post(path())
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        assertThat(filed()).isOne();
    }

    @Test
    void anotherAgencysRowsAreNotThere() {
        byte[] file = ("task,kind\n" + first + ",보고사항 없음").getBytes(StandardCharsets.UTF_8);

        sending(Tokens.reporter("MOTIE"), CSV)
                .body(file)
                .post(path())
                .then()
                .statusCode(422)
                .body("errors.code", contains("nothing-expected"))
                .body("errors.pointer", contains("/rows/2/task"));
        sending(Tokens.planner(), CSV).body(file).post(path()).then().statusCode(403);
    }
}
