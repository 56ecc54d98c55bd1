package kcs.chassis.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most {@code limit}
 * @param nextCursor asks for the page after this one; null at the end
 * @param total how many there are in all; only when {@code count=true} was asked
 */
public record Page<T>(
        List<T> items,
        String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor, total);
    }
}
