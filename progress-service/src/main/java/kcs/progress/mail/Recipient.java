package kcs.progress.mail;

import java.util.List;
import kcs.progress.directory.Label;

/**
 * Whom to write to at an agency.
 *
 * @param name of the agency today
 * @param addresses usable ones; none when nobody gave one
 */
record Recipient(Label name, List<String> addresses) {}
