package kcs.progress.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import kcs.progress.board.Cursor;
import kcs.progress.stream.EventReader.Message;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamTest extends ProgressTest {

    @Test
    void beginsWithItsPlaceAndTellsAChangeWithTheTaskAsItIs() {
        String task = stories.task(stories.plan(), 1);
        awaitTask(null, task, "SELECTED");
        try (EventReader reader = EventReader.open(null, null)) {
            Message hello = reader.next();
            stories.move(task, "IN_PROGRESS");

            Message change = reader.next(message -> message.isChangeOf(task));

            assertThat(hello.event()).isEqualTo("hello");
            assertThat(hello.id()).isEqualTo(hello.data().path("cursor").textValue());
            assertThat(change.id()).isEqualTo(change.data().at("/change/id").textValue());
            assertThat(change.data().at("/change/to").textValue()).isEqualTo("IN_PROGRESS");
            assertThat(change.data().at("/task/status").textValue()).isEqualTo("IN_PROGRESS");
            assertThat(change.data().path("subject").textValue()).isEqualTo(task);
            CONTRACT.keepStream("/api/v1/dashboard/stream", hello.text() + change.text());
        }
    }

    @Test
    void tellsOfPlansAndAgenciesToo() {
        try (EventReader reader = EventReader.open(null, null)) {
            String plan = stories.plan();

            Message told = reader.next(
                    message -> plan.equals(message.data().path("subject").textValue()));

            assertThat(told.data().at("/plan/totals/declared").intValue()).isEqualTo(30);
            assertThat(told.data().has("code")).isFalse();
            assertThat(told.data().at("/change").has("code")).isFalse();
        }
    }

    @Test
    void resumesExactlyWhileChangesGoOn() {
        String plan = stories.plan();
        List<String> tasks = new ArrayList<>();
        for (int no = 1; no <= 20; no++) {
            tasks.add(stories.task(plan, no));
        }
        awaitTask(null, tasks.get(19), "SELECTED");
        String begin = dashboard(null).getString("cursor");
        Thread changing = new Thread(() -> {
            for (int round = 0; round < 15; round++) {
                String to = round % 2 == 0 ? "IN_PROGRESS" : "ON_HOLD";
                tasks.forEach(task -> stories.move(task, to));
            }
        });
        changing.start();

        List<Message> all = new ArrayList<>();
        String last = begin;
        while (listed(all) < 300) {
            try (EventReader reader = EventReader.open(null, last)) {
                assertThat(reader.next().data().path("cursor").textValue()).isEqualTo(last);
                for (int i = 0; i < 37 && listed(all) < 300; i++) {
                    Message message = reader.next();
                    all.add(message);
                    last = message.id();
                }
            }
        }

        List<String> ids = all.stream().map(Message::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().map(id -> Cursor.parse(id).orElseThrow().seq())).isSorted();
        for (String task : tasks) {
            List<String> moves = all.stream()
                    .filter(message -> message.isMoveOf(task))
                    .map(message -> message.data().at("/change/to").textValue())
                    .toList();
            assertThat(moves).hasSize(15).startsWith("IN_PROGRESS", "ON_HOLD").endsWith("IN_PROGRESS");
        }
    }

    private static long listed(List<Message> messages) {
        return messages.stream().filter(Message::isListed).count();
    }

    @Test
    void tellsThePublicNothingOfAGovernmentTaskAndAnAgencyOfItsOwn() {
        String plan = stories.plan();
        String before = dashboard(null).getString("cursor");
        String hidden = stories.hiddenTask(plan, 1, "DAPA");
        stories.move(hidden, "IN_PROGRESS");
        String open = stories.task(plan, 2);
        awaitTask(null, open, "SELECTED");
        awaitTask(Tokens.planner(), hidden, "IN_PROGRESS");
        stories.move(open, "IN_PROGRESS");

        assertThat(changesSeen(null, before, open)).noneMatch(message -> hidden.equals(message.code()));
        assertThat(changesSeen(Tokens.reporter("MOTIE"), before, open))
                .noneMatch(message -> hidden.equals(message.code()));
        assertThat(changesSeen(Tokens.reporter("DAPA"), before, open))
                .filteredOn(message -> hidden.equals(message.code()) && message.isListed())
                .hasSize(2);
        assertThat(changesSeen(Tokens.committee(), before, open))
                .filteredOn(message -> hidden.equals(message.code()) && message.isListed())
                .hasSize(2);
    }

    private static List<Message> changesSeen(String token, String from, String until) {
        try (EventReader reader = EventReader.open(token, from)) {
            return reader.until(message -> message.isChangeOf(until)
                    && "IN_PROGRESS".equals(message.data().at("/change/to").textValue()));
        }
    }

    @Test
    void saysThatATaskIsGoneWhenItTurnsGovernmentOnly() {
        String task = stories.task(stories.plan(), 1);
        awaitTask(null, task, "SELECTED");
        try (EventReader reader = EventReader.open(null, null)) {
            reader.next();
            stories.show(task, "GOVERNMENT");

            Message gone = reader.next(
                    message -> task.equals(message.code()) && message.event().equals("gone"));
            stories.show(task, "PUBLIC");
            Message back = reader.next(message -> message.isChangeOf(task));

            assertThat(gone.data().size()).isEqualTo(1);
            assertThat(back.data().at("/task/visibility").textValue()).isEqualTo("PUBLIC");
        }
    }

    @Test
    void startsAnewWhoeverComesWithAPlaceOfAnotherLife() {
        for (String strange : List.of("1-1", "nonsense", dashboard(null).getString("cursor") + "0000")) {
            try (EventReader reader = EventReader.open(null, strange)) {
                Message first = reader.next();

                assertThat(first.event()).isEqualTo("reset");
                assertThat(Cursor.parse(first.data().path("cursor").textValue()))
                        .isPresent();
            }
        }
    }

    @Test
    void takesThePlaceFromTheAddressToo() {
        Response head = anonymous().queryParam("lastEventId", "1-1").head("/api/v1/dashboard/stream");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void endsWithTheToken() {
        try (EventReader reader = EventReader.open(Tokens.endingIn(3), null)) {
            assertThat(reader.next().event()).isEqualTo("hello");

            reader.awaitEnd();
        }
    }
}
