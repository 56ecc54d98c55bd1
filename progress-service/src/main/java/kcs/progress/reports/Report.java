package kcs.progress.reports;

import kcs.chassis.problem.ProblemException;
import kcs.progress.document.ReportDocument;
import kcs.progress.words.Words;

/** A report: as data for machines, and as a document for people. */
interface Report {

    ReportHead head();

    /** What its files are called, without suffix. */
    String fileName();

    /**
     * The same report, all of it in the memory: it can be written where there is no transaction any more.
     *
     * @param most how many items it may have that need not fit into the memory
     * @throws ProblemException 422 when it has more
     */
    default Report held(int most) {
        return this;
    }

    /** Whether all of it is in the memory; else it must be written inside a transaction. */
    default boolean atHand() {
        return true;
    }

    /** As people read it; its rows may be read only as they are written. */
    ReportDocument document(Words words);
}
