/**
 * How far each task has come, and how much of its time has passed. The dashboard does not say it: it is asked of the healths
 * and the tasks once the rows stand, and again of a task that has changed.
 */
import { daysBetween } from './days.js';

const PAGE = 200;

/** So many changed tasks are asked for one by one; more than that are asked for as at the beginning. */
const ONE_BY_ONE = 5;

/** Spread out, so that not all who look ask in the same moment. Milliseconds. */
const SOON = 1_500;
const SPREAD = 4_000;

/** In percent, as the service reckons it; null where the first or the last day is not stated. */
export function elapsed(startsOn, endsOn, day) {
    if (!startsOn || !endsOn) {
        return null;
    }
    return day >= endsOn ? 100 : day <= startsOn ? 0
        : Math.round(100 * daysBetween(startsOn, day) / daysBetween(startsOn, endsOn));
}

/**
 * Follows how far the tasks have come.
 *
 * @param {function(Map)} found takes what is known now: code → {complete, startsOn, endsOn}
 */
export function advance(found) {
    const known = new Map();
    let plan = null;
    let changed = new Set();
    let timer = null;

    async function all(code) {
        plan = code;
        const [healths, tasks] = await Promise.all(['health', 'tasks'].map((what) => list(`/api/v1/${what}?plan=${encodeURIComponent(code)}`)));
        const done = new Map(healths.map(({ task, percentComplete }) => [task, percentComplete]));
        tasks.forEach((task) => known.set(task.code, entry(task, done.get(task.code))));
        found(new Map(known));
    }

    async function one(code) {
        const [health, task] = await Promise.all(['health', 'tasks'].map((what) => json(`/api/v1/${what}/${encodeURIComponent(code)}`)));
        if (task !== null) {
            known.set(code, entry(task, health?.percentComplete));
        }
    }

    async function again() {
        const codes = [...changed];
        changed = new Set();
        timer = null;
        if (codes.length > ONE_BY_ONE) {
            await all(plan);
        } else {
            await Promise.all(codes.map(one));
            found(new Map(known));
        }
    }

    return {
        /** Learns all of a plan, unless that is the one known. */
        of(code) {
            if (code !== plan) {
                all(code);
            }
        },
        /** Learns of a task anew, soon. */
        changed(code) {
            changed.add(code);
            timer ??= setTimeout(again, SOON + Math.random() * SPREAD);
        },
        /** Learns everything anew when it is asked for next: what was missed is not known. */
        forget() {
            plan = null;
        },
    };
}

function entry({ startsOn, endsOn }, complete) {
    return { complete: complete ?? null, startsOn, endsOn };
}

/** Every item of a list; what cannot be had is not there: the rows say that it is not known. */
async function list(path) {
    const items = [];
    let cursor = null;
    do {
        const page = await json(`${path}&limit=${PAGE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
        items.push(...(page?.items ?? []));
        cursor = page?.nextCursor ?? null;
    } while (cursor);
    return items;
}

async function json(path) {
    try {
        const answer = await fetch(path, { headers: { Accept: 'application/json' }, cache: 'no-cache' });
        return answer.ok ? await answer.json() : null;
    } catch (unreachable) {
        return null;
    }
}
