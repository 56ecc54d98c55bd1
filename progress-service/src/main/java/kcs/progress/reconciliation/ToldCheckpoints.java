package kcs.progress.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Judges checkpoints by the words that were told of them: days are text here, which is as good to compare. */
final class ToldCheckpoints {
    private final Map<String, ? extends JsonNode> cycles;
    private final String day;

    /**
     * @param cycles by id
     * @param day on which it is judged what is in time
     */
    ToldCheckpoints(Map<String, ? extends JsonNode> cycles, String day) {
        this.cycles = cycles;
        this.day = day;
    }

    static String text(JsonNode item, String field) {
        return item.path(field).textValue();
    }

    static boolean is(JsonNode item, String status) {
        return status.equals(text(item, "status"));
    }

    boolean filed(JsonNode checkpoint) {
        return text(checkpoint, "firstSubmittedOn") != null;
    }

    boolean inTime(JsonNode checkpoint, boolean extended) {
        return filed(checkpoint) && !late(checkpoint, extended);
    }

    boolean late(JsonNode checkpoint, boolean extended) {
        return filed(checkpoint) && text(checkpoint, "firstSubmittedOn").compareTo(due(checkpoint, extended)) > 0;
    }

    /** Whether it counts towards a rate. */
    boolean counts(JsonNode checkpoint, boolean extended) {
        return filed(checkpoint) || day.compareTo(due(checkpoint, extended)) > 0;
    }

    boolean overdue(JsonNode checkpoint) {
        return passed(checkpoint) && canBeFiled(checkpoint);
    }

    boolean missed(JsonNode checkpoint) {
        return passed(checkpoint) && !canBeFiled(checkpoint);
    }

    private boolean passed(JsonNode checkpoint) {
        return !filed(checkpoint) && counts(checkpoint, true);
    }

    private boolean canBeFiled(JsonNode checkpoint) {
        JsonNode cycle = cycles.get(text(checkpoint, "cycle"));
        boolean closed = cycle != null && is(cycle, "CLOSED");
        return !closed && day.compareTo(text(checkpoint, "locksOn")) <= 0;
    }

    boolean awaited(JsonNode checkpoint) {
        return is(checkpoint, "OPEN") || is(checkpoint, "RETURNED");
    }

    String awaitedOn(JsonNode checkpoint) {
        String returned = text(checkpoint, "returnedDueOn");
        return is(checkpoint, "RETURNED") && returned != null ? returned : due(checkpoint, true);
    }

    private static String due(JsonNode checkpoint, boolean extended) {
        String due = text(checkpoint, "dueOn");
        String until = text(checkpoint, "extendedDueOn");
        return extended && until != null && until.compareTo(due) > 0 ? until : due;
    }
}
