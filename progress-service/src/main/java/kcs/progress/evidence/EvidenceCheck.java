package kcs.progress.evidence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import kcs.chassis.problem.FieldError;

/** What a submission may name as its evidence: links that a browser can follow safely, and files of its checkpoint. */
@Singleton
public class EvidenceCheck {
    private static final String FILES =
            "SELECT id::text FROM evidence WHERE checkpoint = ? AND id::text = ANY (?) AND size IS NOT NULL";

    private final DataSource database;

    EvidenceCheck(DataSource database) {
        this.database = database;
    }

    /**
     * Adds an error for each place that is wrong.
     *
     * @param pointerPrefix where the submission stands in the body: empty, or {@code /submission}; the pointers are
     *     {@code <prefix>/evidence/0/url}
     */
    @Transactional
    public void require(String checkpoint, List<Evidence> evidence, List<FieldError> errors, String pointerPrefix) {
        Set<String> files = files(checkpoint, evidence);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < evidence.size(); i++) {
            Evidence one = evidence.get(i);
            String pointer = pointerPrefix + "/evidence/" + i;
            if ((one.url() == null) == (one.file() == null)) {
                errors.add(FieldError.of(pointer, "evidence-either"));
            } else if (one.url() != null && !Link.isSafe(one.url())) {
                errors.add(FieldError.of(pointer + "/url", "evidence-url", Link.LONGEST));
            } else if (one.file() != null && !files.contains(one.file())) {
                errors.add(FieldError.of(pointer + "/file", "evidence-file"));
            } else if (one.file() != null && !named.add(one.file())) {
                errors.add(FieldError.of(pointer + "/file", "evidence-repeated"));
            }
        }
    }

    /** Those of the files that are the checkpoint's, and that the caller may see. */
    private Set<String> files(String checkpoint, List<Evidence> evidence) {
        String[] wanted =
                evidence.stream().map(Evidence::file).filter(Objects::nonNull).toArray(String[]::new);
        Set<String> found = new HashSet<>();
        if (wanted.length == 0) {
            return found;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FILES)) {
            select.setString(1, checkpoint);
            select.setArray(2, connection.createArrayOf("text", wanted));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the files of a checkpoint could not be read", e);
        }
    }
}
