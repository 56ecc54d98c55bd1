/** The tasks of a report: by area, where opinions on them differ, and all of them. */
import { h } from '../h.js';
import { content } from '../parts.js';
import { button, selectField } from '../work/forms.js';
import { chosen, health, section, status, table } from './pieces.js';
import { areaOf } from './changes.js';

const HEALTHS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NOT_REPORTED', 'COMPLETED'];
const FILTERS = ['area', 'health', 'status'];

export function areas({ s }, data) {
    const assigned = data.tasks.some(({ areaProvenance }) => areaProvenance === 'ASSIGNED');
    return section(s, { id: 'areas', title: s.t('report.section.areas'), note: assigned ? s.t('matrix.assignedAllNote') : null }, table(s, {
        figures: true,
        id: 'areas-title', caption: s.t('report.table.byArea'), rows: data.byArea, rowKey: ({ area }) => area ?? '-',
        columns: [
            { key: 'area', label: s.t('report.column.area'), head: true, cell: ({ area }) => areaOf(s, data, area) },
            { key: 'total', label: s.t('report.column.tasks'), number: true, cell: ({ total }) => s.number(total) },
            ...HEALTHS.map((code) => ({ key: code, label: s.t(`report.column.${code}`), number: true,
                cell: ({ byHealth }) => s.number(byHealth.find((one) => one.health === code)?.count ?? 0) })),
            { key: 'without', label: s.t('report.column.withoutHealth'), number: true, cell: ({ withoutHealth }) => s.number(withoutHealth) },
        ],
    }));
}

export function disagreements({ s }, data) {
    const rows = data.tasks.filter(({ code }) => data.disagreements.includes(code));
    return section(s, { id: 'voices', title: s.t('reports.disagreements'), note: s.t('reports.disagreementsNote') }, table(s, {
        id: 'voices-title', caption: s.t('report.table.voices'), rows, rowKey: ({ code }) => code,
        columns: [
            named(s),
            { key: 'assessed', label: s.t('report.column.assessed'), cell: (task) => health(s, task.health?.assessed) },
            { key: 'declared', label: s.t('report.column.declaredHealth'), cell: (task) => health(s, task.health?.declared) },
            { key: 'derived', label: s.t('report.column.derived'), cell: (task) => health(s, task.health?.derived) },
            { key: 'reasons', label: s.t('report.column.reasons'), cell: (task) => h('ul', null, (task.health?.reasons ?? []).map(({ code, text }, index) =>
                h('li', { key: `${code}${index}` }, content(s, text)))) },
        ],
    }));
}

export function tasks(page, data) {
    const { s, query } = page;
    const wanted = Object.fromEntries(FILTERS.map((name) => [name, query.get(name)]));
    const rows = data.tasks.filter((task) => (!wanted.area || (task.area ?? '-') === wanted.area)
        && (!wanted.health || (task.health?.headline ?? 'NO_DATA') === wanted.health)
        && (!wanted.status || task.status === wanted.status));
    return section(s, { id: 'tasks', title: s.t('report.section.tasks'),
        note: s.t('matrix.showing', { total: data.tasks.length, shown: rows.length }) },
    filters(page, data, wanted),
    table(s, {
        id: 'tasks-title', caption: s.t('report.table.tasks'), rows, rowKey: ({ code }) => code,
        columns: [
            named(s),
            { key: 'area', label: s.t('report.column.area'), cell: ({ area }) => areaOf(s, data, area) },
            { key: 'status', label: s.t('report.column.status'), cell: (task) => status(s, task.status) },
            { key: 'health', label: s.t('report.column.health'), cell: (task) => [
                task.health ? health(s, task.health.headline) : h('span', { class: 'not-stated' }, s.t('report.column.withoutHealth')),
                task.health?.disagreement && h('span', { class: 'mark is-split' }, s.t('health.split'))] },
            { key: 'progress', label: s.t('reports.progress'), cell: (task) => progress(s, task) },
            { key: 'milestones', label: s.t('report.column.milestones'), cell: ({ milestones }) =>
                milestones.total > 0 ? s.t('report.milestones', milestones) : '–' },
            { key: 'filed', label: s.t('report.column.received'), number: true, cell: ({ checkpoints }) =>
                checkpoints.expected === 0 ? '–'
                    : s.t('reports.ofExpected', { received: checkpoints.received, expected: checkpoints.expected }) },
        ],
    }));
}

function filters(page, data, wanted) {
    const { s } = page;
    const of = (name, label, options) => selectField(s, { form: 'tasks', name, label, value: wanted[name] ?? '',
        options: [{ value: '', label: s.t('matrix.all') }, ...options], change: (value) => chosen(page, { [name]: value }) });
    return h('div', { class: 'choice-fields is-filter' },
        of('area', s.t('report.column.area'), data.byArea.map(({ area, name }) =>
            ({ value: area ?? '-', label: name ? s.content(name).text : s.t('page.notStated') }))),
        of('health', s.t('report.column.health'), [...HEALTHS, 'NO_DATA'].map((value) => ({ value, label: s.t(`health.${value}`) }))),
        of('status', s.t('report.column.status'), data.byStatus.map(({ status: value }) => ({ value, label: s.t(`status.${value}`) }))),
        FILTERS.some((name) => wanted[name]) && button(s, { label: s.t('state.showAll'), kind: 'is-small',
            run: () => chosen(page, { area: '', health: '', status: '' }) }));
}

function named(s) {
    return { key: 'title', label: s.t('reports.task'), head: true, cell: ({ code, title, placeholder }) => [
        h('a', { href: `/tasks/${encodeURIComponent(code)}` }, content(s, title)), ' ', h('span', { class: 'code' }, code),
        placeholder && h('span', { class: 'mark is-place' }, s.t('task.placeholder'))] };
}

/** How far it is beside how much of its time has gone, as the two are compared. */
function progress(s, { health: of, timeElapsedPercent: elapsed }) {
    const done = of?.percentComplete;
    return done === null || done === undefined ? '–' : h('div', { class: 'progress' },
        h('span', { class: 'progress-bar', 'aria-hidden': 'true' },
            h('span', { class: 'progress-done', 'data-health': of.headline, style: { width: `${done}%` } }),
            elapsed !== null && elapsed !== undefined && h('span', { class: 'progress-elapsed', style: { left: `${elapsed}%` } })),
        h('span', null, elapsed === null || elapsed === undefined ? `${done}%` : s.t('reports.progressOf', { done, elapsed })));
}
