package kcs.progress.reports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * A meeting as it was told by then.
 *
 * @param heldAt when it begins; null where the document does not say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MeetingThen(String id, Instant heldAt) {}
