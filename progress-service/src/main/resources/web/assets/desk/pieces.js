/** Small pieces of several views of the desk. Pure. */
import { h } from '../h.js';
import { content, countdown, plain } from '../parts.js';
import { daysBetween } from '../days.js';

/** A day by which something is due, and how far off it is. */
export function dueDay(s, today, dueOn) {
    return h('div', { class: 'due-day' },
        today ? countdown(s, daysBetween(today, dueOn)) : null,
        h('time', { datetime: dueOn }, s.dayOfYear(dueOn)));
}

/** Why a due day is another than the one that was set; null where it is the same. */
export function moved(s, derivation) {
    if (!derivation?.movedBecause?.length) {
        return null;
    }
    const why = derivation.movedBecause.map(({ day, name }) => `${s.monthAndDay(day)} ${plain(s, name)}`).join(', ');
    return h('p', { class: 'desk-moved' }, s.t('desk.moved', { nominal: s.monthAndDay(derivation.nominalDueOn), why }));
}

/** Where a checkpoint stands, as a mark that is told by its word. */
export function standing(s, status) {
    return h('span', { class: 'standing', 'data-standing': status }, s.t(`checkpoint.${status}`));
}

export function timely(s, { timeliness, daysLate }) {
    const days = daysLate > 0 ? s.t('desk.daysLate', { days: daysLate }) : null;
    return h('span', { class: 'timely', 'data-timely': timeliness }, s.named('timeliness', timeliness), days && ` ${days}`);
}

export function back(s, href = '/desk', label = s.t('desk.back')) {
    return h('nav', { class: 'way-back', 'aria-label': s.t('desk.way') }, h('a', { href }, `‹ ${label}`));
}

export function facts(pairs) {
    return h('dl', { class: 'facts' }, pairs.filter(Boolean).map(([name, value]) =>
        h('div', { key: name }, h('dt', null, name), h('dd', null, value))));
}

export function titleOf(s, item) {
    return item.taskTitle ? content(s, item.taskTitle) : item.task;
}

/** A text of people, in its own language and with its own lines. */
export function prose(s, text) {
    return text
        ? h('p', { class: 'prose', lang: s.languageOf(text) }, text)
        : h('p', { class: 'not-stated' }, s.t('page.notStated'));
}

/** The last return, as long as it is to be settled. */
export function lastReturn({ checkpoint, steps }) {
    return checkpoint.status === 'RETURNED' ? steps.findLast(({ action }) => action === 'RETURNED') ?? null : null;
}
