/** The whole cycle of an agency as one sheet: taken, filled in, tried, filed. */
import { h } from '../h.js';
import { content } from '../parts.js';
import { loaded } from '../work/loaded.js';
import { download } from '../work/download.js';
import { button, problemBox } from '../work/forms.js';
import { table } from '../work/table.js';
import { back, dueDay, moved } from './pieces.js';
import { choose, fileAll } from './bulk-sending.js';
import { refusals } from './bulk-refusals.js';

export async function loadBulk(page) {
    const { api, path: [, id] } = page;
    const at = `/api/v1/cycles/${encodeURIComponent(id)}`;
    const [cycle, due, work] = await Promise.all([api.get(at), api.get(`${at}/submissions`), api.get('/api/v1/worklist')]);
    const failed = [cycle, due, work].find((answer) => !answer.ok);
    page.set(({ bulk: before }) => ({
        bulk: failed ? { id, problem: failed.problem } : {
            ...(before?.id === id ? before : null), id, problem: null,
            data: { cycle: cycle.data, due: due.data, today: work.data.today },
        },
    }));
}

export function bulk(page) {
    const { s, state } = page;
    const slot = state.bulk?.id === page.path[1] ? state.bulk : undefined;
    return loaded(s, slot, () => loadBulk(page), ({ cycle, due, today }) => [
        back(s),
        h('header', { class: 'card sheet-head', key: 'head' },
            h('div', { class: 'sheet-what' },
                h('p', { class: 'owed-facts' }, s.t('round.titleOf', { period: s.period(cycle.period) }), ' · ', cycle.plan),
                h('h1', null, s.t('desk.bulkTitle')),
                h('p', null, s.t('bulk.intro', { count: due.items.length })),
                moved(s, cycle.dueDerivation)),
            dueDay(s, today, cycle.dueOn)),
        slot.filed && h('p', { class: 'done-line', id: 'bulk-done', key: 'done', tabindex: -1 },
            s.t('bulk.filed', { count: slot.filed }), ' ', h('a', { href: '/desk' }, s.t('desk.back'))),
        due.items.length === 0 ? h('div', { class: 'card', key: 'none' }, h('p', null, s.t('bulk.none'))) : steps(page, slot, due),
    ]);
}

function steps(page, slot, due) {
    const { s } = page;
    return h('ol', { class: 'bulk-steps', key: 'steps' },
        h('li', { class: 'card', key: 'take' }, h('h2', null, s.t('bulk.take')),
            h('p', null, s.t('bulk.takeHint')),
            problemBox(s, slot.downloadProblem, { form: 'download' }),
            h('div', { class: 'actions' }, ['xlsx', 'csv'].map((format) => button(s, {
                key: format, label: s.t(`bulk.${format}`), busy: slot.downloading === format, run: () => take(page, slot.id, format) }))),
            h('details', null, h('summary', null, s.t('bulk.rows', { count: due.items.length })),
                h('ul', { class: 'plain-list' }, due.items.map((item) => h('li', { key: item.checkpoint },
                    content(s, item.taskTitle), ' ', h('span', { class: 'code' }, item.task)))))),
        h('li', { class: 'card', key: 'give' }, h('h2', null, s.t('bulk.give')),
            h('p', { id: 'bulk-hint' }, s.t('bulk.giveHint')),
            h('div', { class: 'evidence-add' },
                h('label', { class: 'button', for: 'bulk-file' }, s.t('bulk.choose')),
                h('input', { id: 'bulk-file', class: 'file-input', type: 'file', accept: '.xlsx,.csv', 'aria-describedby': 'bulk-hint',
                    on: { change: (event) => {
                        const [file] = event.target.files;
                        event.target.value = '';
                        if (file) {
                            choose(page, file);
                        }
                    } } }),
                slot.file && h('span', null, slot.file.name)),
            progress(s, slot)),
        h('li', { class: 'card', key: 'file' }, h('h2', { id: 'bulk-result', tabindex: -1 }, s.t('bulk.check')), result(page, slot, due)));
}

function progress(s, { busy, part, file }) {
    return busy && h('div', { class: 'upload', role: 'status' },
        h('label', { for: 'bulk-bar' }, s.t(busy === 'try' ? 'bulk.trying' : 'bulk.filing', { name: file.name })),
        h('progress', { id: 'bulk-bar', max: 100, value: part < 1 ? Math.round(part * 100) : null }));
}

function result(page, slot, due) {
    const { s } = page;
    if (slot.trouble) {
        return refusals(s, slot.trouble);
    }
    if (!slot.tried) {
        return h('p', { class: 'card-note' }, s.t('bulk.notTried'));
    }
    const titles = new Map(due.items.map(({ task, taskTitle }) => [task, taskTitle]));
    return [
        h('p', { class: 'done-line' }, s.t('bulk.allRight', { count: slot.tried.length })),
        table({
            caption: s.t('bulk.check'), named: 'bulk-result', kind: 'is-dense', columns: [s.t('desk.column.task'), s.t('bulk.becomes')],
            rows: slot.tried.map(({ task, status }) => h('tr', { key: task },
                h('th', { scope: 'row' }, titles.has(task) ? content(s, titles.get(task)) : null, ' ', h('span', { class: 'code' }, task)),
                h('td', null, s.t(`checkpoint.${status}`)))),
        }),
        h('div', { class: 'actions' }, button(s, { label: s.t('bulk.fileAll', { count: slot.tried.length }), kind: 'is-primary',
            busy: slot.busy === 'file', run: () => fileAll(page) })),
    ];
}

async function take(page, id, format) {
    const set = (changes) => page.set(({ bulk: slot }) => ({ bulk: { ...slot, ...changes } }));
    set({ downloading: format, downloadProblem: null });
    const problem = await download(`/api/v1/cycles/${encodeURIComponent(id)}/submissions?format=${format}`,
        { language: page.s.language, name: `${id}.${format}` });
    set({ downloading: null, downloadProblem: problem });
    if (!problem) {
        page.announce(page.s.t('bulk.taken'));
    }
}
