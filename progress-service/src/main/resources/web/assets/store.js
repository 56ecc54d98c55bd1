/**
 * What the page knows, as one immutable state and one pure function from state and message to state.
 * Nothing here reads a clock, the network or the document: the time comes with the message.
 */

/** How many of the latest changes are kept; the snapshot carries as many. */
export const FEED_LENGTH = 50;

/** How long a changed task stays marked as just changed, in milliseconds. */
export const RECENT_FOR = 8_000;

/** Before the first snapshot. */
export function initial({ filter = null, plan = null } = {}) {
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
        moved: new Map(), // task code → the change of status that this page saw happen
        frozen: null, // the feed as it was when it was paused
        filter,
        plan,
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
            return { ...state, filter: message.status };
        case 'plan':
            return { ...state, plan: message.code };
        case 'pause':
            return { ...state, frozen: state.changes };
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
        moved: new Map([...state.moved].filter(([code, { to }]) => tasks.get(code)?.status === to)),
    };
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
        next.recent = new Map(state.recent).set(task.code, now + RECENT_FOR);
        if (change?.from && change?.to) {
            next.moved = new Map(state.moved).set(task.code, { from: change.from, to: change.to });
        }
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
    const tasks = new Map(state.tasks);
    tasks.delete(payload.code);
    const others = (change) => change.code !== payload.code;
    return {
        ...state,
        cursor: id ?? state.cursor,
        tasks,
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
