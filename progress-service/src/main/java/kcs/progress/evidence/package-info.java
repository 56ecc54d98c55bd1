/** Files that show that a submission is true: taken, kept and given back as streams; and the links beside them. */
package kcs.progress.evidence;
