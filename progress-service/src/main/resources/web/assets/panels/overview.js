/** Where all tasks stand: how they go, their status, and how many there are and of which origin. */
import { h, kept } from '../h.js';
import { countByHealth, countByStatus, knowsHealth, onTimeOf, tasksOf, totalsOf } from '../board.js';
import { countdown, healthIcon, stackedBar, statusIcon } from '../parts.js';
import { daysBetween } from '../days.js';

const keep = kept();

export function overview(state, s, plan) {
    return keep('overview', [state.tasks, state.today, plan, s], () => panel(state, s, plan));
}

function panel(state, s, plan) {
    const tasks = tasksOf(state, plan.code);
    return h(
        'section',
        { class: 'card overview', key: 'overview', 'aria-labelledby': 'overview-title' },
        h(
            'div',
            { class: 'overview-status' },
            h('h2', { id: 'overview-title' }, s.t('overview.title')),
            knowsHealth(tasks) && [
                h('h3', { key: 'health-title' }, s.t('overview.health')),
                distribution(s, 'health', countByHealth(tasks), healthIcon),
                h('h3', { key: 'status-title' }, s.t('overview.status')),
            ],
            tasks.length > 0
                ? distribution(s, 'status', countByStatus(tasks), statusIcon)
                : h('p', { class: 'legend-empty' }, s.t('state.noTasks')),
        ),
        h('dl', { class: 'totals' }, totals(state, s, plan, totalsOf(plan, tasks))),
    );
}

/** A bar and its legend; `kind` is what the names of the states begin with, and how a count calls its state. */
function distribution(s, kind, counts, icon) {
    const shown = counts.filter(({ count }) => count > 0);
    const label = shown.map((each) => `${s.named(kind, each[kind])} ${s.number(each.count)}`).join(', ');
    return h(
        'div',
        { key: kind, class: 'distribution' },
        stackedBar(s.t(`overview.${kind}Bar`, { counts: label }), shown.map((each) =>
            ({ key: each[kind], count: each.count, data: { [`data-${kind}`]: each[kind] } }))),
        h('ul', { class: 'legend' }, shown.map((each) =>
            h(
                'li',
                { key: each[kind] },
                icon(each[kind]),
                h('span', { class: 'legend-word' }, s.named(kind, each[kind])),
                ' ',
                h('strong', { class: 'legend-count' }, s.number(each.count)),
            ))),
    );
}

function totals(state, s, plan, counts) {
    return [
        total(s, 'declared', counts.declared),
        total(s, 'published', counts.published, origins(s, counts)),
        plan.cycles?.length > 0 && rate(s, plan.cycles),
        plan.nextDue?.length > 0 && next(state, s, plan.nextDue),
    ];
}

/** What else there is besides the published, in few words. */
function origins(s, { documented, registered }) {
    return [
        documented > 0 && `${s.t('overview.documented')} ${s.number(documented)}`,
        registered > 0 && `${s.t('overview.registered')} ${s.number(registered)}`,
    ].filter(Boolean).join(' · ');
}

/** The share filed in time of the newest cycle of which anything was due, and how it was in the one before. */
function rate(s, cycles) {
    const known = cycles.filter((cycle) => cycle.status !== 'PLANNED' && onTimeOf(cycle) !== null);
    const [before, newest] = [known.at(-2), known.at(-1)];
    if (!newest) {
        return null;
    }
    const points = before ? Math.round((onTimeOf(newest) - onTimeOf(before)) * 1000) / 10 : null;
    const way = points === null || points === 0 ? 'same' : points > 0 ? 'up' : 'down';
    return h(
        'div',
        { class: 'total', key: 'rate', 'data-total': 'rate' },
        h('dt', null, s.t('overview.onTime')),
        h('dd', null, h('strong', null, s.percent(onTimeOf(newest)))),
        h('dd', { class: 'total-note' }, s.period(newest.period)),
        points !== null && h('dd', { class: 'total-note', 'data-way': way }, s.t(`overview.${way}`, { points: s.number(Math.abs(points)) })),
    );
}

function next(state, s, dues) {
    const [first] = dues;
    return h(
        'div',
        { class: 'total', key: 'next', 'data-total': 'next' },
        h('dt', null, s.t('overview.nextDue')),
        h('dd', null, h('strong', { class: 'total-countdown' }, countdown(s, daysBetween(state.today, first.dueOn)))),
        h('dd', { class: 'total-note' }, s.t('overview.nextDueNote', { date: s.dayOfYear(first.dueOn), count: first.open })),
    );
}

function total(s, name, value, note = '') {
    return h(
        'div',
        { class: 'total', key: name, 'data-total': name },
        h('dt', null, s.t(`overview.${name}`)),
        h(
            'dd',
            null,
            value === null
                ? h('span', { class: 'not-stated' }, s.t('page.notStated'))
                : [h('strong', null, s.number(value)), h('span', { class: 'unit' }, s.t('overview.unit'))],
        ),
        h('dd', { class: 'total-note' }, note || s.t(`overview.${name}Note`)),
    );
}
