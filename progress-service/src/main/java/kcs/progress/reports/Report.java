package kcs.progress.reports;

import kcs.progress.document.ReportDocument;
import kcs.progress.words.Words;

/** A report: as data for machines, and as a document for people. */
interface Report {

    ReportHead head();

    /** What its files are called, without suffix. */
    String fileName();

    /** As people read it; its rows may be read only as they are written. */
    ReportDocument document(Words words);
}
