package kcs.progress.reports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Set;
import kcs.progress.directory.Visibility;

/** An opinion as it was told by then, with who may see it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OpinionThen(
        String id,
        String meeting,
        String task,
        String addressedTo,
        String text,
        String status,
        Instant givenAt,
        String answer,
        String closingReason,
        Visibility visibility,
        Set<String> participants) {

    OpinionThen {
        visibility = visibility == null ? Visibility.GOVERNMENT : visibility;
        participants = participants == null ? Set.of() : Set.copyOf(participants);
    }

    OpinionLine line() {
        return new OpinionLine(id, meeting, task, addressedTo, text, status, givenAt, answer, closingReason);
    }
}
