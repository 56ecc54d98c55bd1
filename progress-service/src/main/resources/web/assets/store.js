/**
 * What the page knows, as one immutable state and one pure function from state and message to state.
 * Nothing here reads a clock, the network or the document: the time comes with the message.
 */

import { NO_FILTER } from './board.js';
import { moveOf } from './telling.js';

/** How many of the latest changes are kept; the snapshot carries as many. */
export const FEED_LENGTH = 50;

/** How long a changed task stays marked as just changed, in milliseconds. */
export const RECENT_FOR = 8_000;

/** Before the first snapshot. */
export function initial({ filter = NO_FILTER, plan = null, cycle = null, today }) {
    return {
        phase: 'loading', // loading, ready, failed
        failure: null, // {kind: 'network' | 'server', status}
        connection: 'connecting', // connecting, live, reconnecting, offline
        cursor: null,
        asOf: null,
        lastEventAt: null,
        trouble: { gaps: 0, parked: 0, staleSubjects: [] },
        plans: new Map(),
        agencies: new Map(),
        tasks: new Map(),
        changes: [],
        recent: new Map(), // task code → instant in ms until which it is marked
        moved: new Map(), // task code → the move of its status or health that this page saw happen
        opened: new Set(), // codes of the tasks whose healths are to be shown side by side
        reasons: new Map(), // task code → why its health is derived so; false if not to be had
        frozen: null, // the feed as it was when it was paused
        feedWhole: false, // whether the feed shows all that it has
        filter,
        // What the rows follow: that moves hundreds of them, and comes after what was pressed shows that it was.
        shown: filter,
        unfolded: new Set(),
        plan,
        cycle, // id of the chosen one; null for the newest
        today, // in Seoul
        sort: { by: 'with', descending: true }, // of the table of agencies
        demonstration: false,
        session: null, // who has signed in, as the service says; null until it has said so
        ended: false, // whether who had signed in is no longer
    };
}

/** The state after a message. An unknown message changes nothing. */
export function reduce(state, message) {
    switch (message.type) {
        case 'snapshot':
            return withSnapshot(state, message.dashboard);
        case 'failed':
            // What is already on the screen stays there: it is older, not wrong.
            return { ...state, phase: state.phase === 'ready' ? 'ready' : 'failed', failure: message.failure };
        case 'retrying':
            return { ...state, phase: state.phase === 'ready' ? 'ready' : 'loading' };
        case 'connection':
            return state.connection === message.connection ? state : { ...state, connection: message.connection };
        case 'change':
            return withChange(state, message);
        case 'gone':
            return withGone(state, message);
        case 'settle':
            return withSettled(state, message.now);
        case 'filter':
            return { ...state, filter: { ...state.filter, ...message.filter } };
        case 'follow':
            return state.shown === state.filter && state.unfolded === state.opened
                ? state : { ...state, shown: state.filter, unfolded: state.opened };
        case 'plan':
            return { ...state, plan: message.code, cycle: null };
        case 'cycle':
            return { ...state, cycle: message.id };
        case 'sort':
            return { ...state, sort: message.sort };
        case 'opened':
            return { ...state, opened: toggled(state.opened, message.code) };
        case 'reasons':
            return { ...state, reasons: new Map(state.reasons).set(message.code, message.reasons) };
        case 'session':
            return withSession(state, message.session);
        case 'pause':
            return { ...state, frozen: state.changes };
        case 'feedWhole':
            return { ...state, feedWhole: !state.feedWhole };
        case 'resume':
            return { ...state, frozen: null };
        default:
            return state;
    }
}

/** Whether a cursor is of the same generation as another and not beyond it. */
export function isCovered(cursor, by) {
    const [a, b] = [position(cursor), position(by)];
    return a !== null && b !== null && a.generation === b.generation && a.sequence <= b.sequence;
}

function position(cursor) {
    const cut = typeof cursor === 'string' ? cursor.lastIndexOf('-') : -1;
    const sequence = cut < 0 ? NaN : Number(cursor.slice(cut + 1));
    return Number.isFinite(sequence) ? { generation: cursor.slice(0, cut), sequence } : null;
}

function withSnapshot(state, dashboard) {
    const freshness = dashboard.freshness ?? {};
    const tasks = byCode(dashboard.tasks);
    return {
        ...state,
        phase: 'ready',
        failure: null,
        cursor: dashboard.cursor,
        asOf: dashboard.asOf,
        lastEventAt: freshness.lastEventAt ?? dashboard.asOf,
        trouble: {
            gaps: freshness.gaps ?? 0,
            parked: freshness.parked ?? 0,
            staleSubjects: freshness.staleSubjects ?? [],
        },
        plans: byCode(dashboard.plans),
        agencies: byCode(dashboard.agencies),
        tasks,
        changes: dashboard.changes.slice(0, FEED_LENGTH),
        demonstration: dashboard.demonstration === true,
        today: dashboard.day ?? state.today,
        moved: new Map([...state.moved].filter(([code, move]) => holds(move, tasks.get(code)))),
    };
}

function holds({ kind, to }, task) {
    return (kind === 'health' ? task?.health?.headline : task?.status) === to;
}

function withSession(state, session) {
    return { ...state, session, ended: !session.signedIn && (state.ended || state.session?.signedIn === true) };
}

function toggled(codes, code) {
    const next = new Set(codes);
    if (!next.delete(code)) {
        next.add(code);
    }
    return next;
}

function withChange(state, { id, payload, now }) {
    if (isCovered(id, state.cursor)) {
        return state; // a repetition: the stream may give the same change twice, the state takes it once
    }
    const { change, task, agency, plan } = payload;
    const next = { ...state, cursor: id ?? state.cursor };
    if (plan) {
        next.plans = new Map(state.plans).set(plan.code, plan);
    }
    if (agency) {
        next.agencies = new Map(state.agencies).set(agency.code, agency);
    }
    if (task) {
        next.tasks = new Map(state.tasks).set(task.code, task);
    }
    if (task && change) {
        // Where there is no line, only its counts are others now: many tasks at once, and nothing to look at.
        next.recent = new Map(state.recent).set(task.code, now + RECENT_FOR);
        const move = moveOf(change);
        next.moved = move ? new Map(state.moved).set(task.code, { ...move, at: change.at }) : state.moved;
    }
    if (change) {
        next.changes = [change, ...state.changes.filter((known) => known.id !== change.id)].slice(0, FEED_LENGTH);
        next.asOf = later(state.asOf, change.at);
        next.lastEventAt = later(state.lastEventAt, change.at);
    }
    return next;
}

function withGone(state, { id, payload }) {
    if (isCovered(id, state.cursor)) {
        return state;
    }
    const { plan } = payload;
    const tasks = new Map(state.tasks);
    tasks.delete(payload.code);
    const others = (change) => change.code !== payload.code;
    return {
        ...state,
        cursor: id ?? state.cursor,
        tasks,
        plans: plan ? new Map(state.plans).set(plan.code, plan) : state.plans,
        changes: state.changes.filter(others),
        frozen: state.frozen?.filter(others) ?? null,
    };
}

function withSettled(state, now) {
    const recent = new Map([...state.recent].filter(([, until]) => until > now));
    return recent.size === state.recent.size ? state : { ...state, recent };
}

function byCode(items) {
    return new Map(items.map((item) => [item.code, item]));
}

function later(one, other) {
    return one !== null && Date.parse(one) >= Date.parse(other) ? one : other;
}
