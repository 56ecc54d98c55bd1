package kcs.progress.stream;

import static kcs.progress.board.Boards.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import kcs.progress.audience.Audience;
import kcs.progress.board.Board;
import kcs.progress.board.Boards;
import kcs.progress.board.FeedEntry;
import org.junit.jupiter.api.Test;

/** What is told in one go: what several lines change comes once. */
class StretchTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final Board board = Boards.on(Boards.DUE, "A.KCS", "A.DAPA", "B.KCS", "HIDDEN.KCS");

    @Test
    void bringsATaskOnceAndThePlanWithTheLastWhereNothingIsListed() {
        List<JsonNode> told = told(
                Audience.GOVERNMENT,
                line(1, "A.KCS", false),
                line(2, "B.KCS", false),
                line(3, "A.DAPA", false),
                line(4, "HIDDEN.KCS", false));

        assertThat(told).extracting(message -> message.path("code").textValue()).containsExactly("B", "A", "HIDDEN");
        assertThat(told).allMatch(message -> message.has("task") && !message.has("change"));
        assertThat(told).extracting(message -> message.has("plan")).containsExactly(false, false, true);
        assertThat(told.get(2).at("/plan/cycles/0/progress/expected").intValue())
                .isEqualTo(4);
    }

    @Test
    void bringsThePlanWithTheLastLineThatTheAudienceSees() {
        List<JsonNode> told =
                told(Audience.PUBLIC, line(1, "A.KCS", false), line(2, "B.KCS", false), line(3, "HIDDEN.KCS", false));

        assertThat(told).extracting(message -> message.path("code").textValue()).containsExactly("A", "B");
        assertThat(told.get(1).at("/plan/cycles/0/progress/expected").intValue())
                .isEqualTo(3);
    }

    @Test
    void tellsEveryLineThatIsListed() {
        List<JsonNode> told = told(Audience.PUBLIC, line(1, "A.KCS", true), line(2, "A.KCS", true));

        assertThat(told).hasSize(2).allMatch(message -> message.has("change") && message.has("task"));
        assertThat(told).extracting(message -> message.has("plan")).containsExactly(false, true);
    }

    @Test
    void tellsNothingOfWhatIsHidden() {
        assertThat(told(Audience.PUBLIC, line(1, "HIDDEN.KCS", true))).isEmpty();
    }

    private List<JsonNode> told(Audience audience, FeedEntry... lines) {
        String text =
                new FeedWriter(JSON).changes(board, audience, List.of(lines)).toString();
        List<JsonNode> data = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.startsWith("data: ")) {
                data.add(parsed(line.substring(6)));
            }
        }
        return data;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
