package kcs.progress.calendar;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** Tables of announced holidays: loaded and read. */
@Singleton
class HolidayTableService {
    /** A table does not change, so it has one version in the sense of entity tags. */
    static final long ONLY_VERSION = 1;

    static final ListSpec TABLES = ListSpec.of("holiday_table", "version", "ordinal")
            .sort("loadedAt", "loaded_at")
            .build();

    private final HolidayTableStore tables;
    private final Idempotency idempotency;
    private final Lists lists;
    private final Clock clock;

    HolidayTableService(HolidayTableStore tables, Idempotency idempotency, Lists lists, Clock clock) {
        this.tables = tables;
        this.idempotency = idempotency;
        this.lists = lists;
        this.clock = clock;
    }

    @Transactional
    Page<HolidayTableSummary> list(ListRequest request) {
        return lists.page(
                "version, content->'years' AS years, jsonb_array_length(content->'announced') AS days, loaded_at",
                TABLES,
                request,
                tables::summary);
    }

    /** @throws ProblemException 404 when there is no such table */
    @Transactional
    HolidayTable get(String version) {
        return tables.find(version).orElseThrow(() -> ProblemException.notFound(version));
    }

    /** Loads a table that is newer than all there are. */
    @Transactional
    Reply load(Change<LoadHolidayTable> change) {
        LoadHolidayTable command = change.command();
        return idempotency.once(change, () -> {
            refuse(command.contradictions());
            HolidayTable table = HolidayTable.of(command, clock.instant());
            if (!tables.add(table, change.caller())) {
                throw new ProblemException(409, "holiday-table-exists", table.version());
            }
            requireNewest(table.version());
            return idempotency.reply(201, "/api/v1/holiday-tables/" + table.version(), ONLY_VERSION, table);
        });
    }

    /** Whether it was missing; a table that is there stays as it is, and so does one that is newer. */
    @Transactional
    boolean addIfMissing(LoadHolidayTable announced, Caller by) {
        return tables.add(HolidayTable.of(announced, clock.instant()), by);
    }

    /** What was added just now is undone with the transaction. */
    private void requireNewest(String version) {
        String newest = tables.all().get(0).version();
        if (!newest.equals(version)) {
            refuse(List.of(FieldError.of("/version", "older-version", newest)));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
    }
}
