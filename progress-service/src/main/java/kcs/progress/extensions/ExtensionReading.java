package kcs.progress.extensions;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;

/** Reads requests for more time, as far as the caller may see them. */
@Singleton
class ExtensionReading {
    static final ListSpec LIST = ListSpec.of("extension", "id", "id::text")
            .sort("askedAt", "asked_at")
            .filter("status", "status = ANY (?)", ExtensionStatus.class)
            .filter("cycle", "cycle = ANY (?)")
            .filter("checkpoint", "checkpoint = ANY (?)")
            .filter("task", "task = ANY (?)")
            .filter("agency", "agency = ANY (?)")
            .build();

    private final Lists lists;
    private final ExtensionStore extensions;
    private final CurrentCaller current;

    ExtensionReading(Lists lists, ExtensionStore extensions, CurrentCaller current) {
        this.lists = lists;
        this.extensions = extensions;
        this.current = current;
    }

    @Transactional
    ExtensionView view(String id) {
        return ExtensionView.of(extensions.get(id), current.get());
    }

    @Transactional
    Page<ExtensionView> list(ListRequest request) {
        Caller caller = current.get();
        return lists.page(
                ExtensionStore.COLUMNS, LIST, request, row -> ExtensionView.of(ExtensionStore.extension(row), caller));
    }
}
