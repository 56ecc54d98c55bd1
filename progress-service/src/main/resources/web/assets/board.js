/** Questions that the panels ask of the state. All are answered by the tasks themselves: nothing is counted twice. */

/** The seven statuses in the order in which they are shown, as the domain names them. */
export const STATUSES = [
    'PROPOSED', 'SELECTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'DISCONTINUED', 'REJECTED',
];

/** The five states of health, from the best to where the work is done. */
export const HEALTHS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NOT_REPORTED', 'COMPLETED'];

/** Why a task has no health: it has not begun, it is not pursued, or it should have one and none is known. */
export const WITHOUT_HEALTH = ['NOT_STARTED', 'NOT_PURSUED', 'NO_DATA'];

const WHY_WITHOUT = {
    PROPOSED: 'NOT_STARTED', SELECTED: 'NOT_STARTED', REJECTED: 'NOT_PURSUED', DISCONTINUED: 'NOT_PURSUED',
};

/** A filter that lets every task pass. `split` asks for those whose three healths disagree. */
export const NO_FILTER = Object.freeze({ status: null, health: null, split: false });

/** Changes further apart than this were not made in one go. Milliseconds. */
const ONE_GO = 120_000;

/** The plans, the one with the most tasks to show first. */
export function plansOf(state) {
    const listed = (plan) => tasksOf(state, plan.code).length;
    return [...state.plans.values()].sort((a, b) => listed(b) - listed(a) || a.code.localeCompare(b.code));
}

/** The plan that is shown: the chosen one, else the one with the most tasks; null when there is none. */
export function shownPlan(state) {
    return state.plans.get(state.plan) ?? plansOf(state)[0] ?? null;
}

/** The tasks by their plans: every panel asks, and they are the same until one of them changes. */
const sortedOut = new WeakMap();

/** The tasks of a plan in the order of their numbers. */
export function tasksOf({ tasks }, planCode) {
    if (!sortedOut.has(tasks)) {
        sortedOut.set(tasks, byPlan(tasks));
    }
    return sortedOut.get(tasks).get(planCode) ?? [];
}

function byPlan(tasks) {
    const plans = new Map();
    for (const task of tasks.values()) {
        plans.get(task.plan)?.push(task) ?? plans.set(task.plan, [task]);
    }
    plans.forEach((list) => list.sort((a, b) => (a.no ?? Infinity) - (b.no ?? Infinity) || a.code.localeCompare(b.code)));
    return plans;
}

/** The last move of a task that this page saw, else the last of its health; null without. */
export function moveOfTask({ moved }, { code, health }) {
    return moved.get(code)
        ?? (health?.previous ? { kind: 'health', from: health.previous, to: health.headline, at: health.since } : null);
}

/** The share filed in time of what was due in a cycle by now; null where nothing was. */
export function onTimeOf({ progress }) {
    const due = progress.onTime + progress.late + progress.overdue + progress.missed;
    return due === 0 ? null : progress.onTime / due;
}

/** How many tasks the plan declares, and how many of each origin are listed. `declared` is null when not stated. */
export function totalsOf(plan, tasks) {
    const count = (origin) => tasks.filter((task) => task.origin === origin).length;
    return {
        declared: plan.totals?.declared ?? null,
        listed: tasks.length,
        published: count('PUBLISHED'),
        documented: count('DOCUMENTED'),
        registered: count('REGISTERED'),
    };
}

/** The health that a task is shown with, one of HEALTHS or of WITHOUT_HEALTH. */
export function healthOf(task) {
    return task.health?.headline ?? WHY_WITHOUT[task.status] ?? 'NO_DATA';
}

/** Whether a task in a status has a health: not one that has not begun or is not pursued. */
export function hasHealth({ status }) {
    return !(status in WHY_WITHOUT);
}

/** Whether the tasks come with their health, be it null: an older server says nothing of it. */
export function knowsHealth(tasks) {
    return tasks.some((task) => task.health !== undefined);
}

/** Every health with the number of tasks in it, then why the others have none, zeros included. */
export function countByHealth(tasks) {
    const counts = counted(tasks, healthOf);
    return [...HEALTHS, ...WITHOUT_HEALTH].map((health) => ({ health, count: counts.get(health) ?? 0 }));
}

function counted(tasks, kindOf) {
    const counts = new Map();
    for (const task of tasks) {
        const kind = kindOf(task);
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return counts;
}

/** Whether the healths of a task that are stated disagree. */
export function isSplit(task) {
    return task.health?.disagreement === true;
}

/** The tasks that pass a filter. */
export function passing(tasks, { status, health, split }) {
    return tasks.filter((task) =>
        (status === null || task.status === status)
        && (health === null || healthOf(task) === health)
        && (!split || isSplit(task)));
}

/** Whether a filter holds anything back. */
export function isFiltering({ status, health, split }) {
    return status !== null || health !== null || split;
}

/**
 * The cycle that is shown: the chosen one, else the newest that is open, else the newest that was, else the next.
 * Null where there is none. The cycles of a plan come with the newest period last.
 */
export function shownCycle(plan, chosen) {
    const cycles = plan.cycles ?? [];
    const newest = (status) => cycles.findLast((cycle) => cycle.status === status);
    return cycles.find((cycle) => cycle.id === chosen) ?? newest('OPEN') ?? newest('CLOSED') ?? cycles[0] ?? null;
}

/** A cycle's checkpoints by whether they came in, in the order of a bar. Together they are all that are expected. */
export function partsOf({ expected, received, onTime, late, overdue, missed }) {
    const counts = { onTime, late, notYet: expected - received - overdue - missed, overdue, missed };
    return Object.entries(counts).map(([part, count]) => ({ part, count }));
}

/** The tasks of which something is awaited in a cycle by a day, by their numbers. */
export function awaitedOn(tasks, { cycle, dueOn }) {
    return tasks.filter(({ checkpoints }) => checkpoints?.cycle === cycle && checkpoints.nextDueOn === dueOn);
}

/** Every status with the number of tasks in it, zeros included. */
export function countByStatus(tasks) {
    const counts = counted(tasks, (task) => task.status);
    return STATUSES.map((status) => ({ status, count: counts.get(status) ?? 0 }));
}

/**
 * The tasks by area in the plan's order; those without one come last, if there are any, as an area whose code is null.
 * `assigned` says whether all, some or none of the tasks were put there by this project.
 */
export function areasOf(plan, tasks) {
    const known = new Set(plan.areas.map((area) => area.code).filter((code) => code !== null));
    const areas = plan.areas
        .filter((area) => area.code !== null)
        .map((area) => ({ code: area.code, name: area.name, tasks: tasks.filter((task) => task.area === area.code) }));
    const without = tasks.filter((task) => !known.has(task.area));
    if (without.length > 0) {
        areas.push({ code: null, name: null, tasks: without });
    }
    return areas.map((area) => ({ ...area, assigned: area.code === null ? 'none' : share(area.tasks) }));
}

function share(tasks) {
    const assigned = tasks.filter((task) => task.areaProvenance === 'ASSIGNED').length;
    return assigned === 0 ? 'none' : assigned === tasks.length ? 'all' : 'some';
}

/**
 * The feed's entries, newest first. Neighbouring lines of the same kind that came in one go, and whose number says it
 * all, become one entry ("30 tasks were registered"). `more` says that the feed ends inside the group, so that its count is a minimum.
 */
export function feedEntries(changes, feedLength) {
    const entries = [];
    for (const change of changes) {
        const last = entries.at(-1);
        if (last && isBulk(change) && last.type === change.type && near(last, change)) {
            last.changes.push(change);
        } else {
            entries.push({ type: change.type, changes: [change], more: false });
        }
    }
    const oldest = entries.at(-1);
    if (oldest && oldest.changes.length > 1 && changes.length >= feedLength) {
        oldest.more = true;
    }
    return entries;
}

function isBulk(change) {
    return change.type.endsWith('.registered') || change.type === 'checkpoint.overdue';
}

function near(entry, change) {
    return Math.abs(Date.parse(entry.changes.at(-1).at) - Date.parse(change.at)) <= ONE_GO;
}
