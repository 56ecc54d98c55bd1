package kcs.progress.mail;

import static kcs.progress.Duties.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.progress.Duties;
import kcs.progress.MailServer;
import kcs.progress.OwnerSql;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;

/** The mails' thread also works meanwhile: that, too, must send nothing twice. */
@QuarkusTest
class MailTest extends ProgressTest {
    @Inject
    Postman postman;

    @Inject
    CurrentCaller current;

    private final MailServer server = MailServer.get();
    private final Duties duties = new Duties();
    private final String address = duties.agency().toLowerCase(Locale.ROOT) + "@agency.example";

    /** Lays down that the agency was reminded of what it owes. */
    private void remind(String checkpoint) {
        OwnerSql.run("""
                INSERT INTO reminder (checkpoint, agency, stage, due_on, days, made_at)
                SELECT id, agency, 'ON', owed_on(checkpoint), 0, now() FROM checkpoint WHERE id = '%s'
                ON CONFLICT DO NOTHING""".formatted(checkpoint));
    }

    private Void round() {
        return current.as(Caller.system("test"), () -> {
            try {
                postman.round();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return null;
        });
    }

    private List<String> states() {
        return OwnerSql.texts("SELECT state FROM mail WHERE agency = '%s' ORDER BY day".formatted(duties.agency()));
    }

    private void awaitState(String state) {
        await(state).atMost(Duration.ofSeconds(20)).until(() -> states().equals(List.of(state)));
    }

    private void tryAgainAt(String when) {
        OwnerSql.run("UPDATE mail SET next_try_at = %s WHERE agency = '%s' AND state = 'FAILED'"
                .formatted(when, duties.agency()));
    }

    private static String text(MimeMessage message, String type) throws Exception {
        for (int i = 0; i < ((Multipart) message.getContent()).getCount(); i++) {
            Part part = ((Multipart) message.getContent()).getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        throw new IllegalStateException("no part is " + type);
    }

    @Test
    void bringsAnAgencyAllThatItOwesInOneMailKoreanFirst() throws Exception {
        owners.contacts(duties.agency(), address, "second@agency.example", "not an address@");
        String soon = duties.open(TODAY.plusDays(1));
        String late = duties.open(TODAY.minusDays(3));
        Duties.giveBack(late, TODAY);
        OwnerSql.run("UPDATE known_agency SET status = 'ABOLISHED' WHERE code = '%s'".formatted(duties.agency()));
        remind(soon);
        remind(late);
        OwnerSql.run("UPDATE known_agency SET status = 'ACTIVE' WHERE code = '%s'".formatted(duties.agency()));

        awaitState("SENT");

        MimeMessage mail = server.to(address).get(0);
        assertThat(server.to(address)).hasSize(1);
        assertThat(server.to("second@agency.example")).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("[협업과제 이행점검] 제출 안내: 오늘 기한 1건, 기한 전 1건");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String body = text(mail, "text/plain");
        assertThat(body)
                .containsSubsequence(
                        "기관 " + duties.agency() + " 이행점검 담당자께",
                        "[보완요청]",
                        "기한 " + TODAY + ", 오늘까지",
                        "기한 " + TODAY.plusDays(1) + ", 1일 남음",
                        "https://kcs.example/",
                        "To the reporters of Agency " + duties.agency(),
                        "[returned for revision]",
                        "Task ")
                .contains(late.substring(0, late.indexOf('.')), soon.substring(0, soon.indexOf('.')));
        assertThat(text(mail, "text/html")).contains("<td>", "오늘까지", "href=\"https://kcs.example/\"");
    }

    @Test
    void goesOutOnceHoweverOftenItIsLookedFor() {
        owners.contacts(duties.agency(), address);
        remind(duties.open(TODAY));
        awaitState("SENT");
        remind(duties.open(TODAY));

        round();
        round();

        assertThat(server.to(address)).hasSize(1);
        assertThat(OwnerSql.texts("SELECT count(*) FROM reminder WHERE agency = '%s' AND mailed_on IS NULL"
                        .formatted(duties.agency())))
                .as("what is reminded of later waits for the next day's mail")
                .containsExactly("1");
    }

    @Test
    void goesOutOnceThoughManySendAtOnce() throws Exception {
        owners.contacts(duties.agency(), address);
        remind(duties.open(TODAY));
        ExecutorService runners = Executors.newFixedThreadPool(4);

        for (Future<Void> done : runners.invokeAll(Collections.nCopies(4, (Callable<Void>) this::round))) {
            done.get();
        }

        runners.shutdown();
        awaitState("SENT");
        assertThat(server.to(address)).hasSize(1);
    }

    @Test
    void saysNothingOfWhatIsSettledMeanwhile() {
        owners.contacts(duties.agency(), address);
        String checkpoint = duties.open(TODAY);
        Duties.submit(checkpoint, TODAY);
        remind(checkpoint);

        awaitState("DROPPED");

        assertThat(server.to(address)).isEmpty();
    }

    @Test
    void isTriedAgainWhenTheServerWasDown() {
        owners.contacts(duties.agency(), address);
        server.stop();
        remind(duties.open(TODAY));
        awaitState("FAILED");
        tryAgainAt("now() + interval '1 hour'");
        server.start();

        tryAgainAt("now()");

        awaitState("SENT");
        assertThat(server.to(address)).hasSize(1);
    }

    /** A server that takes connections and says nothing. */
    @Test
    void isNotSentAgainWhenNobodyAnsweredAndTheOthersWait() throws IOException {
        owners.contacts(duties.agency(), address);
        Duties others = new Duties();
        owners.contacts(others.agency(), "others@agency.example");
        server.stop();
        try (ServerSocket silent = new ServerSocket(server.port(), 50, InetAddress.getLoopbackAddress())) {
            remind(duties.open(TODAY));
            awaitState("UNCERTAIN");
            assertThat(silent.isBound()).isTrue();
        }
        server.start();
        remind(others.open(TODAY));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.to("others@agency.example").size() == 1);

        assertThat(states()).containsExactly("UNCERTAIN");
        assertThat(server.to(address)).isEmpty();
    }

    @Test
    void isNotSentAgainWhenItsSenderDiedWithIt() {
        owners.contacts(duties.agency(), address);
        String checkpoint = duties.open(TODAY);
        OwnerSql.run("""
                INSERT INTO mail (agency, day, state, attempts, claimed_at)
                    VALUES ('%s', '%s', 'CLAIMED', 1, now() - interval '1 hour')""".formatted(duties.agency(), TODAY));
        remind(checkpoint);
        awaitState("UNCERTAIN");

        round();

        assertThat(server.to(address)).isEmpty();
        assertThat(states()).containsExactly("UNCERTAIN");
        assertThat(RestAssured.get("/q/metrics").asString()).containsPattern("kcs_mail_uncertain [1-9]");
    }

    @Test
    void waitsForAnAddressWhereThereIsNone() {
        remind(duties.open(TODAY));
        awaitState("UNADDRESSED");

        owners.contacts(duties.agency(), address);

        awaitState("SENT");
        assertThat(server.to(address)).hasSize(1);
    }

    @Test
    void namesATaskThatIsNotPublicByItsCodeAlone() throws Exception {
        owners.contacts(duties.agency(), address);
        remind(duties.open(duties.task("GOVERNMENT"), duties.cycle(TODAY)));

        awaitState("SENT");

        assertThat(text(server.to(address).get(0), "text/plain"))
                .contains(duties.plan() + "-1 (")
                .doesNotContain("과제 " + duties.plan());
    }

    @Test
    void takesWhatTheDayBeforeCouldNotBringIntoTheNewMail() {
        owners.contacts(duties.agency(), address);
        remind(duties.open(TODAY));
        awaitState("SENT");
        String day = "UPDATE mail SET day = '%s', state = 'FAILED', next_try_at = now() WHERE agency = '%s'";
        OwnerSql.run("UPDATE reminder SET mailed_on = '%s' WHERE agency = '%s'"
                .formatted(TODAY.minusDays(1), duties.agency()));
        OwnerSql.run(day.formatted(TODAY.minusDays(1), duties.agency()));

        await().atMost(Duration.ofSeconds(20)).until(() -> states().equals(List.of("DROPPED", "SENT")));

        assertThat(server.to(address)).hasSize(2);
    }
}
