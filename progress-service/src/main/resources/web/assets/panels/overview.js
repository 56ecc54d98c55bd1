/** Where all tasks stand: the bar by status, and how many tasks there are and of which origin. */
import { h } from '../h.js';
import { countByStatus, tasksOf, totalsOf } from '../board.js';
import { statusIcon } from '../parts.js';

export function overview(state, s, plan) {
    const tasks = tasksOf(state, plan.code);
    const counts = countByStatus(tasks).filter(({ count }) => count > 0);
    return h(
        'section',
        { class: 'card overview', key: 'overview', 'aria-labelledby': 'overview-title' },
        h(
            'div',
            { class: 'overview-status' },
            h('h2', { id: 'overview-title' }, s.t('overview.title')),
            bar(s, counts),
            tasks.length > 0
                ? h('ul', { class: 'legend' }, counts.map((entry) => legendItem(s, entry)))
                : h('p', { class: 'legend-empty' }, s.t('state.noTasks')),
        ),
        h('dl', { class: 'totals' }, totals(s, totalsOf(plan, tasks))),
    );
}

function bar(s, counts) {
    const label = counts.map(({ status, count }) => `${s.named('status', status)} ${s.number(count)}`).join(', ');
    return h(
        'div',
        counts.length > 0
            ? { class: 'status-bar', role: 'img', 'aria-label': s.t('overview.barLabel', { counts: label }) }
            : { class: 'status-bar', 'aria-hidden': 'true' },
        counts.map(({ status, count }) =>
            h('span', { key: status, class: 'status-bar-part', 'data-status': status, style: { 'flex-grow': count } })),
    );
}

function legendItem(s, { status, count }) {
    return h(
        'li',
        { key: status },
        statusIcon(status),
        h('span', { class: 'legend-word' }, s.named('status', status)),
        ' ',
        h('strong', { class: 'legend-count' }, s.number(count)),
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
