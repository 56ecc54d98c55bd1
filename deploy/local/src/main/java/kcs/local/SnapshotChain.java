package kcs.local;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Verifies the chain of frozen reports by what stands in the database, without the service that wrote it: each manifest
 * against its hash, each file against the manifest, each link against the snapshot before, and the published ones against
 * the events that told of them.
 */
public final class SnapshotChain {
    private static final String SNAPSHOTS =
            "SELECT no, id, plan, period, meeting, manifest, hash, previous_hash FROM snapshot ORDER BY no";
    private static final String FILES =
            "SELECT edition, format, language, content FROM snapshot_file WHERE snapshot = ? ORDER BY 1, 2, 3";
    private static final String TOLD =
            "SELECT code, state ->> 'hash' AS hash FROM told" + " WHERE type = 'snapshot.published' ORDER BY seq";

    private final Connection database;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private int files;

    /** @param database with the rights of its owner */
    public SnapshotChain(Connection database) {
        this.database = database;
    }

    /** What was tampered with, each in a line; empty where all is as it was. */
    public List<String> findings() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(SNAPSHOTS)) {
            long expected = 1;
            String previous = null;
            while (row.next()) {
                long no = row.getLong("no");
                for (; expected < no; expected++) {
                    findings.add("snapshot " + expected + " is missing");
                }
                verify(row, previous);
                previous = row.getString("hash");
                expected = no + 1;
            }
        }
        compareWithWhatWasTold();
        return findings;
    }

    int snapshots() {
        return hashes.size();
    }

    int files() {
        return files;
    }

    private void verify(ResultSet row, String previous) throws SQLException {
        String id = row.getString("id");
        byte[] manifest = row.getBytes("manifest");
        hashes.put(id, row.getString("hash"));
        compare(id + ": manifest", row.getString("hash"), sha256(manifest));
        compare(id + ": link to the snapshot before", previous, row.getString("previous_hash"));
        try {
            JsonObject said = new JsonObject(new String(manifest, StandardCharsets.UTF_8));
            for (String field : List.of("id", "plan", "period", "meeting")) {
                compare(id + ": " + field, said.getString(field), row.getString(field));
            }
            compare(id + ": previous", said.getString("previous"), row.getString("previous_hash"));
            verifyFiles(id, row.getLong("no"), said);
        } catch (DecodeException damaged) {
            findings.add(id + ": the manifest cannot be read");
        }
    }

    private void verifyFiles(String id, long no, JsonObject manifest) throws SQLException {
        Map<String, String> kept = new TreeMap<>();
        try (PreparedStatement statement = database.prepareStatement(FILES)) {
            statement.setLong(1, no);
            try (ResultSet file = statement.executeQuery()) {
                while (file.next()) {
                    kept.put(name(file.getString(1), file.getString(2), file.getString(3)), sha256(file.getBytes(4)));
                    files++;
                }
            }
        }
        for (Object one : manifest.getJsonArray("files")) {
            JsonObject said = (JsonObject) one;
            String name = name(said.getString("edition"), said.getString("format"), said.getString("language"));
            compare(id + ": " + name, said.getString("sha256"), kept.remove(name));
        }
        kept.keySet().forEach(name -> findings.add(id + ": " + name + " was added"));
    }

    private void compareWithWhatWasTold() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(TOLD)) {
            while (row.next()) {
                String id = row.getString("code");
                compare(id + ": hash that was told when it was published", row.getString("hash"), hashes.get(id));
            }
        }
    }

    private static String name(String edition, String format, String language) {
        return (edition + " " + format + " " + language).strip();
    }

    private void compare(String what, String expected, String found) {
        if (expected == null ? found != null : !expected.equals(found)) {
            findings.add("%s: expected %s, found %s".formatted(what, text(expected), text(found)));
        }
    }

    private static String text(String value) {
        return value == null ? "nothing" : value;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
