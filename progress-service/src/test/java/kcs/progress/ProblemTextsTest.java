package kcs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import kcs.chassis.testing.ApiDocument;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    private static final String TEXTS = "progress-service/src/main/resources/META-INF/kcs/problems_%s.properties";

    @Test
    void everyProblemIsWrittenInBothLanguagesAndHasItsPage() throws IOException {
        Set<String> korean = keys("ko");

        assertThat(keys("en")).isEqualTo(korean);
        for (String key : korean) {
            String slug = key.substring(0, key.indexOf('.'));
            Path page = ApiDocument.checkout().resolve("docs/problems/" + slug + ".md");
            assertThat(page).exists();
        }
    }

    private static Set<String> keys(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(ApiDocument.checkout().resolve(TEXTS.formatted(language)))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
