package kcs.progress.evidence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.ProblemException;

/** Reads files and what is known of them; row security decides what there is. */
@Singleton
class EvidenceReading {
    private static final ListSpec FILES = ListSpec.of("evidence", "id", "id::text")
            .sort("uploadedAt", "uploaded_at")
            .filter("checkpoint", "checkpoint = ANY (?)")
            .build();

    /** What may be asked of a checkpoint's files; whose they are is not the caller's to say. */
    static final ListSpec FILES_AS_ASKED = ListSpec.of("evidence", "id", "id::text")
            .sort("uploadedAt", "uploaded_at")
            .build();

    private final EvidenceStore files;
    private final Lists lists;

    EvidenceReading(EvidenceStore files, Lists lists) {
        this.files = files;
        this.lists = lists;
    }

    /** @throws ProblemException 404 when there is none that the caller may see */
    EvidenceView get(UUID id) {
        return files.one(id).orElseThrow(() -> ProblemException.notFound(id.toString()));
    }

    @Transactional
    Page<EvidenceView> list(String checkpoint, ListRequest asked) {
        if (files.checkpoint(checkpoint).isEmpty()) {
            throw ProblemException.notFound(checkpoint);
        }
        ListRequest request = new ListRequest(
                asked.limit(),
                asked.sort(),
                asked.cursor(),
                asked.count(),
                new TreeMap<>(Map.of("checkpoint", List.of(checkpoint))));
        return lists.page(EvidenceStore.VIEW, FILES, request, EvidenceStore::view);
    }

    /**
     * Writes what a file holds. Each chunk is read by itself, so that a slow reader holds no connection to the database,
     * and none at all once it is gone.
     *
     * @throws EOFException when the file was deleted meanwhile
     */
    void copy(EvidenceView file, OutputStream to) throws IOException {
        long left = file.size();
        for (int no = 0; left > 0; no++) {
            byte[] chunk = files.chunk(file.id(), no).orElseThrow(EOFException::new);
            to.write(chunk);
            left -= chunk.length;
        }
    }
}
