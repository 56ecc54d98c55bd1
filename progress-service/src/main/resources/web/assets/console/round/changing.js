/** Changing a resource by a form that is kept, and what is said when somebody else changed it meanwhile. */
import { conflictBox } from '../../work/conflict.js';
import { send, type } from './kept.js';
import { focusLater } from './pieces.js';

/**
 * Sends a change on top of the version that the form began with (`values.etag`).
 *
 * @param {string} name of the form in the page's state
 * @param {object} change `path`; `body(values)` what is sent; `begun(resource)` the values a form of it begins with; `done(answer)`
 */
export async function sendChange(page, name, change) {
    const answer = await send(page, name, (values) => page.api.patch(change.path, change.body(values), { etag: values.etag }), change.done);
    if (answer?.status === 412) {
        const now = await page.api.get(change.path);
        if (now.ok) {
            page.set({ [name]: { ...page.state[name], problem: null, conflict: { now: change.begun(now.data), etag: now.etag, at: now.data.changedAt } } });
            focusLater('conflict-title');
        }
    }
}

/**
 * Both versions, where there are two; null else.
 *
 * @param {object} view `fields` `[name, label, text(values)]` of what can differ, and `again()` which sends once more
 */
export function conflict(page, name, { fields, again }) {
    const { s } = page;
    const { conflict: other, values } = page.state[name];
    if (!other) {
        return null;
    }
    const settled = (changes) => {
        page.set({ [name]: { ...page.state[name], conflict: null } });
        type(page, name, { ...changes, etag: other.etag });
    };
    return conflictBox(s, {
        by: null, at: other.at,
        rows: fields.map(([label, text]) => ({ label, mine: text(values), theirs: text(other.now) })).filter(({ mine, theirs }) => mine !== theirs),
        keep: () => { settled({}); again(); },
        take: () => settled(other.now),
    });
}
