package kcs.chassis.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items at most {@code limit}
 * @param nextCursor asks for the page after this one; null at the end
 * @param total how many there are in all; only when {@code count=true} was asked
 */
public record Page<T>(
        @Schema(required = true, maxItems = ListRequest.MOST)
        List<T> items,

        @Schema(
                required = true,
                nullable = true,
                maxLength = LONGEST_CURSOR,
                description = "Asks for the page after this one, as cursor; null at the end")
        String nextCursor,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minimum = "0", description = "How many there are in all; only with count=true")
        Long total) {

    /** The most characters that the API document allows a cursor. */
    public static final int LONGEST_CURSOR = 4000;

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor, total);
    }
}
