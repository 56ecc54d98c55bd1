package kcs.progress.board;

import java.util.List;

/**
 * Where the board is not what its sources are, each by aggregate ({@code task/KCS-2024-01}).
 *
 * @param gaps events that are missing and not fetched yet, one entry for each hole
 * @param parked records that could not be read, one entry for each; empty text where the record does not say what it is about
 * @param stale things of which a newer event could not be read
 */
public record Troubles(List<String> gaps, List<String> parked, List<String> stale) {
    public static final Troubles NONE = new Troubles(List.of(), List.of(), List.of());
}
