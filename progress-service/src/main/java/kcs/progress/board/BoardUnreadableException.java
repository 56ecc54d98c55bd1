package kcs.progress.board;

import java.sql.SQLException;

/** The board cannot be read now: the database is away, or the projection is just being made anew. */
public class BoardUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BoardUnreadableException(SQLException cause) {
        super("the board cannot be read: " + cause.getMessage(), cause);
    }
}
