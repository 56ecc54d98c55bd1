package kcs.progress.reports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.Visibility;

/** A checkpoint as it was told by then: all that a report says of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckpointThen(
        String id,
        String cycle,
        String plan,
        String period,
        String task,
        String agency,
        ParticipationRole role,
        Visibility visibility,
        Set<String> participants,
        CheckpointState.Status status,
        LocalDate dueOn,
        LocalDate extendedDueOn,
        LocalDate returnedDueOn,
        LocalDate locksOn,
        LocalDate firstSubmittedOn,
        Instant lastSubmittedAt,
        Integer acceptedNo,
        long version) {

    /** As {@link kcs.progress.told.ToldReading#checkpoints} hands it over. */
    static CheckpointThen of(ResultSet row) throws SQLException {
        return new CheckpointThen(
                row.getString("code"),
                row.getString("cycle"),
                row.getString("plan"),
                row.getString("period"),
                row.getString("task"),
                row.getString("agency"),
                read(row.getString("role"), ParticipationRole::valueOf),
                Visibility.valueOf(row.getString("visibility")),
                Set.of((String[]) row.getArray("participants").getArray()),
                read(row.getString("status"), CheckpointState.Status::valueOf),
                read(row.getString("due_on"), LocalDate::parse),
                read(row.getString("extended_due_on"), LocalDate::parse),
                read(row.getString("returned_due_on"), LocalDate::parse),
                read(row.getString("locks_on"), LocalDate::parse),
                read(row.getString("first_submitted_on"), LocalDate::parse),
                read(row.getString("last_submitted_at"), Instant::parse),
                read(row.getString("accepted_no"), Integer::valueOf),
                Long.parseLong(row.getString("version")));
    }

    private static <T> T read(String text, Function<String, T> reader) {
        return text == null ? null : reader.apply(text);
    }

    /** What it is judged by. */
    CheckpointState state() {
        return new CheckpointState(
                id,
                cycle,
                plan,
                task,
                agency,
                visibility,
                participants,
                status,
                dueOn,
                extendedDueOn,
                returnedDueOn,
                locksOn,
                firstSubmittedOn,
                version);
    }
}
