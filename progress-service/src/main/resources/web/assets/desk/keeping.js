/** Keeps what is typed: on this device at once, on the server as the agency's draft a moment later. */
import { draft as kept } from '../work/drafts.js';
import { draftOf, isWhole } from './content.js';

const MOMENT = 1500;
let timer = null;

/** Puts what was typed into the form. */
export function type(page, changes) {
    page.set(({ sheet }) => ({ sheet: { ...sheet, form: { ...sheet.form, ...changes }, restored: false } }));
    const { id, form, draftEtag, correcting } = page.state.sheet;
    kept(page.session.name, `checkpoint.${id}`).keep({ form, draftEtag, correcting });
    clearTimeout(timer);
    timer = correcting ? null : setTimeout(() => save(page), MOMENT);
}

export function stopKeeping(page) {
    if (timer !== null) {
        save(page);
    }
}

/** Saves the draft on the server. */
export async function save(page) {
    clearTimeout(timer);
    timer = null;
    const { sheet, api, session } = { ...page, sheet: page.state.sheet };
    if (!sheet?.form || sheet.conflict || sheet.filing) {
        return;
    }
    if (sheet.saving) {
        timer = setTimeout(() => save(page), MOMENT);
        return;
    }
    const update = (changes) => page.set((state) =>
        (state.sheet?.id === sheet.id ? { sheet: { ...state.sheet, ...changes } } : {}));
    update({ saving: true });
    const address = `/api/v1/checkpoints/${encodeURIComponent(sheet.id)}/draft`;
    const answer = await api.put(address, draftOf(sheet.form), { etag: sheet.draftEtag });
    if (answer.ok) {
        update({ saving: false, savedAt: new Date().toISOString(), draftEtag: answer.etag, unsaved: null });
        if (isWhole(sheet.form) && page.state.sheet?.form === sheet.form) {
            kept(session.name, `checkpoint.${sheet.id}`).forget();
        }
    } else if (answer.status === 412 || answer.status === 428) {
        const theirs = await api.get(address);
        update({ saving: false, conflict: theirs.ok ? { theirs: theirs.data, etag: theirs.etag } : null,
            unsaved: theirs.ok ? null : answer.problem });
    } else {
        update({ saving: false, unsaved: answer.problem });
    }
}

/** Forgets what was kept here, as it has been filed or given up. */
export function forget(page) {
    clearTimeout(timer);
    timer = null;
    kept(page.session.name, `checkpoint.${page.state.sheet.id}`).forget();
}
