package kcs.progress.evidence;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.ProgressTest;
import kcs.progress.filetypes.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees a file, who uploads and who deletes one: by the API, and by the database with the API out of the way. */
@QuarkusTest
class EvidenceRightsTest extends ProgressTest {
    private static final String SELECTED = "SELECT count(*) FROM %s = '%s'";

    private final EvidenceRound round = new EvidenceRound();

    @Inject
    DataSource database;

    private static RequestSpecification by(String who) {
        return switch (who) {
            case "public" -> anonymous();
            case "committee" -> as(Tokens.committee());
            case "planner" -> as(Tokens.planner());
            case "auditor" -> as(Tokens.auditor());
            case "admin" -> as(Tokens.admin());
            default -> as(Tokens.reporter(who));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "public,    401, 401, 401",
        "DAPA,      200, 200, 200",
        "MOFA,      404, 404, 200",
        "NPA,       404, 404, 404",
        "committee, 404, 404, 200",
        "planner,   404, 200, 200",
        "auditor,   404, 200, 200",
        "admin,     403, 403, 403"
    })
    void aFileIsSeenWithTheSubmissionThatNamesIt(String who, int uploaded, int filed, int accepted) {
        String file = round.uploaded(by("DAPA"));
        assertSeen(who, file, uploaded);

        round.file(1, file);
        assertSeen(who, file, filed);

        round.accept(1);
        assertSeen(who, file, accepted);
    }

    private void assertSeen(String who, String file, int status) {
        String address = "/api/v1/evidence/" + file;
        by(who).accept("application/json").get(address).then().statusCode(status);
        by(who).get(address).then().statusCode(status);
        by(who).head(address).then().statusCode(status);
        Response list = by(who).get(round.address() + "?count=true");
        boolean seesTheCheckpoint = !List.of("public", "NPA", "admin").contains(who);
        assertThat(list.statusCode()).isEqualTo(seesTheCheckpoint ? 200 : status);
        if (seesTheCheckpoint) {
            assertThat((int) list.path("total")).isEqualTo(status == 200 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "public, 401",
        "DAPA, 201",
        "MOFA, 403",
        "NPA, 404",
        "committee, 403",
        "planner, 403",
        "auditor, 403",
        "admin, 403"
    })
    void aFileIsUploadedByItsAgency(String who, int status) {
        round.upload(by(who), "a.png", "image/png", Samples.png()).then().statusCode(status);

        assertThat(round.files()).isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void aPlannerUploadsForAnAgencyWithoutReporters() {
        EvidenceRound without = new EvidenceRound("ISLE");

        Response made = without.upload(by("planner"), "a.png", "image/png", Samples.png());

        made.then().statusCode(201);
        assertThat((String) made.path("filedBy")).isEqualTo("PROXY");
        by("planner").get(made.header("Location")).then().statusCode(200);
        by("auditor").get(made.header("Location")).then().statusCode(404);
        by("DAPA").get(made.header("Location")).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"public, 401", "DAPA, 204", "MOFA, 404", "planner, 404", "committee, 403", "auditor, 403", "admin, 403"
    })
    void aFileIsDeletedByItsAgency(String who, int status) {
        String file = round.uploaded(by("DAPA"));

        by(who).delete("/api/v1/evidence/" + file).then().statusCode(status);

        assertThat(round.files()).isEqualTo(status == 204 ? 0 : 1);
        assertThat(OwnerSql.number("SELECT count(*) FROM evidence_chunk WHERE evidence = '" + file + "'"))
                .isEqualTo(status == 204 ? 0 : 1);
    }

    @Test
    void whatASubmissionNamesIsDeletedByNobody() {
        String file = round.uploaded(by("DAPA"));
        round.file(1, file);
        round.accept(1);

        assertProblem(by("DAPA").delete("/api/v1/evidence/" + file), 409, "evidence-filed");
        assertProblem(by("MOFA").delete("/api/v1/evidence/" + file), 403, "forbidden");
        assertProblem(by("planner").delete("/api/v1/evidence/" + file), 403, "forbidden");
        assertThat((List<?>) by("DAPA")
                        .accept("application/json")
                        .get("/api/v1/evidence/" + file)
                        .path("submissions"))
                .isEqualTo(List.of(1));
    }

    @ParameterizedTest
    @CsvSource({
        "'','',0",
        "reporter,'',0",
        "reporter,MOFA,0",
        "reporter,DAPA,1",
        "planner,'',0",
        "auditor,DAPA,0",
        "admin,DAPA,0",
        "committee,'',0"
    })
    void theDatabaseHidesAFileThatNoSubmissionNames(String roles, String agency, int seen) throws SQLException {
        String file = round.uploaded(by("DAPA"));

        assertThat(updated(roles, agency, SELECTED.formatted("evidence WHERE id", file)))
                .isEqualTo(seen);
        assertThat(updated(roles, agency, SELECTED.formatted("evidence_chunk WHERE evidence", file)))
                .isEqualTo(seen);
        assertThat(updated(roles, agency, "DELETE FROM evidence WHERE id = '" + file + "'"))
                .isEqualTo(seen);
    }

    @Test
    void theDatabaseRefusesFilesForOthersAndChangesOfWhatIsThere() {
        String file = round.uploaded(by("DAPA"));
        String chunk = "INSERT INTO evidence_chunk VALUES ('" + file + "', 1, 'x')";
        String another = """
                INSERT INTO evidence (id, checkpoint, task, agency, proxy, title, file_name, uploaded_at, uploaded_by)
                SELECT gen_random_uuid(), id, task, %s, %s, 't', 'n', now(), 'x' FROM checkpoint WHERE id = '""" + round.checkpoint + "'";

        for (String agency : List.of("MOFA", "DAPA")) {
            assertThatThrownBy(() -> updated("reporter", agency, chunk)).hasMessageContaining("row-level security");
        }
        assertThatThrownBy(() -> updated("reporter", "MOFA", another.formatted("agency", "false")))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> updated("reporter", "MOFA", another.formatted("'MOFA'", "false")))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> updated("planner", "", another.formatted("agency", "true")))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> updated("reporter", "DAPA", "UPDATE evidence_chunk SET bytes = 'y'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theDatabaseLetsNobodyChangeAFileOrFileForOthers() throws SQLException {
        String file = round.uploaded(by("DAPA"));
        round.submit(1);
        String named = "INSERT INTO submission_evidence VALUES ('%s', 1, '%s')".formatted(round.checkpoint, file);

        assertThat(updated("reporter", "DAPA", "UPDATE evidence SET size = 1 WHERE id = '" + file + "'"))
                .isZero();
        assertThatThrownBy(() -> updated("reporter", "MOFA", named)).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> updated("planner", "", named)).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> updated("", "", named)).hasMessageContaining("row-level security");
        assertThat(updated("reporter", "DAPA", named)).isEqualTo(1);

        EvidenceRound other = new EvidenceRound();
        other.submit(1);
        String foreign = "INSERT INTO submission_evidence VALUES ('%s', 1, '%s')".formatted(other.checkpoint, file);
        assertThatThrownBy(() -> updated("reporter", "DAPA", foreign)).hasMessageContaining("foreign key");
    }

    /** How many rows a statement counts or touches as the service's own role for this caller; undone afterwards. */
    private int updated(String roles, String agency, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("SELECT set_config('kcs.roles', '" + roles + "', true), set_config('kcs.agency', '"
                        + agency + "', true)");
                if (!statement.execute(sql)) {
                    return statement.getUpdateCount();
                }
                try (ResultSet count = statement.getResultSet()) {
                    count.next();
                    return count.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
