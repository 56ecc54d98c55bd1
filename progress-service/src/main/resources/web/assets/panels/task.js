/** A task in its row: how it goes, how far it has come, what it is, who takes part, and where it stands. */
import { h, kept } from '../h.js';
import { healthOf, isSplit } from '../board.js';
import { agencyName, around, content, countdown, healthIcon, joined, plain, sign, statusIcon } from '../parts.js';
import { daysBetween, elapsed } from '../days.js';
import { moveWords } from '../telling.js';
import { SPLIT } from './filters.js';
import { health } from './health.js';

const keepInner = kept();
const keepRow = kept();

/**
 * A row that is filtered away stays, hidden: it is there at once when it is asked for again. What a row shows is made anew only
 * where something of it is another: of hundreds of rows a change concerns one.
 *
 * @param move the last move of its status or health, if there was one
 * @param sayArea whether the row says that its area was assigned here, as not all of its area were
 */
export function task(state, s, plan, task, { move, sayArea, hidden }, actions) {
    const opened = state.opened.has(task.code);
    const unfolded = state.unfolded.has(task.code);
    const inner = keepInner(task.code, [
        task, s, state.agencies, state.today, plan.leadAgency, sayArea, opened, move?.from, move?.to, move?.at,
        unfolded, unfolded && state.reasons.get(task.code), unfolded && plan.cycles,
    ], () => row(state, s, plan, task, { move, sayArea, opened, unfolded }, actions));
    const recent = state.recent.has(task.code);
    return keepRow(task.code, [inner, hidden, recent], () => h(
        'li',
        {
            key: task.code, id: task.code, tabindex: -1, hidden,
            class: recent ? 'task is-recent' : 'task',
            'data-status': task.status, 'data-origin': task.origin, 'data-health': task.health?.headline,
        },
        inner,
    ));
}

function row(state, s, plan, task, { move, sayArea, opened, unfolded }, actions) {
    const signal = task.health === undefined ? null : healthOf(task);
    return [
        signal === null ? statusIcon(task.status) : healthIcon(signal),
        h(
            'div',
            { class: 'task-words' },
            h('p', { class: 'task-title', id: `title-${task.code}` },
                h('a', { href: `/tasks/${encodeURIComponent(task.code)}` }, content(s, task.title))),
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
            signal && signalBadge(s, task, signal, { opened, unfolded }, actions),
            task.health && come(state, s, task),
            h('span', { key: 'stand', class: 'stand' },
                statusBadge(s, task, signal !== null), until(state, s, task)),
            moved(s, move),
        ),
        unfolded && health(state, s, task),
    ].filter(Boolean).map((each, index) => (each.key === null ? { ...each, key: `part-${index}` } : each));
}

/** How far it has come, on a bar with a mark where its time is; the bar is there without the figures too, so that nothing moves. */
function come(state, s, task) {
    const complete = task.health.percentComplete ?? null;
    const time = elapsed(task, state.today);
    return h(
        'span',
        { key: 'come', class: 'come' },
        h('span', { class: 'come-bar', 'aria-hidden': 'true' },
            complete !== null && h('span', { class: 'come-done', style: { width: `${complete}%` } }),
            time !== null && h('span', { class: 'come-time', style: { left: `${time}%` } })),
        h('span', { class: 'come-figure' }, h('span', { class: 'sr-only' }, `${s.t('task.complete')}: `),
            complete !== null ? s.percent(complete / 100)
                : h('span', { class: 'not-stated' }, h('span', { 'aria-hidden': 'true' }, '–'), h('span', { class: 'sr-only' }, s.t('page.notStated')))),
    );
}

/** In how many days the next return is awaited; else in how many the task ends. */
function until(state, s, { status, checkpoints, endsOn }) {
    const due = checkpoints?.nextDueOn ?? null;
    const ends = status === 'IN_PROGRESS' ? endsOn ?? null : null;
    return due !== null ? h('span', { key: 'until', class: 'until is-due' }, s.t('task.dueIn'), ' ', countdown(s, daysBetween(state.today, due)))
        : ends !== null && h('span', { key: 'until', class: 'until' }, s.t('task.endsIn'), ' ', countdown(s, daysBetween(state.today, ends)));
}

/** The word for how a task goes; where there is a health it opens the three that it comes from. */
function signalBadge(s, task, signal, { opened, unfolded }, actions) {
    const word = [h('span', { class: 'sr-only' }, `${s.t('task.health')}: `), s.named('health', signal)];
    if (task.health === null) {
        return h('span', { class: 'badge', 'data-health': signal }, word);
    }
    return h(
        'button',
        {
            class: 'badge is-button', type: 'button', 'data-health': signal, 'aria-expanded': String(opened),
            'aria-controls': unfolded && `health-${task.code}`,
            'aria-describedby': `title-${task.code}`, title: s.t('health.open'),
            on: { click: () => actions.open(task.code) },
        },
        word,
        sign(opened ? 'M6 15l6-6 6 6' : 'M6 9l6 6 6-6'),
    );
}

/** Beside a health the status is the lesser news. */
function statusBadge(s, { status }, beside) {
    const spoken = h('span', { class: 'sr-only' }, `${s.t('task.status')}: `);
    return beside
        ? h('span', { key: 'status', class: 'stage', 'data-status': status }, spoken, statusIcon(status), s.named('status', status))
        : [spoken, h('strong', { key: 'status', class: 'badge', 'data-status': status }, s.named('status', status))];
}

function moved(s, move) {
    return move && h(
        'span',
        { key: 'moved', class: 'moved' },
        h('span', { 'aria-hidden': 'true' }, moveWords(s, move)),
        h('span', { class: 'sr-only' }, moveWords(s, move, true)),
        move.at && [' ', h('time', { datetime: move.at }, s.shortDay(move.at))],
    );
}

function marks(s, task, sayArea) {
    const list = [
        isSplit(task) && h('span', { key: 'split', class: 'mark is-split' }, sign(SPLIT), s.t('health.split')),
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
                task.partnersOpen ? around(s, 'task.partnersOpen', 'partners', list) : list,
            ]
            : h('span', { class: 'not-stated' },
                s.t(task.partnersOpen ? 'task.partnersOpenUnnamed' : 'task.partnersUnnamed')),
        involved.length > 0 && [' · ', around(s, 'task.involved', 'agencies', joined(involved, ', '))],
        lead && lead !== plan.leadAgency
            && [' · ', around(s, 'task.lead', 'agency', [agencyName(s, state.agencies.get(lead), lead)])],
    );
}

function fullName(state, s, code) {
    const agency = state.agencies.get(code);
    return agency ? plain(s, agency.name) : code;
}
