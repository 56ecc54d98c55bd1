/** Reading a task with its history, and changing it upon the version that was shown. */
import { held, load } from '../../work/loading.js';
import { focusSoon } from './form.js';
import { linesOfTask } from './history.js';
import { tellChange } from './words.js';

export const address = (code) => `/api/v1/tasks/${encodeURIComponent(code)}`;

/** Asks for a task and what was done to it. */
export function knowTask(page, code) {
    return Promise.all([
        load(page, 'task', code, (api) => api.get(address(code))),
        load(page, 'task.history', code, (api) => api.all(`${address(code)}/history?sort=-version`)),
    ]);
}

/**
 * Sends a change from a question.
 *
 * @param {function(object, string): Promise} call takes the calls of the API and the version the change is made upon
 * @param {string} done what is said once it is done
 * @returns the problem, or null: after a change by another the problem tells it, and sending again is upon that version
 */
export async function changeTask(page, call, done) {
    const { key, etag } = held(page, 'task');
    const answer = await call(page.api, etag);
    if (answer.ok || answer.status === 412) {
        await knowTask(page, key);
    }
    if (answer.ok) {
        page.set({ 'planning.done': { of: key, words: done } });
        page.announce(done);
        focusSoon('plan-done');
        return null;
    }
    return answer.status === 412 ? changedMeanwhile(page, answer.problem) : answer.problem;
}

function changedMeanwhile(page, problem) {
    const { s } = page;
    const last = lastChange(page);
    if (!last) {
        return { ...problem, title: s.t('conflict.title'), detail: s.t('planning.sendAgain') };
    }
    const { data } = held(page, 'task');
    const rows = (last.changes ?? []).flatMap((change) => tellChange(page, change, data?.plan));
    const words = [
        last.from && last.to && `${s.t('task.status')}: ${s.named('status', last.from)} → ${s.named('status', last.to)}`,
        ...rows.map(({ label, from, to }) => `${label}: ${from} → ${to}`),
        last.reason && `${s.t('form.reason')}: ${last.reason}`,
    ].filter(Boolean);
    return {
        ...problem,
        title: s.t('conflict.titleBy', { by: last.by, at: s.instant(last.at) }),
        detail: s.t('planning.sendAgain'),
        errors: words.map((detail, index) => ({ pointer: `#${index}`, detail })),
    };
}

/** What was done last to the task at hand, by whom and when. */
export function lastChange(page) {
    return linesOfTask(page, held(page, 'task.history').data ?? [])[0] ?? null;
}
