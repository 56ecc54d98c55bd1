package kcs.progress.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import kcs.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment; filename*=UTF-8''%ED%9A%8C%EC%9D%98%EB%A1%9D.pdf | 회의록.pdf",
                "attachment; filename=\"x.pdf\"; filename*=utf-8'ko'%ED%9A%8C.pdf | 회.pdf",
                "attachment;filename*=UTF-8''a%20b.PDF;filename=x.txt | a b.PDF",
                "attachment; filename=\"a \\\"b\\\".pdf\" | a \"b\".pdf",
                "attachment; filename=plain.csv | plain.csv",
                "inline; foo=bar; FileName=\"report\" | report"
            })
    void isReadFromTheHeader(String header, String name) {
        assertThat(FileName.ofDisposition(header).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attachment",
                "attachment; filename=",
                "attachment; filename=\"\"",
                "attachment; filename*=EUC-KR''%B0%A1.pdf",
                "attachment; filename*=UTF-8''%B0%A1.pdf",
                "attachment; filename*=UTF-8''%E.pdf",
                "attachment; filename*=UTF-8''%zz.pdf",
                "attachment; filename=\"\u00ed\u009a\u008c.pdf\"",
                "attachment; filename*=UTF-8''a%00.pdf",
                "attachment; filename*=UTF-8''a%0Ab.pdf",
                "attachment; filename*=UTF-8''..%2Fetc%2Fpasswd",
                "attachment; filename=\"c:\\\\\\\\a.pdf\"",
                "attachment; filename*=UTF-8''.htaccess",
                "attachment; filename*=UTF-8''fdp%E2%80%AEexe.pdf"
            })
    void isRefusedWhereAFileShouldNotBeCalledSo(String header) {
        assertThatThrownBy(() -> FileName.ofDisposition(header)).isInstanceOf(ProblemException.class);
    }

    @Test
    void isKeptComposedWhateverFileSystemItComesFrom() {
        String decomposed = Normalizer.normalize("회의록.pdf", Normalizer.Form.NFD);

        String attachment = new FileName(decomposed).attachment();

        assertThat(FileName.ofDisposition(attachment).value()).isEqualTo("회의록.pdf");
    }

    @Test
    void isWrittenForOldAndNewReaders() {
        assertThat(new FileName("2분기 \"안\".pdf").attachment())
                .isEqualTo("attachment; filename=\"2__ ___.pdf\";"
                        + " filename*=UTF-8''2%EB%B6%84%EA%B8%B0%20%22%EC%95%88%22.pdf");
    }

    @Test
    void endsInLowerCase() {
        assertThat(new FileName("a.b.PDF").extension()).isEqualTo("pdf");
        assertThat(new FileName("report").extension()).isEmpty();
    }
}
