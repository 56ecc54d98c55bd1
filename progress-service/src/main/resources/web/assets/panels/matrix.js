/** The tasks by area: how they go and where they stand. */
import { h, kept } from '../h.js';
import { areasOf, countByHealth, isFiltering, moveOfTask, NO_FILTER, passing, tasksOf, totalsOf, WITHOUT_HEALTH } from '../board.js';
import { content, healthIcon, notice } from '../parts.js';
import { filters } from './filters.js';
import { task } from './task.js';

/** Where an area has more rows than these they are lists of so many: the browser passes over those that are far from the screen. */
const ROWS = 20;

/** About how high a row is, in rem: for the lists that are passed over. */
const ROW_HEIGHT = 7.5;

const keep = kept();

/** @param around what counts the rows shows this state; it may be behind them */
export function matrix(state, around, s, plan, actions) {
    const tasks = tasksOf(state, plan.code);
    return h(
        'section',
        { class: 'card matrix', key: 'matrix', 'aria-labelledby': 'matrix-title' },
        h(
            'div',
            { class: 'card-head' },
            h('h2', { id: 'matrix-title' }, s.t('matrix.title')),
            h('p', { class: 'card-note' }, s.t('matrix.note')),
        ),
        tasks.length === 0
            ? notice(s.t('state.noTasks'), noTasksHint(s, plan, tasks))
            : [keep('counted', [around, s, plan.code], () => counted(around, s, plan.code, actions)), board(state, s, plan, tasks, actions)],
    );
}

function counted(state, s, code, actions) {
    const tasks = tasksOf(state, code);
    return [filters(state, s, tasks, actions), key(s, state.plans.get(code), tasks)];
}

function noTasksHint(s, plan, tasks) {
    const { declared } = totalsOf(plan, tasks);
    return declared === null ? s.t('state.noTasksHintUnknown') : s.t('state.noTasksHint', { declared });
}

/** How the two origins look, said before the rows use it. */
function key(s, plan, tasks) {
    const counts = totalsOf(plan, tasks);
    const item = (origin, count, note) =>
        count > 0
        && h(
            'li',
            { key: origin },
            h('span', { class: 'key-mark', 'data-origin': origin, 'aria-hidden': 'true' }),
            h('span', null, s.named('origin', origin), ' ', h('strong', null, s.number(count))),
            note && h('span', { class: 'key-note' }, note),
        );
    return h(
        'ul',
        { class: 'key', key: 'key' },
        item('PUBLISHED', counts.published),
        item('REGISTERED', counts.registered),
        item('DOCUMENTED', counts.documented, s.t('task.placeholderTitle')),
    );
}

function board(state, s, plan, tasks, actions) {
    const shown = passing(tasks, state.shown).length;
    const areas = areasOf(plan, tasks);
    return [
        h(
            'p',
            { key: 'showing', class: 'sr-only', role: 'status' },
            isFiltering(state.shown) && s.t('matrix.showing', { shown, total: tasks.length }),
        ),
        shown === 0
            && h(
                'div',
                { key: 'none' },
                notice(
                    s.t('state.noMatch', { filter: filterWords(s, state.shown) }),
                    s.t('state.noMatchHint'),
                    { label: s.t('state.showAll'), run: () => actions.filter(NO_FILTER) },
                ),
            ),
        h(
            'div',
            { key: 'columns', class: 'columns', hidden: shown === 0 },
            inColumns(areas).map((column, index) =>
                h('div', { key: index, class: 'column' }, column.map((each) => area(state, s, plan, each, actions)))),
        ),
    ];
}

function filterWords(s, { status, health, split }) {
    return [health && s.named('health', health), status && s.named('status', status), split && s.t('health.split')]
        .filter(Boolean)
        .join(' · ');
}

/**
 * The areas in two columns in their own order, cut where the longer column is shortest. Counted without the filter,
 * so that an area stays where it is whatever is filtered.
 */
export function inColumns(areas) {
    const size = (list) => list.reduce((sum, each) => sum + each.tasks.length + 1, 0);
    let best = areas.length;
    for (let cut = 1; cut < areas.length; cut++) {
        const longer = Math.max(size(areas.slice(0, cut)), size(areas.slice(cut)));
        if (longer < Math.max(size(areas.slice(0, best)), size(areas.slice(best)))) {
            best = cut;
        }
    }
    return [areas.slice(0, best), areas.slice(best)].filter((column) => column.length > 0);
}

function area(state, s, plan, { code, name, tasks, assigned }, actions) {
    const shown = new Set(passing(tasks, state.shown));
    const rows = tasks.map((each) => ({
        shown: shown.has(each),
        row: task(state, s, plan, each, { move: moveOfTask(state, each), sayArea: assigned === 'some', hidden: !shown.has(each) }, actions),
    }));
    const id = `area-${code ?? 'none'}`;
    return h(
        'section',
        { key: id, class: 'area', 'aria-labelledby': id },
        h(
            'div',
            { class: 'area-head' },
            h('h3', { id }, code === null ? s.t('matrix.noArea') : content(s, name), ' ',
                h('span', { class: 'area-count' }, s.number(tasks.length))),
            signals(s, tasks),
            provenance(s, code, assigned),
        ),
        lists(id, rows),
        shown.size === 0 && h('p', { class: 'area-empty' }, s.t('matrix.emptyArea')),
    );
}

/** The rows in their lists; one in which nothing is another stays as it is. A row never changes from one list to another by a filter. */
function lists(area, rows) {
    const starts = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) => index * ROWS);
    return starts.map((start) => {
        const own = rows.slice(start, start + ROWS);
        const shown = own.filter((each) => each.shown).length;
        return keep(`${area}/${start}`, own.map(({ row }) => row), () => h(
            'ul',
            {
                key: `tasks-${start}`, class: starts.length > 1 ? 'tasks is-one-of-many' : 'tasks', 'aria-labelledby': area, hidden: shown === 0,
                style: starts.length > 1 ? { 'contain-intrinsic-block-size': `${ROW_HEIGHT * shown}rem` } : {},
            },
            own.map(({ row }) => row),
        ));
    });
}

/** How the tasks of an area go, in one glance. */
function signals(s, tasks) {
    const counts = countByHealth(tasks).filter(({ health, count }) => count > 0 && !WITHOUT_HEALTH.includes(health));
    return counts.length > 0 && h('ul', { class: 'signals', 'aria-label': s.t('matrix.health') }, counts.map(({ health, count }) =>
        h('li', { key: health }, healthIcon(health), h('span', { class: 'sr-only' }, s.named('health', health), ' '), s.number(count))));
}

function provenance(s, code, assigned) {
    if (code === null) {
        return h('p', { class: 'mark' }, s.t('matrix.noAreaNote'));
    }
    return assigned === 'all'
        ? h('p', { class: 'mark is-assigned', title: s.t('matrix.assignedAllNote') }, s.t('matrix.assignedAll'))
        : assigned === 'some' && h('p', { class: 'mark is-assigned' }, s.t('matrix.assignedSome'));
}
