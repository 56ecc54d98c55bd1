package kcs.progress.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.ParticipationRole;

/** Reads rows as {@link kcs.progress.told.ToldReading#checkpoints} hands them over. */
final class CheckpointRows {
    /** By how they are written: of a hundred thousand checkpoints nearly all have the same few. */
    private final Map<String, LocalDate> days = new HashMap<>();

    CheckpointThen read(ResultSet row, CycleState cycle) throws SQLException {
        return new CheckpointThen(
                row.getString("code"),
                cycle.id(),
                cycle.period(),
                row.getString("task"),
                row.getString("agency"),
                read(row.getString("role"), ParticipationRole::valueOf),
                read(row.getString("status"), CheckpointState.Status::valueOf),
                day(row.getString("due_on")),
                day(row.getString("extended_due_on")),
                day(row.getString("returned_due_on")),
                day(row.getString("locks_on")),
                day(row.getString("first_submitted_on")),
                Sql.instant(row, "last_submitted_at"),
                read(row.getString("accepted_no"), Integer::valueOf));
    }

    private LocalDate day(String text) {
        return text == null ? null : days.computeIfAbsent(text, LocalDate::parse);
    }

    private static <T> T read(String text, Function<String, T> reader) {
        return text == null ? null : reader.apply(text);
    }
}
