/** Meetings of the advisory committee: when and where, how many came, what was on the agenda and which reports were read. */
package kcs.progress.meetings;
