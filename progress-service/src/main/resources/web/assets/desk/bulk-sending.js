/** Sends the filled-in sheet: first as a trial that saves nothing, then to file all of it. */
import { ask } from '../work/dialog.js';
import { loadBulk } from './bulk.js';

const MOST = 5 * 1024 * 1024;
const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' };

function typeOf(file) {
    return TYPES[file.name.split('.').at(-1).toLowerCase()];
}

function set(page, changes) {
    page.set(({ bulk }) => ({ bulk: { ...bulk, ...changes } }));
}

export async function choose(page, file) {
    const { s } = page;
    const refused = !typeOf(file) ? 'bulk.wrongType' : file.size > MOST ? 'bulk.tooLarge' : null;
    set(page, { file, tried: null, filed: null, trouble: refused
        ? { status: 422, title: s.t('sheet.notUploaded', { name: file.name }), detail: s.t(refused), errors: [] } : null });
    if (refused) {
        show('bulk-result');
        return;
    }
    const answer = await send(page, 'try', true);
    set(page, { busy: null, tried: answer.ok ? answer.data.items : null, trouble: answer.problem });
    page.announce(s.t(answer.ok ? 'bulk.allRight' : 'bulk.notRight', { count: answer.ok ? answer.data.items.length : answer.problem.errors.length }));
    show('bulk-result');
}

export function fileAll(page) {
    const { s, state: { bulk: { tried } } } = page;
    ask(page, {
        title: s.t('bulk.fileAsk', { count: tried.length }), confirm: s.t('bulk.fileAll', { count: tried.length }),
        body: () => s.t('sheet.fileAskHint'),
        run: async () => {
            const answer = await send(page, 'file', false);
            if (!answer.ok) {
                set(page, { busy: null, tried: null, trouble: answer.problem });
                show('bulk-result');
                return null;
            }
            const count = answer.data.filed ?? answer.data.items.length;
            set(page, { busy: null, tried: null, file: null, trouble: null, filed: count });
            await loadBulk(page);
            page.announce(s.t('bulk.filed', { count }));
            show('bulk-done');
            return null;
        },
    });
}

async function send(page, busy, dryRun) {
    const { bulk: { id, file } } = page.state;
    set(page, { busy, part: 0 });
    return page.api.upload(`/api/v1/cycles/${encodeURIComponent(id)}/submissions?dryRun=${dryRun}`, file,
        { type: typeOf(file), progress: (part) => set(page, { part }) });
}

function show(id) {
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}
