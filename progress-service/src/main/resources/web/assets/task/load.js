/**
 * What the page of a task knows, and how it comes to know it. What is public is asked for by everybody; checkpoints, opinions
 * and the sheet only by who has signed in, to whom the services give what they may see.
 */
import { hasHealth } from '../board.js';
import { dayInSeoul } from '../days.js';

const NONE = [403, 404];

/** Stands for the answer to a question that need not be asked. */
const NOTHING = { ok: true, data: null };

/** A part that is not this reader's to see, and one that could not be had. */
export const HIDDEN = null;
export const FAILED = false;

/**
 * Reads a task and everything about it. What hangs on the task comes afterwards, so that the page shows early what it is.
 *
 * @param {string|null} code null where the address names none
 */
export async function read(page, code) {
    page.set({ code, phase: code === null ? 'missing' : 'loading', task: null, parts: {}, opened: new Set(), filed: new Map() });
    if (code === null) {
        return;
    }
    const answer = await page.api.get(`/api/v1/tasks/${encodeURIComponent(code)}`);
    if (page.state.code !== code || sessionOver(page, answer)) {
        return;
    }
    if (!answer.ok) {
        page.set({ phase: NONE.includes(answer.status) ? 'missing' : 'failed', problem: answer.problem });
        return;
    }
    page.set({ phase: 'ready', task: answer.data });
    await readParts(page, answer.data);
}

async function readParts(page, task) {
    const { api } = page;
    const code = encodeURIComponent(task.code);
    const parts = {
        plan: api.get(`/api/v1/plans/${encodeURIComponent(task.plan)}`),
        agencies: api.all('/api/v1/agencies'),
        cycles: api.all(`/api/v1/cycles?plan=${encodeURIComponent(task.plan)}`),
        health: hasHealth(task) ? api.get(`/api/v1/health/${code}`) : NOTHING,
        healths: api.all(`/api/v1/health/${code}/history`),
        history: api.all(`/api/v1/tasks/${code}/history`),
        published: api.get(`/open/v1/indicators?task=${code}&numOfRows=1000`),
    };
    if (page.session.signedIn) {
        parts.sheet = api.get(`/api/v1/reports/tasks/${code}`);
        parts.checkpoints = api.all(`/api/v1/checkpoints?task=${code}`);
        parts.opinions = api.all(`/api/v1/opinions?task=${code}`);
    }
    await Promise.all(Object.entries(parts).map(async ([name, asked]) => {
        const answer = await asked;
        if (page.state.code === task.code && !sessionOver(page, answer)) {
            page.set((state) => ({ parts: { ...state.parts, [name]: known(answer) } }));
        }
    }));
}

function known(answer) {
    return answer.ok ? answer.data : NONE.includes(answer.status) ? HIDDEN : FAILED;
}

/** A session that is over: that answer had the browser forget it, and what is public is read as the public does. */
function sessionOver(page, { status }) {
    if (status !== 401 || !page.session.signedIn) {
        return status === 401;
    }
    page.session = { ...page.session, signedIn: false, roles: [] };
    page.set({ over: true });
    read(page, page.state.code);
    return true;
}

/** Opens or closes what an agency filed; asked for when it is opened first. */
export async function toggle(page, id) {
    const opened = new Set(page.state.opened);
    if (opened.delete(id)) {
        page.set({ opened });
        return;
    }
    page.set({ opened: opened.add(id) });
    if (page.state.filed.get(id)) {
        return;
    }
    const address = `/api/v1/checkpoints/${encodeURIComponent(id)}`;
    const [submissions, history] = await Promise.all(['submissions', 'history'].map((what) => page.api.all(`${address}/${what}`)));
    if (!sessionOver(page, submissions)) {
        const filed = { submissions: known(submissions), history: known(history) };
        page.set((state) => ({ filed: new Map(state.filed).set(id, filed) }));
    }
}

/** The day by the clock of the services, which need not be that of this device; null as long as nobody has said. */
export function today({ parts }) {
    const reckoned = parts.health?.reckonedAt;
    return parts.sheet?.head?.day ?? (reckoned ? dayInSeoul(Date.parse(reckoned)) : null);
}

/** The agencies by their codes. */
export function agenciesOf({ parts }) {
    return new Map((parts.agencies || []).map((agency) => [agency.code, agency]));
}

/** The period of a cycle by its id. */
export function periodOf({ parts }, cycle) {
    return (parts.cycles || []).find(({ id }) => id === cycle)?.period ?? null;
}
