package kcs.progress.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.progress.figures.JudgedCheckpoint;
import kcs.progress.figures.Tally;

/**
 * Tallies of the returns of a portfolio, of each cycle and of each task, and the returns themselves: few in the memory, many
 * in a file, so that they are read from the database once.
 */
final class Tallies {
    /** As many returns as are kept in the memory; a year of thirty tasks has some hundred. */
    private static final int FEW = 5_000;

    private final Spools spools;
    private final Map<String, Tally> cycles = new HashMap<>();
    private final Map<String, Tally> tasks = new HashMap<>();
    private final List<CheckpointLine> few = new ArrayList<>();

    /** Holds all of them, the first ones, too; null as long as they are few. */
    private Spool many;

    Tallies(Spools spools) {
        this.spools = spools;
    }

    void add(CheckpointThen checkpoint, JudgedCheckpoint judged) {
        cycles.computeIfAbsent(checkpoint.cycle(), any -> new Tally()).add(judged);
        tasks.computeIfAbsent(checkpoint.task(), any -> new Tally()).add(judged);
        keep(CheckpointLine.of(checkpoint, judged));
    }

    private void keep(CheckpointLine line) {
        if (many == null && few.size() == FEW) {
            many = spools.open();
            few.forEach(many::add);
            few.clear();
        }
        if (many == null) {
            few.add(line);
        } else {
            many.add(line);
        }
    }

    Tally all() {
        Tally all = new Tally();
        cycles.values().forEach(all::add);
        return all;
    }

    Tally ofCycle(String id) {
        return cycles.getOrDefault(id, new Tally());
    }

    Tally ofTask(String code) {
        return tasks.getOrDefault(code, new Tally());
    }

    /** Whoever has them closes them. */
    Streamed<CheckpointLine> returns() {
        return many == null ? Streamed.of(few) : many;
    }
}
