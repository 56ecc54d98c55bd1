package kcs.progress.open;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultCodeTest {

    @ParameterizedTest
    @CsvSource({
        "404, /open/v1/tasks/KCS-2024-99, 03",
        "404, /open/v1/reports/KCS-2024-S9, 03",
        "404, /open/v1/tasks/KCS-2024-01/history, 12",
        "404, /open/v1/secrets, 12",
        "404, /open/v1/health/KCS-2024-01, 12",
        "405, /open/v1/tasks, 12",
        "400, /open/v1/tasks, 10",
        "406, /open/v1/tasks, 10",
        "429, /open/v1/tasks, 22",
        "500, /open/v1/tasks, 01",
        "503, /open/v1/tasks, 01"
    })
    void saysWhatWentWrong(int status, String path, String code) {
        assertThat(ResultCode.of(status, path).code()).isEqualTo(code);
    }

    @Test
    void isCalledAsItIsDocumented() {
        assertThat(ResultCode.NORMAL.message()).isEqualTo("NORMAL SERVICE.");
        assertThat(ResultCode.NODATA_ERROR.message()).isEqualTo("NODATA_ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 공공누리 제1유형: 출처표시, https://www.kogl.or.kr/info/licenseType1.do",
        "4, 공공누리 제4유형: 출처표시 + 상업적 이용금지 + 변경금지, https://www.kogl.or.kr/info/licenseType4.do"
    })
    void theLicenceIsTheOneThatIsSet(int type, String name, String url) {
        assertThat(Licence.ofType(type).name().ko()).isEqualTo(name);
        assertThat(Licence.ofType(type).url()).isEqualTo(url);
    }
}
