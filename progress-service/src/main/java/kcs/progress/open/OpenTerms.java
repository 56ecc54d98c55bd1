package kcs.progress.open;

/**
 * What is said beside all open data.
 *
 * @param demonstration whether the stack plays a year for show
 */
record OpenTerms(Licence licence, boolean demonstration) {}
