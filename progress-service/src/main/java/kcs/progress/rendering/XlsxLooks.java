package kcs.progress.rendering;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** Gives cells of one look that stand below each other their look together: one by one it takes longer than writing. */
final class XlsxLooks {
    private final Worksheet sheet;

    /** The last one of each column. */
    private final List<Run> runs = new ArrayList<>();

    /** Cells from the first to the last row, both counted. */
    private record Run(XlsxLook look, int first, int last) {}

    XlsxLooks(Worksheet sheet) {
        this.sheet = sheet;
    }

    void put(int row, int column, XlsxLook look) {
        while (runs.size() <= column) {
            runs.add(null);
        }
        Run run = runs.get(column);
        boolean goesOn = run != null && run.last == row - 1 && run.look.equals(look);
        if (run != null && !goesOn) {
            settle(column, run);
        }
        runs.set(column, new Run(look, goesOn ? run.first : row, row));
    }

    /** Before the rows are sent off. */
    void settle() {
        for (int column = 0; column < runs.size(); column++) {
            if (runs.get(column) != null) {
                settle(column, runs.get(column));
            }
        }
        runs.clear();
    }

    private void settle(int column, Run run) {
        run.look.putOn(sheet.range(run.first, column, run.last, column).style());
    }
}
