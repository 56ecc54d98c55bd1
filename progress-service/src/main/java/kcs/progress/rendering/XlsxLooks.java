package kcs.progress.rendering;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** Gives cells of one look that stand below each other their look together: one by one it takes longer than writing. */
final class XlsxLooks {
    private final Worksheet sheet;

    /** The last one of each column. */
    private final List<Run> runs = new ArrayList<>();

    /** Cells from the first to the last row, both counted; of no look when there are none. */
    private static final class Run {
        private XlsxLook look;
        private int first;
        private int last;

        private boolean goesOn(int row, XlsxLook next) {
            return look != null && last == row - 1 && look.equals(next);
        }
    }

    XlsxLooks(Worksheet sheet) {
        this.sheet = sheet;
    }

    void put(int row, int column, XlsxLook look) {
        while (runs.size() <= column) {
            runs.add(new Run());
        }
        Run run = runs.get(column);
        if (!run.goesOn(row, look)) {
            settle(column, run);
            run.look = look;
            run.first = row;
        }
        run.last = row;
    }

    /** Before the rows are sent off. */
    void settle() {
        for (int column = 0; column < runs.size(); column++) {
            settle(column, runs.get(column));
        }
    }

    private void settle(int column, Run run) {
        if (run.look != null) {
            run.look.putOn(sheet.range(run.first, column, run.last, column).style());
            run.look = null;
        }
    }
}
