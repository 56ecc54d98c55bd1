package kcs.progress.evidence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kcs.chassis.identity.Caller;
import kcs.chassis.problem.ProblemException;

/** Keeps files and gives them back, chunk by chunk. */
@Singleton
class EvidenceStore {
    /** What is read and written at once. */
    static final int CHUNK = 256 << 10;

    static final String VIEW = "id, checkpoint, task, agency, proxy, title, file_name, media_type, size, sha256,"
            + " uploaded_at, ARRAY(SELECT named.no FROM submission_evidence named WHERE named.evidence = evidence.id"
            + " ORDER BY named.no) AS submissions";

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private static final String CHECKPOINT =
            "SELECT task, agency, agency_reports(agency) AS reports FROM checkpoint WHERE id = ?";
    private static final String LOCK = "SELECT status FROM checkpoint WHERE id = ? FOR NO KEY UPDATE";
    private static final String HELD =
            "SELECT count(*), coalesce(sum(size), 0) FROM evidence WHERE checkpoint = ? AND size IS NOT NULL";
    private static final String BEGIN = """
            INSERT INTO evidence (id, checkpoint, task, agency, proxy, title, file_name, uploaded_at, uploaded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String WRITE = "INSERT INTO evidence_chunk (evidence, no, bytes) VALUES (?, ?, ?)";
    private static final String COMPLETE = "UPDATE evidence SET media_type = ?, size = ?, sha256 = ? WHERE id = ?";
    private static final String READ = "SELECT bytes FROM evidence_chunk WHERE evidence = ? AND no = ?";
    private static final String ONE = "SELECT " + VIEW + " FROM evidence WHERE id = ?";
    private static final String DELETE = "DELETE FROM evidence WHERE id = ?";

    /**
     * A checkpoint, as far as uploads depend on it.
     *
     * @param reports whether its agency has reporters of its own
     */
    record Checkpoint(String id, String task, String agency, boolean reports) {}

    /** How many files a checkpoint has and how many bytes they hold. */
    record Held(int files, long bytes) {}

    private final DataSource database;

    EvidenceStore(DataSource database) {
        this.database = database;
    }

    /** The checkpoint; empty when there is none that the caller may see. */
    Optional<Checkpoint> checkpoint(String id) {
        return first(
                CHECKPOINT,
                row -> new Checkpoint(id, row.getString("task"), row.getString("agency"), row.getBoolean("reports")),
                id);
    }

    /** Locks a checkpoint that the caller may upload to until the transaction ends, and says where it stands. */
    String lock(String checkpoint) {
        return first(LOCK, row -> row.getString("status"), checkpoint)
                .orElseThrow(() -> ProblemException.notFound(checkpoint));
    }

    /** What a checkpoint has, of what the caller may see, without the file that is being written. */
    Held held(String checkpoint) {
        return first(HELD, row -> new Held(row.getInt(1), row.getLong(2)), checkpoint)
                .orElseThrow();
    }

    void begin(UUID id, Checkpoint checkpoint, boolean proxy, UploadFile upload, Caller caller, Instant now) {
        change(
                BEGIN,
                id,
                checkpoint.id(),
                checkpoint.task(),
                checkpoint.agency(),
                proxy,
                upload.title(),
                upload.name().value(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                caller.subject());
    }

    void write(UUID id, int no, byte[] bytes) {
        change(WRITE, id, no, bytes);
    }

    void complete(UUID id, String mediaType, long size, String sha256) {
        change(COMPLETE, mediaType, size, sha256, id);
    }

    /** A chunk of a file; empty when there is none that the caller may see. A transaction of its own, where there is none. */
    @Transactional
    Optional<byte[]> chunk(UUID id, int no) {
        return first(READ, row -> row.getBytes("bytes"), id, no);
    }

    /** What is known of a file; empty when there is none that the caller may see. */
    @Transactional
    Optional<EvidenceView> one(UUID id) {
        return first(ONE, EvidenceStore::view, id);
    }

    /**
     * Deletes a file.
     *
     * @throws ProblemException 409 when a submission that was filed meanwhile names it
     */
    void delete(UUID id) {
        try {
            execute(DELETE, id);
        } catch (SQLException e) {
            if (FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
                throw new ProblemException(409, "evidence-filed");
            }
            throw new IllegalStateException("a file could not be deleted", e);
        }
    }

    static EvidenceView view(ResultSet row) throws SQLException {
        return new EvidenceView(
                row.getObject("id", UUID.class),
                row.getString("checkpoint"),
                row.getString("task"),
                row.getString("agency"),
                row.getString("title"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getBoolean("proxy") ? EvidenceView.FiledBy.PROXY : EvidenceView.FiledBy.AGENCY,
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                numbers(row.getArray("submissions")));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    /** Makes something of a row. */
    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("evidence could not be read", e);
        }
    }

    private void change(String sql, Object... parameters) {
        try {
            if (execute(sql, parameters) != 1) {
                throw new IllegalStateException("evidence was not kept");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("evidence could not be kept", e);
        }
    }

    private int execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
