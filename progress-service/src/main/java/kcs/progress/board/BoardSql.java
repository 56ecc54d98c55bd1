package kcs.progress.board;

/** The statements that write an event to the board: each takes the same values in the same order. */
final class BoardSql {
    private static final String EVENT = """
            WITH event AS (SELECT ?::uuid AS event_id, ?::timestamptz AS at, ?::bigint AS epoch, ?::bigint AS sequence,
                ?::text AS type, ?::text AS noun, ?::text AS subject, ?::jsonb AS title, ?::text AS from_status,
                ?::text AS to_status, ?::text AS reason, ?::text AS actor_agency, ?::text AS action, ?::text AS task,
                ?::text AS agency, ?::text AS cycle, ?::date AS until, ?::text AS visibility, ?::text[] AS participants,
                ?::boolean AS listed, ?::jsonb AS state),
            """;

    /** Everybody sees it. A state only follows an older one. */
    private static final String STATE = """
            state AS (
                INSERT INTO board.board_%s AS b (code, state, changed_at, epoch, sequence)
                SELECT subject, state, at, epoch, sequence FROM event
                ON CONFLICT (code) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at,
                    epoch = excluded.epoch, sequence = excluded.sequence
                WHERE (b.epoch, b.sequence) < (excluded.epoch, excluded.sequence)),
            """;

    /** It is seen as its task is; {@code before} still sees what the statement replaces. */
    private static final String GUARDED_STATE = """
            before AS (SELECT visibility, participants FROM board.board_%1$s WHERE code = (SELECT subject FROM event)),
            state AS (
                INSERT INTO board.board_%1$s AS b
                    (code, visibility, participants, state, changed_at, epoch, sequence)
                SELECT subject, visibility, participants, state, at, epoch, sequence FROM event
                ON CONFLICT (code) DO UPDATE SET visibility = excluded.visibility,
                    participants = excluded.participants, state = excluded.state, changed_at = excluded.changed_at,
                    epoch = excluded.epoch, sequence = excluded.sequence
                WHERE (b.epoch, b.sequence) < (excluded.epoch, excluded.sequence)),
            """;

    /** Of what nobody can lose sight of, and of what came late: whoever could see it then sees it. */
    private static final String NO_BEFORE =
            "before AS (SELECT NULL::text AS visibility, NULL::text[] AS participants),\n";

    private static final String LINE = """
            next AS (UPDATE board.board_feed SET last = last + 1 RETURNING last)
            INSERT INTO board.board_change (seq, event_id, at, epoch, sequence, type, noun, subject, title, from_status,
                to_status, reason, actor_agency, action, task, agency, cycle, until, visibility, participants, listed,
                visibility_before, participants_before)
            SELECT next.last, event_id, at, epoch, sequence, type, noun, subject, title, from_status, to_status, reason,
                actor_agency, action, task, agency, cycle, until, event.visibility, event.participants, listed,
                before.visibility, before.participants
            FROM event CROSS JOIN next LEFT JOIN before ON true
            ON CONFLICT (event_id) DO NOTHING""";

    /** The line, and no state. */
    static final String LINE_ALONE = EVENT + NO_BEFORE + LINE;

    private BoardSql() {}

    /** The state and the line, for a noun that the board shows. */
    static String stateAndLine(String noun) {
        return switch (noun) {
            case FeedEntry.TASK, FeedEntry.CHECKPOINT, FeedEntry.HEALTH -> EVENT + GUARDED_STATE.formatted(noun) + LINE;
            case FeedEntry.EXTENSION -> LINE_ALONE;
            default -> EVENT + STATE.formatted(noun) + NO_BEFORE + LINE;
        };
    }
}
