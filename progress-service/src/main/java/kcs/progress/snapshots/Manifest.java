package kcs.progress.snapshots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * What a snapshot vouches for: what it is of, the hash of each of its files, and the hash of the snapshot before it.
 *
 * @param period null for the whole plan
 * @param meeting that it was taken for; null for none
 * @param previous hash of the one before; null for the first
 */
record Manifest(
        long no,
        String id,
        String plan,
        String period,
        Instant asOf,
        Instant takenAt,
        String meeting,
        String previous,
        List<File> files) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A file.
     *
     * @param language empty for JSON, which is in both
     * @param size in bytes
     */
    record File(Edition edition, String format, String language, long size, String sha256) {}

    /** Its canonical form: what is hashed. */
    byte[] bytes() {
        try {
            return Canonical.json(JSON.writeValueAsBytes(this));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @throws IOException when these bytes are no manifest */
    static Manifest read(byte[] bytes) throws IOException {
        return JSON.readValue(bytes, Manifest.class);
    }
}
