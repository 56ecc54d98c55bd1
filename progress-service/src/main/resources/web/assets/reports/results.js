/** What came of it: indicators, what is missing or returned, who was on time, cycles, opinions. */
import { h } from '../h.js';
import { content } from '../parts.js';
import { agencyOf, opinionStanding, section, table } from './pieces.js';

function taskLink(s, data, code) {
    const task = data.tasks.find((one) => one.code === code);
    return [h('a', { href: `/tasks/${encodeURIComponent(code)}` }, task ? content(s, task.title) : code),
        task && [' ', h('span', { class: 'code' }, code)]];
}

export function indicators({ s }, data) {
    const figure = (value, unit) => value === null || value === undefined ? s.t('page.notStated') : `${s.number(value)} ${unit ?? ''}`;
    return section(s, { id: 'indicators', title: s.t('report.section.indicators'), note: s.t('report.table.indicators') }, table(s, {
        figures: true,
        id: 'indicators-title', caption: s.t('report.table.indicators'), rows: data.indicators, rowKey: ({ task, code }) => `${task}/${code}`,
        columns: [
            { key: 'name', label: s.t('report.column.indicator'), head: true, cell: ({ name }) => content(s, name) },
            { key: 'task', label: s.t('reports.task'), cell: ({ task }) => taskLink(s, data, task) },
            { key: 'baseline', label: s.t('report.column.baseline'), number: true, cell: ({ baseline, unit }) => figure(baseline, unit) },
            { key: 'target', label: s.t('report.column.target'), number: true, cell: ({ target, unit }) => figure(target, unit) },
            { key: 'value', label: s.t('report.column.value'), number: true, cell: ({ value, unit }) =>
                value === null || value === undefined ? s.t('report.notMeasured') : figure(value, unit) },
            { key: 'measuredOn', label: s.t('report.column.measuredOn'), cell: ({ measuredOn }) => measuredOn ? s.date(measuredOn) : '–' },
            { key: 'agency', label: s.t('report.column.agency'), cell: ({ agency }) => agencyOf(s, data.agencies, agency) },
            { key: 'reached', label: s.t('report.column.reached'), cell: ({ reached }) =>
                reached === null || reached === undefined ? '–' : s.t(reached ? 'report.yes' : 'report.no') },
        ],
    }));
}

export function unsettled({ s }, data) {
    return section(s, { id: 'unsettled', title: s.t('report.table.unsettled'), note: s.t('reports.unsettledNote') }, table(s, {
        id: 'unsettled-title', caption: s.t('report.table.unsettled'), rows: data.unsettled, rowKey: ({ id }) => id,
        columns: [
            { key: 'task', label: s.t('reports.task'), head: true, cell: ({ task }) => taskLink(s, data, task) },
            { key: 'agency', label: s.t('report.column.agency'), cell: ({ agency }) => agencyOf(s, data.agencies, agency) },
            { key: 'period', label: s.t('report.column.period'), cell: ({ period }) => s.period(period) },
            { key: 'status', label: s.t('report.column.checkpoint'), cell: ({ status }) =>
                h('span', { class: 'standing', 'data-standing': status }, s.t(`checkpoint.${status}`)) },
            { key: 'timeliness', label: s.t('report.column.timeliness'), cell: ({ timeliness }) => timeliness ? s.t(`timeliness.${timeliness}`) : '–' },
            { key: 'due', label: s.t('report.column.dueOn'), cell: ({ dueOn, extendedDueOn, returnedDueOn }) =>
                s.date(returnedDueOn ?? extendedDueOn ?? dueOn) },
        ],
    }));
}

export function onTime({ s }, data) {
    const rows = [...data.onTime].sort((one, other) => (one.with.rate ?? 2) - (other.with.rate ?? 2) || one.agency.localeCompare(other.agency));
    return section(s, { id: 'ontime', title: s.t('report.table.onTime'), note: s.t('agencies.note') }, table(s, {
        figures: true,
        id: 'ontime-title', caption: s.t('report.table.onTime'), rows, rowKey: ({ agency }) => agency,
        columns: [
            { key: 'agency', label: s.t('report.column.agency'), head: true, cell: ({ agency }) => agencyOf(s, data.agencies, agency) },
            ...['due', 'onTime', 'late', 'missing'].map((name) => ({ key: name, label: s.t(`report.column.${name}`), number: true,
                cell: (row) => s.number(row.with[name]) })),
            { key: 'with', label: s.t('agencies.with'), number: true, cell: (row) => rate(s, row.with.rate) },
            { key: 'without', label: s.t('agencies.withoutExtensions'), number: true, cell: (row) => rate(s, row.withoutExtensions.rate) },
        ],
    }));
}

export function rate(s, value) {
    return value === null || value === undefined ? s.t('agencies.noRate') : s.percent(value);
}

export function cycles({ s }, data) {
    return section(s, { id: 'cycles', title: s.t('report.section.cycles') }, table(s, {
        figures: true,
        id: 'cycles-title', caption: s.t('report.table.cycles'), rows: data.cycles, rowKey: ({ id }) => id,
        columns: [
            { key: 'period', label: s.t('report.column.period'), head: true, cell: ({ period }) => s.period(period) },
            { key: 'status', label: s.t('report.column.cycleStatus'), cell: ({ status }) => s.t(`cycle.${status}`) },
            { key: 'due', label: s.t('report.column.dueOn'), cell: ({ dueOn }) => s.date(dueOn) },
            ...['expected', 'received', 'onTime', 'late', 'overdue', 'missed', 'returned', 'accepted', 'waived'].map((name) => ({
                key: name, label: s.t(`report.column.${name}`), number: true, cell: ({ checkpoints }) => s.number(checkpoints[name]) })),
        ],
    }));
}

export function opinionsOf({ s }, data) {
    return section(s, { id: 'opinions', title: s.t('report.section.opinions') }, table(s, {
        id: 'opinions-title', caption: s.t('report.table.opinions'), rows: data.opinions, rowKey: ({ id }) => id,
        columns: [
            { key: 'text', label: s.t('report.column.opinion'), head: true, cell: ({ id, text }) =>
                h('a', { href: `/reports/opinions/${id}`, lang: s.languageOf(text) }, text) },
            { key: 'task', label: s.t('reports.task'), cell: ({ task }) => task ? h('a', { class: 'is-code', href: `/tasks/${encodeURIComponent(task)}` }, task) : s.t('report.onTheWhole') },
            { key: 'agency', label: s.t('report.column.agency'), cell: ({ addressedTo }) => agencyOf(s, data.agencies, addressedTo) },
            { key: 'status', label: s.t('report.column.opinionStatus'), cell: ({ status }) => opinionStanding(s, status) },
            { key: 'answer', label: s.t('report.column.answer'), cell: ({ answer, closingReason }) => [
                answer && h('p', { lang: s.languageOf(answer) }, answer),
                closingReason && h('p', { class: 'owed-facts', lang: s.languageOf(closingReason) }, `${s.t('report.column.closingReason')}: ${closingReason}`)] },
        ],
    }));
}
