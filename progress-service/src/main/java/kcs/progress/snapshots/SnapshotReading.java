package kcs.progress.snapshots;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.ProblemException;

/** Reads snapshots, as far as the caller may see them. */
@Singleton
class SnapshotReading {
    static final ListSpec LIST = ListSpec.of("snapshot", "no", "no")
            .filter("plan", "plan = ANY (?)")
            .filter("period", "period = ANY (?)")
            .filter("meeting", "meeting = ANY (?)")
            .build();

    private final Lists lists;
    private final SnapshotStore store;
    private final CurrentCaller current;

    SnapshotReading(Lists lists, SnapshotStore store, CurrentCaller current) {
        this.lists = lists;
        this.store = store;
        this.current = current;
    }

    @Transactional
    SnapshotView get(String id) {
        return SnapshotView.of(store.get(id), current.get());
    }

    @Transactional
    Page<SnapshotView> list(ListRequest request) {
        Caller caller = current.get();
        return lists.page(
                SnapshotStore.COLUMNS, LIST, request, row -> SnapshotView.of(SnapshotStore.snapshot(row), caller));
    }

    /**
     * A file of a snapshot.
     *
     * @param edition null for the most that the caller may read
     * @throws ProblemException 404 when there is none that the caller may read
     */
    @Transactional
    SnapshotStore.Kept file(String id, Edition edition, String format, String language) {
        Edition wanted = edition == null ? Edition.of(current.get()) : edition;
        return store.file(store.get(id), wanted, format, format.equals("json") ? "" : language)
                .orElseThrow(() -> ProblemException.notFound(id));
    }
}
