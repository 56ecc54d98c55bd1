/** The tasks by area with their status, and the filter by status. */
import { h } from '../h.js';
import { areasOf, countByStatus, tasksOf, totalsOf } from '../board.js';
import { agencyName, content, joined, notice, plain, statusIcon } from '../parts.js';

export function matrix(state, s, plan, actions) {
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
            : [filters(state, s, tasks, actions), key(s, plan, tasks), board(state, s, plan, tasks, actions)],
    );
}

function noTasksHint(s, plan, tasks) {
    const { declared } = totalsOf(plan, tasks);
    return declared === null ? s.t('state.noTasksHintUnknown') : s.t('state.noTasksHint', { declared });
}

/** All seven statuses are always there, those without a task too: a chip must not come under the pointer by itself. */
function filters(state, s, tasks, actions) {
    return h(
        'div',
        { class: 'filters', key: 'filters', role: 'group', 'aria-label': s.t('matrix.filters') },
        chip(s, state, null, tasks.length, s.t('matrix.all'), actions),
        countByStatus(tasks).map(({ status, count }) =>
            chip(s, state, status, count, s.named('status', status), actions)),
    );
}

function chip(s, state, status, count, word, actions) {
    return h(
        'button',
        {
            key: status ?? 'all', class: count === 0 ? 'chip is-empty' : 'chip', type: 'button',
            'aria-pressed': String(state.filter === status),
            on: { click: () => actions.filter(status) },
        },
        status && statusIcon(status),
        h('span', null, word),
        ' ',
        h('span', { class: 'chip-count' }, s.t('matrix.count', { count })),
    );
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
    const shown = state.filter === null ? tasks.length : tasks.filter((task) => task.status === state.filter).length;
    const areas = areasOf(plan, tasks);
    return [
        h(
            'p',
            { key: 'showing', class: 'sr-only', role: 'status' },
            state.filter !== null && s.t('matrix.showing', { shown, total: tasks.length }),
        ),
        shown === 0
            ? h(
                'div',
                { key: 'none' },
                notice(
                    s.t('state.noMatch', { status: s.named('status', state.filter) }),
                    s.t('state.noMatchHint'),
                    { label: s.t('state.showAll'), run: () => actions.filter(null) },
                ),
            )
            : h(
                'div',
                { key: 'columns', class: 'columns' },
                inColumns(areas).map((column, index) =>
                    h('div', { key: index, class: 'column' }, column.map((each) => area(state, s, plan, each)))),
            ),
    ];
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

function area(state, s, plan, { code, name, tasks, assigned }) {
    const shown = state.filter === null ? tasks : tasks.filter((task) => task.status === state.filter);
    const id = `area-${code ?? 'none'}`;
    return h(
        'section',
        { key: id, class: 'area', 'aria-labelledby': id },
        h(
            'div',
            { class: 'area-head' },
            h('h3', { id }, code === null ? s.t('matrix.noArea') : content(s, name), ' ',
                h('span', { class: 'area-count' }, s.number(tasks.length))),
            provenance(s, code, assigned),
        ),
        shown.length > 0
            ? h('ul', { class: 'tasks' }, shown.map((task) => row(state, s, plan, task, assigned === 'some')))
            : h('p', { class: 'area-empty' }, s.t('matrix.emptyArea')),
    );
}

function provenance(s, code, assigned) {
    if (code === null) {
        return h('p', { class: 'mark' }, s.t('matrix.noAreaNote'));
    }
    return assigned === 'all'
        ? h('p', { class: 'mark is-assigned', title: s.t('matrix.assignedAllNote') }, s.t('matrix.assignedAll'))
        : assigned === 'some' && h('p', { class: 'mark is-assigned' }, s.t('matrix.assignedSome'));
}

function row(state, s, plan, task, sayArea) {
    const moved = state.moved.get(task.code);
    return h(
        'li',
        {
            key: task.code, id: task.code, tabindex: -1,
            class: state.recent.has(task.code) ? 'task is-recent' : 'task',
            'data-status': task.status, 'data-origin': task.origin,
        },
        statusIcon(task.status),
        h(
            'div',
            { class: 'task-words' },
            h('p', { class: 'task-title' }, content(s, task.title)),
            h(
                'p',
                { class: 'task-facts' },
                task.placeholder
                    && h('span', { class: 'mark is-place', title: s.t('task.placeholderTitle') }, s.t('task.placeholder')),
                h('span', { class: 'code' }, task.code),
                ' · ',
                partners(state, s, plan, task),
            ),
            marks(s, task, sayArea),
        ),
        h(
            'div',
            { class: 'task-status' },
            h('span', { class: 'sr-only' }, `${s.t('task.status')}: `),
            h('strong', { class: 'badge', 'data-status': task.status }, s.named('status', task.status)),
            moved && h(
                'span',
                { class: 'moved' },
                h('span', { 'aria-hidden': 'true' }, transition(s, 'feed.transition', moved)),
                h('span', { class: 'sr-only' }, transition(s, 'feed.transitionSpoken', moved)),
            ),
        ),
    );
}

function transition(s, key, { from, to }) {
    return s.t(key, { from: s.named('status', from), to: s.named('status', to) });
}

function marks(s, task, sayArea) {
    const list = [
        task.origin === 'REGISTERED' && h('span', { key: 'registered', class: 'mark' }, s.t('task.registered')),
        task.visibility === 'GOVERNMENT' && h('span', { key: 'government', class: 'mark' }, s.t('task.government')),
        sayArea && task.areaProvenance === 'ASSIGNED'
            && h('span', { key: 'area', class: 'mark is-assigned' }, s.t('matrix.assignedOne')),
        task.stale && h('span', { key: 'stale', class: 'mark is-warning' }, s.t('task.stale')),
    ].filter(Boolean);
    return list.length > 0 && h('p', { class: 'marks' }, joined(list, ' '));
}

/**
 * The partners that the document names, by their short names; "and others" where its list is open, "not stated" where
 * it names none. The lead is said only where it is not the plan's own.
 */
function partners(state, s, plan, task) {
    const named = (role) =>
        task.participations
            .filter((participation) => participation.role === role)
            .map(({ agency }) => h('span', { key: agency, title: fullName(state, s, agency) },
                agencyName(s, state.agencies.get(agency), agency)));
    const list = joined(named('PARTNER'), ', ');
    const involved = named('INVOLVED');
    const lead = task.participations.find((participation) => participation.role === 'LEAD')?.agency;
    return h(
        'span',
        { class: 'partners' },
        list.length > 0
            ? [
                h('span', { class: 'sr-only' }, `${s.t('task.partners')}: `),
                around(s, task.partnersOpen ? 'task.partnersOpen' : null, 'partners', list),
            ]
            : h('span', { class: 'not-stated' },
                s.t(task.partnersOpen ? 'task.partnersOpenUnnamed' : 'task.partnersUnnamed')),
        involved.length > 0 && [' · ', around(s, 'task.involved', 'agencies', joined(involved, ', '))],
        lead && lead !== plan.leadAgency
            && [' · ', around(s, 'task.lead', 'agency', [agencyName(s, state.agencies.get(lead), lead)])],
    );
}

/** A message with descriptions instead of text in its one place. */
function around(s, key, name, inner) {
    if (key === null) {
        return inner;
    }
    const [before, after] = s.t(key, { [name]: '\u0000' }).split('\u0000');
    return [before, ...inner, after];
}

function fullName(state, s, code) {
    const agency = state.agencies.get(code);
    return agency ? plain(s, agency.name) : code;
}
