package kcs.progress.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.problem.FieldError;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a submission may name, and that it is kept. */
@QuarkusTest
class EvidenceCheckTest extends ProgressTest {
    private final EvidenceRound round = new EvidenceRound();

    @Inject
    EvidenceCheck check;

    @Inject
    EvidenceLinks links;

    @Inject
    CurrentCaller current;

    private static Caller reporter(String agency) {
        return new Caller("reporter-1", Set.of(Role.REPORTER), agency, false);
    }

    private List<String> errors(String agency, Evidence... evidence) {
        List<FieldError> errors = new ArrayList<>();
        current.as(reporter(agency), () -> {
            check.require(round.checkpoint, List.of(evidence), errors, "/submission");
            return null;
        });
        return errors.stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private static Evidence link(String url) {
        return new Evidence("자료", url, null);
    }

    private static Evidence file(String id) {
        return new Evidence("자료", null, id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.customs.go.kr/a?b=c#d",
                "http://127.0.0.1:8080/",
                "HTTPS://한국.kr/자료",
                "https://[::1]/a",
                "https://a_b.go.kr/%ED%9A%8C"
            })
    void linksAreTaken(String url) {
        assertThat(errors("DAPA", link(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "www.customs.go.kr",
                "/a",
                "ftp://customs.go.kr/a",
                "javascript:alert(1)",
                "data:text/html,a",
                "file:///etc/passwd",
                "https:///a",
                "https:a",
                "https://user@customs.go.kr/",
                "https://user:secret@customs.go.kr/",
                "https://customs.go.kr\\@evil.example/",
                "https://customs.go.kr/a b",
                "https://customs.go.kr/a\nb"
            })
    void linksThatLeadElsewhereAreRefused(String url) {
        assertThat(errors("DAPA", link(url))).containsExactly("/submission/evidence/0/url evidence-url");
    }

    @Test
    void filesAreThoseOfTheCheckpointThatTheCallerSees() {
        String own = round.uploaded(as(Tokens.reporter("DAPA")));
        String elsewhere = new EvidenceRound().uploaded(as(Tokens.reporter("DAPA")));

        assertThat(errors("DAPA", file(own))).isEmpty();
        assertThat(errors("MOFA", file(own))).containsExactly("/submission/evidence/0/file evidence-file");
        assertThat(errors(
                        "DAPA",
                        file(elsewhere),
                        file("x"),
                        file(UUID.randomUUID().toString()),
                        file(own),
                        file(own)))
                .containsExactly(
                        "/submission/evidence/0/file evidence-file",
                        "/submission/evidence/1/file evidence-file",
                        "/submission/evidence/2/file evidence-file",
                        "/submission/evidence/4/file evidence-repeated");
        assertThat(errors("DAPA", new Evidence("a", null, null), new Evidence("a", "https://a.kr", own)))
                .containsExactly("/submission/evidence/0 evidence-either", "/submission/evidence/1 evidence-either");
        assertThat(errors("DAPA", link("https://a.kr/" + "a".repeat(2000)))).hasSize(1);
    }

    @Test
    void whatIsKeptIsSeenWithTheSubmission() {
        String file = round.uploaded(as(Tokens.reporter("DAPA")));
        round.submit(1);

        current.as(reporter("DAPA"), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> links.keep(List.of(new EvidenceLinks.Named(round.checkpoint, 1, file))));
            return null;
        });

        as(Tokens.planner()).get("/api/v1/evidence/" + file).then().statusCode(200);
    }
}
