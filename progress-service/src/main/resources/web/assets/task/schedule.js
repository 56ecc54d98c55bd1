/** The milestones of a task on its time, and whether each was kept. */
import { h } from '../h.js';
import { content, countdown, sign } from '../parts.js';
import { daysBetween } from '../days.js';
import { today } from './load.js';
import { fact, notStated, section, written } from './section.js';

const SIGNS = { done: 'M5 12.5l4.5 4.5L19 7.5', doneLate: 'M5 12.5l4.5 4.5L19 7.5', late: 'M12 6v7M12 17.5v.1', coming: 'M12 7v5l3.5 2', open: 'M7 12h10' };

/** Done in time or late, late and not done, still to come, or without a day. */
export function standing({ dueOn, doneOn }, day, running) {
    if (doneOn !== null) {
        return dueOn !== null && doneOn > dueOn ? 'doneLate' : 'done';
    }
    return dueOn === null ? 'open' : running && day !== null && day > dueOn ? 'late' : 'coming';
}

export function schedule(page) {
    const { s, state } = page;
    const { task } = state;
    const day = today(state);
    const running = ['IN_PROGRESS', 'ON_HOLD', 'COMPLETED'].includes(task.status);
    const milestones = task.milestones.map((milestone) => ({ ...milestone, standing: standing(milestone, day, running) }));
    return section('schedule', s.t('report.section.milestones'), s.t('sheet.scheduleNote'),
        milestones.length === 0
            ? h('p', { class: 'sheet-absent' }, s.t('sheet.noMilestones'))
            : [
                line(s, task, milestones, day),
                h('ol', { key: 'list', class: 'milestones' }, milestones.map((each) => milestone(s, task, each, day))),
            ]);
}

/** The time of the task from its first to its last day; only where both are stated. */
function line(s, { startsOn, endsOn }, milestones, day) {
    const dated = milestones.filter(({ dueOn }) => dueOn !== null);
    const days = [startsOn, endsOn, ...dated.map(({ dueOn }) => dueOn), ...dated.map(({ doneOn }) => doneOn)].filter(Boolean).sort();
    const [from, to] = [days[0], days.at(-1)];
    if (!startsOn || !endsOn || from === to) {
        return null;
    }
    const place = (date) => ({ left: `${100 * daysBetween(from, date) / daysBetween(from, to)}%` });
    return h(
        'div',
        { key: 'line', class: 'time-line', 'aria-hidden': 'true' },
        h('span', { class: 'time-line-rail' },
            day && day > from && day < to && h('span', { class: 'time-line-passed', style: { width: place(day).left } })),
        day && day > from && day < to && h('span', { class: 'time-line-today', style: place(day) }, s.t('sheet.today')),
        dated.map((each) => h('span', { key: each.id, class: 'time-line-mark', 'data-standing': each.standing, style: place(each.dueOn) }, sign(SIGNS[each.standing]))),
        h('span', { class: 'time-line-end is-from' }, s.date(from)),
        h('span', { class: 'time-line-end is-to' }, s.date(to)),
    );
}

function milestone(s, task, each, day) {
    const { id, title, dueOn, doneOn } = each;
    const moved = task.rescheduled.filter((entry) => entry.id === id);
    return h(
        'li',
        { key: id, class: 'milestone', 'data-standing': each.standing },
        h('span', { class: 'milestone-sign', 'aria-hidden': 'true' }, sign(SIGNS[each.standing])),
        h('div', { class: 'milestone-words' },
            h('p', { class: 'milestone-title' }, content(s, title)),
            h('dl', { class: 'milestone-days' },
                fact(s, 'due', s.t('sheet.dueOn'), dueOn && h('time', { datetime: dueOn }, s.date(dueOn))),
                doneOn && fact(s, 'done', s.t('report.column.doneOn'), h('time', { datetime: doneOn }, s.date(doneOn)))),
            moved.map((entry, index) => rescheduled(s, entry, index))),
        h('p', { class: 'milestone-standing' }, h('span', { class: 'badge', 'data-standing': each.standing }, s.t(`sheet.standing.${each.standing}`)), ' ',
            each.standing === 'late' && s.t('sheet.daysLate', { days: daysBetween(dueOn, day) }),
            each.standing === 'doneLate' && s.t('sheet.daysLate', { days: daysBetween(dueOn, doneOn) }),
            each.standing === 'coming' && day && countdown(s, daysBetween(day, dueOn))),
    );
}

/** A day or a target, once set, changes only with a reason, and the earlier one stays to be read. */
export function rescheduled(s, { from, to, reason, changedAt }, key) {
    const value = (one) => (one === null || one === undefined ? notStated(s)
        : /^\d{4}-\d\d-\d\d$/.test(one) ? s.date(one) : typeof one === 'number' ? s.number(one) : String(one));
    return h('div', { key: `moved-${key}`, class: 'rescheduled' },
        h('p', { class: 'fact-note' }, s.t('sheet.rescheduled'), ': ', h('s', null, value(from)), ' → ', value(to),
            changedAt && [' · ', h('time', { datetime: changedAt }, s.instantDay(changedAt))]),
        reason && written(s, reason));
}
