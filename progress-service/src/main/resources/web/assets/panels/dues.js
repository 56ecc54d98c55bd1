/** What is awaited next, and of which tasks. */
import { h, kept } from '../h.js';
import { awaitedOn, tasksOf } from '../board.js';
import { content, countdown, joined, notice } from '../parts.js';
import { daysBetween } from '../days.js';

/** So many tasks are named for a day; the others are counted. */
const NAMED = 2;

const keep = kept();

export function dues(state, s, plan, actions) {
    return keep('dues', [state.tasks, state.today, plan, s], () => panel(state, s, plan, actions));
}

function panel(state, s, plan, actions) {
    const tasks = tasksOf(state, plan.code);
    return h(
        'section',
        { class: 'card dues', key: 'dues', 'aria-labelledby': 'dues-title' },
        h(
            'div',
            { class: 'card-head' },
            h('h2', { id: 'dues-title' }, s.t('dues.title')),
            h('p', { class: 'card-note' }, s.t('dues.note')),
        ),
        plan.nextDue.length === 0
            ? notice(s.t('dues.none'), s.t('dues.noneHint'))
            // Scrolls by itself where the page is wide: then it must be reachable by keyboard.
            : h('ol', { class: 'due-list', tabindex: 0, 'aria-label': s.t('dues.title') }, plan.nextDue.map((due) =>
                item(state, s, due, awaitedOn(tasks, due), actions))),
    );
}

function item(state, s, due, tasks, actions) {
    return h(
        'li',
        { key: `${due.cycle}/${due.dueOn}`, class: 'due' },
        h(
            'div',
            { class: 'due-day' },
            countdown(s, daysBetween(state.today, due.dueOn)),
            h('time', { datetime: due.dueOn }, s.dayOfYear(due.dueOn)),
        ),
        h(
            'div',
            { class: 'due-words' },
            h('p', { class: 'due-title' }, joined([
                s.t('dues.awaited', { period: s.period(due.period), count: due.open }),
                due.returned > 0 && h('span', { class: 'mark is-warning' },
                    s.t('dues.returned', { count: due.returned })),
            ].filter(Boolean), ' ')),
            tasks.length > 0 && h('ul', { class: 'due-tasks' }, [
                tasks.slice(0, NAMED).map((task) => named(s, task, actions)),
                tasks.length > NAMED && h('li', { key: 'more' }, s.t('dues.more', { count: tasks.length - NAMED })),
            ]),
        ),
    );
}

function named(s, task, actions) {
    return h(
        'li',
        { key: task.code },
        joined([
            h('a', { href: `#${task.code}`, on: { click: () => actions.reveal(task.code) } }, content(s, task.title)),
            task.checkpoints.returned > 0 && h('span', { class: 'mark is-warning' },
                s.t('dues.returned', { count: task.checkpoints.returned })),
        ].filter(Boolean), ' '),
    );
}
