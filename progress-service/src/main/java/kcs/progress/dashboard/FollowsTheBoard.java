package kcs.progress.dashboard;

import java.util.List;
import kcs.progress.board.Board;
import kcs.progress.board.Cursor;
import kcs.progress.board.FeedEntry;

/** Is told whenever the board is another one, in order and on the thread that keeps it: whoever follows returns soon. */
public interface FollowsTheBoard {

    /**
     * The board went on.
     *
     * @param from where it stood before
     * @param latest as it is after the lines
     * @param entries the lines of the feed that led there, in their order
     */
    void advance(Cursor from, Board latest, List<FeedEntry> entries);

    /** The board is in another life, or looks different without an event: everyone is to read it anew. */
    void startAnew(Board latest);
}
