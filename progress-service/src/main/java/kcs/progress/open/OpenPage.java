package kcs.progress.open;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;

/**
 * Which page of a list is asked for.
 *
 * @param pageNo from 1
 * @param numOfRows how many items at most
 */
record OpenPage(int pageNo, int numOfRows) {
    static final String PAGE_NO = "pageNo";
    static final String NUM_OF_ROWS = "numOfRows";
    static final Set<String> PARAMETERS = Set.of(PAGE_NO, NUM_OF_ROWS);

    private static final int LAST_PAGE = 1_000_000;
    private static final int MOST_ROWS = 1_000;
    private static final int USUAL_ROWS = 10;

    /** @param faults to which is added what cannot be read */
    static OpenPage of(MultiMap parameters, List<FieldError> faults) {
        return new OpenPage(
                number(parameters, PAGE_NO, 1, LAST_PAGE, faults),
                number(parameters, NUM_OF_ROWS, USUAL_ROWS, MOST_ROWS, faults));
    }

    private static int number(MultiMap parameters, String name, int usual, int most, List<FieldError> faults) {
        String asked = Query.text(parameters, name);
        if (asked == null) {
            return usual;
        }
        if (asked.matches("[1-9][0-9]{0,6}") && Integer.parseInt(asked) <= most) {
            return Integer.parseInt(asked);
        }
        faults.add(FieldError.of(name, "range", 1, most));
        return usual;
    }

    /** The items of the page; none where it stands behind the last. */
    <T> List<T> of(List<T> all) {
        return all.stream()
                .skip((long) (pageNo - 1) * numOfRows)
                .limit(numOfRows)
                .toList();
    }
}
