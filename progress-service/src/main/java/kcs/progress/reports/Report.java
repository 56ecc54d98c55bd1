package kcs.progress.reports;

import kcs.chassis.problem.ProblemException;
import kcs.progress.document.ReportDocument;
import kcs.progress.words.Words;

/** A report: as data for machines, and as a document for people. */
interface Report extends AutoCloseable {

    ReportHead head();

    /** What its files are called, without suffix. */
    String fileName();

    /**
     * The same report, all of it in the memory; this one can be closed then.
     *
     * @param most how many items it may have that need not fit into the memory
     * @throws ProblemException 422 when it has more
     */
    default Report held(int most) {
        return this;
    }

    /** Whether all of it is in the memory; else it is long, and to be written as it is read. */
    default boolean inMemory() {
        return true;
    }

    /** Lets go of what is not in the memory. */
    @Override
    default void close() {}

    /** As people read it; its rows may be read only as they are written. */
    ReportDocument document(Words words);
}
