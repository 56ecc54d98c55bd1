package kcs.progress.submissions;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.progress.checkpoints.CheckpointReading;

/** Reads what was filed, as far as the caller may see it. */
@Singleton
class Submissions {
    private static final String FROM = "submission s JOIN checkpoint c ON c.id = s.checkpoint";

    static final ListSpec OF_CHECKPOINT = ListSpec.of(FROM, "no", "s.no")
            .filter("checkpoint", "s.checkpoint = ANY (?)")
            .build();

    /** What may be asked; whose they are stands in the address. */
    static final ListSpec AS_ASKED = ListSpec.of(FROM, "no", "s.no").build();

    private final Lists lists;
    private final SubmissionStore store;
    private final CheckpointReading checkpoints;

    Submissions(Lists lists, SubmissionStore store, CheckpointReading checkpoints) {
        this.lists = lists;
        this.store = store;
        this.checkpoints = checkpoints;
    }

    @Transactional
    Page<SubmissionView> list(String checkpoint, ListRequest asked) {
        checkpoints.get(checkpoint);
        ListRequest request = new ListRequest(
                asked.limit(),
                asked.sort(),
                asked.cursor(),
                asked.count(),
                new TreeMap<>(Map.of("checkpoint", List.of(checkpoint))));
        return lists.page(SubmissionStore.COLUMNS, OF_CHECKPOINT, request, store::view);
    }
}
