/** What a change of the feed says in words: the feed shows them, the announcer speaks them. */
import { agencyText } from './parts.js';

/** The kinds of state that move from one to another, by the kind of change that says so. */
const MOVES = {
    'task.status-changed': 'status',
    'task.health-changed': 'health',
    'cycle.status-changed': 'cycle',
    'agency.status-changed': 'status',
};

/**
 * What moved, when a change is a move from one state to another: `kind` is what the names of the states begin with.
 * A checkpoint is no such move: there it counts what was done.
 */
export function moveOf(change) {
    const kind = MOVES[change.type];
    return kind && change.from && change.to ? { kind, from: change.from, to: change.to } : null;
}

/** A move in words; `spoken` for those who listen, to whom an arrow says nothing. */
export function moveWords(s, { kind, from, to }, spoken = false) {
    return s.t(spoken ? 'feed.transitionSpoken' : 'feed.transition', { from: s.named(kind, from), to: s.named(kind, to) });
}

/** What it is that moved, where that is not plainly the status; else nothing. */
export function movedThing(s, { kind }) {
    return kind === 'status' ? null : s.t(`feed.kind.${kind}`);
}

/** The kind of a change in words; a kind that a newer server knows is simply a change. */
export function kindWords(s, agencies, change) {
    const agency = agencyText(s, agencies.get(change.agency), change.agency);
    const detail = change.type === 'checkpoint.status-changed' ? change.action : change.to;
    const kind = `feed.type.${change.type}`;
    const keys = [`${kind}.${detail}`, kind];
    if (change.until) {
        keys.unshift(`${kind}.${detail}.until`);
    }
    const until = change.until && s.date(change.until);
    return s.t(keys.find(s.has) ?? 'feed.type.other', { agency, until });
}
