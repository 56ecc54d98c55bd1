/** The typeface of documents, and what is drawn rather than set: charts and lights. */
package kcs.progress.drawing;
