/** Where all tasks stand: how they go, their status, and how many there are and of which origin. */
import { h } from '../h.js';
import { countByHealth, countByStatus, knowsHealth, tasksOf, totalsOf } from '../board.js';
import { healthIcon, stackedBar, statusIcon } from '../parts.js';

export function overview(state, s, plan) {
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
        h('dl', { class: 'totals' }, totals(s, totalsOf(plan, tasks))),
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

function totals(s, counts) {
    return [
        total(s, 'declared', counts.declared),
        total(s, 'published', counts.published),
        counts.documented > 0 && total(s, 'documented', counts.documented),
        counts.registered > 0 && total(s, 'registered', counts.registered),
    ];
}

function total(s, name, value) {
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
        h('dd', { class: 'total-note' }, s.t(`overview.${name}Note`)),
    );
}
