/** Loads one checkpoint with all that helps to fill it in. */
import { draft as kept } from '../work/drafts.js';
import { formOf, sameForm } from './content.js';
import { stopKeeping } from './keeping.js';

export const EDITABLE = ['OPEN', 'RETURNED'];

export async function loadSheet(page) {
    const { api, path: [, id] } = page;
    const at = (rest) => `/api/v1/checkpoints/${encodeURIComponent(id)}${rest}`;
    if (page.state.sheet?.id !== id) {
        page.set({ sheet: { id } });
    }
    const checkpoint = await api.get(at(''));
    if (!checkpoint.ok) {
        put(page, id, { problem: checkpoint.problem });
        return;
    }
    const { cycle, task, agency } = checkpoint.data;
    const [cycles, tasks, versions, steps, files, extensions, before, work] = await Promise.all([
        api.get(`/api/v1/cycles/${encodeURIComponent(cycle)}`),
        api.get(`/api/v1/tasks/${encodeURIComponent(task)}`),
        api.all(at('/submissions')), api.all(at('/history')), api.all(at('/evidence')),
        api.all(`/api/v1/extensions?checkpoint=${encodeURIComponent(id)}&sort=-askedAt`),
        api.all(`/api/v1/checkpoints?task=${encodeURIComponent(task)}&agency=${encodeURIComponent(agency)}&sort=-dueOn`),
        api.get('/api/v1/worklist'),
    ]);
    const failed = [cycles, tasks, versions, steps, files, extensions, before, work].find((answer) => !answer.ok);
    if (failed) {
        put(page, id, { problem: failed.problem });
        return;
    }
    const data = {
        checkpoint: checkpoint.data, cycle: cycles.data, task: tasks.data, versions: versions.data, steps: steps.data,
        files: files.data, extensions: extensions.data, today: work.data.today,
        last: await lastOf(api, before.data, checkpoint.data),
    };
    const item = work.data.items.find((one) => one.checkpoint === id);
    const draft = item?.draftSaved ? await api.get(at('/draft')) : null;
    put(page, id, { data, etag: checkpoint.etag, problem: null, ...typed(page, id, data, draft) });
}

/** What this agency filed for this task the last time before. */
async function lastOf(api, checkpoints, { id, cycleDueOn }) {
    const earlier = checkpoints.find((one) => one.id !== id && one.latestNo && one.cycleDueOn < cycleDueOn);
    if (!earlier) {
        return null;
    }
    const versions = await api.all(`/api/v1/checkpoints/${encodeURIComponent(earlier.id)}/submissions`);
    const submission = versions.ok
        ? versions.data.find(({ inForce }) => inForce) ?? versions.data.at(-1) : null;
    return submission ? { period: earlier.period, submission } : null;
}

/** What the form begins with: what stands on this device, else the server's draft, else what was filed last. */
function typed(page, id, data, draft) {
    const saved = draft?.ok ? draft.data : null;
    const etag = draft?.ok ? draft.etag : null;
    const base = formOf(saved ?? data.versions.at(-1));
    const here = kept(page.session.name, `checkpoint.${id}`).read();
    const isHere = here?.form && !sameForm(here.form, base);
    const startsOver = !saved && data.versions.length === 0;
    return {
        form: isHere ? here.form : startsOver ? formOf(null) : base,
        correcting: isHere && here.correcting === true && data.checkpoint.status === 'ACCEPTED',
        restored: Boolean(isHere), savedAt: null, draftEtag: etag, saving: false, trouble: null,
        // Saved elsewhere after it was typed here: neither goes over the other by itself.
        conflict: isHere && saved && here.draftEtag !== etag ? { theirs: saved, etag, at: null } : null,
        uploads: {}, filing: false, done: page.state.sheet?.done ?? null,
    };
}

export function put(page, id, changes) {
    page.set(({ sheet }) => (sheet?.id === id ? { sheet: { ...sheet, ...changes } } : {}));
}

/** What was typed is on this device already; what waits to be saved on the server is saved now. */
export function leaveSheet(page) {
    const { sheet } = page.state;
    if (sheet && (page.path[0] !== 'checkpoints' || page.path[1] !== sheet.id)) {
        stopKeeping(page);
        page.set({ sheet: undefined });
    }
}
