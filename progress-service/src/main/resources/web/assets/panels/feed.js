/** The latest changes, newest first, as they come in. */
import { h, kept } from '../h.js';
import { feedEntries } from '../board.js';
import { dayInSeoul } from '../days.js';
import { agencyName, content, healthIcon, notice, sign, statusIcon } from '../parts.js';
import { FEED_LENGTH } from '../store.js';
import { kindWords, movedThing, moveOf, moveWords } from '../telling.js';

const PAUSE = 'M8 5v14M16 5v14';
const PLAY = 'M8 5.5v13l10.5-6.5z';
const ADDED = 'M12 5v14M5 12h14';
const EDITED = 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3';
const LATE = 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5V12l3 2';
const PERIOD = 'M5 6.5h14v13H5zM5 10.5h14M8.5 4v4M15.5 4v4';

/** What was done with a checkpoint, and with what asked for more time. */
const DONE = {
    SUBMITTED: 'M12 19V5M6 11l6-6 6 6',
    CORRECTED: 'M12 19V5M6 11l6-6 6 6',
    WITHDRAWN: 'M12 5v14M6 13l6 6 6-6',
    RETURNED: 'M9 5l-5 5 5 5M4 10h10a5 5 0 0 1 0 10h-3',
    ACCEPTED: 'M5 12.5l4.5 4.5L19 7.5',
    WAIVED: 'M5 12h14',
    GRANTED: 'M5 12.5l4.5 4.5L19 7.5',
    REFUSED: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
};

/** So many entries are shown before more are asked for: each one that comes in moves all below it. */
const SHOWN = 12;

const keep = kept();

export function feed(state, s, actions) {
    return keep('feed', [state.changes, state.frozen, state.feedWhole, state.agencies, state.tasks, state.lastEventAt, s], () => panel(state, s, actions));
}

function panel(state, s, actions) {
    const entries = feedEntries(state.frozen ?? state.changes, FEED_LENGTH);
    const shown = state.feedWhole ? entries : entries.slice(0, SHOWN);
    const waiting = state.frozen === null ? 0 : unseen(state.changes, state.frozen);
    return h(
        'section',
        { class: 'card feed', key: 'feed', 'aria-labelledby': 'feed-title' },
        h(
            'div',
            { class: 'card-head has-action' },
            h('h2', { id: 'feed-title' }, s.t('feed.title')),
            pause(state, s, actions),
            h('p', { class: 'card-note' }, s.t('feed.note')),
        ),
        waiting > 0 && h('p', { key: 'waiting', class: 'feed-waiting' }, s.t('feed.waiting', { count: waiting })),
        shown.length === 0
            ? notice(s.t('feed.empty'), s.t('feed.emptyHint'))
            : h(
                'ol',
                // Scrolls by itself where the page is wide: then it must be reachable by keyboard.
                { key: 'list', class: 'feed-list', tabindex: 0, 'aria-label': s.t('feed.list') },
                shown.map((entry) => item(state, s, entry, actions)),
                entries.length > SHOWN && h('li', { key: 'more', class: 'feed-more' }, more(state, s, entries.length, actions)),
            ),
    );
}

function more(state, s, count, actions) {
    return h(
        'button',
        { class: 'button is-small', type: 'button', 'aria-expanded': String(state.feedWhole), on: { click: actions.feedWhole } },
        state.feedWhole ? s.t('feed.less') : s.t('feed.more', { count: count - SHOWN }),
    );
}

function unseen(changes, frozen) {
    const known = new Set(frozen.map((change) => change.id));
    return changes.filter((change) => !known.has(change.id)).length;
}

function pause(state, s, actions) {
    const paused = state.frozen !== null;
    return h(
        'button',
        { class: 'button is-small', type: 'button', on: { click: paused ? actions.resume : actions.pause } },
        sign(paused ? PLAY : PAUSE),
        s.t(paused ? 'feed.resume' : 'feed.pause'),
    );
}

function item(state, s, entry, actions) {
    const newest = entry.changes[0];
    const year = state.lastEventAt && dayInSeoul(Date.parse(state.lastEventAt)).slice(0, 4);
    return keep(newest, [entry.changes.length, entry.more, state.agencies, state.tasks.has(newest.code), year, s], () =>
        line(state, s, entry, newest, actions));
}

function line(state, s, entry, newest, actions) {
    // The oldest of a group names it: the group keeps its element while more is added to it.
    return h(
        'li',
        { key: entry.changes.at(-1).id, class: 'change' },
        icon(newest),
        h(
            'div',
            { class: 'change-words' },
            entry.changes.length > 1 ? group(state, s, entry) : single(state, s, newest, actions),
        ),
    );
}

function icon(change) {
    const move = moveOf(change);
    if (move && change.type.startsWith('task.')) {
        return move.kind === 'health' ? healthIcon(move.to) : statusIcon(move.to);
    }
    return h('span', { class: 'change-sign', 'data-done': change.action ?? change.to }, sign(signOf(change)));
}

function signOf({ type, action, to }) {
    if (type.endsWith('.registered')) {
        return ADDED;
    }
    if (type === 'checkpoint.overdue') {
        return LATE;
    }
    return type.startsWith('cycle.') ? PERIOD : DONE[action ?? to] ?? EDITED;
}

function group(state, s, { type, changes, more }) {
    const kind = s.named(more ? 'feed.groupMore' : 'feed.group', type) === type ? 'other' : type;
    const codes = changes.map((change) => change.code ?? change.subject);
    return [
        h('p', { class: 'change-title' },
            s.t(`${more ? 'feed.groupMore' : 'feed.group'}.${kind}`, { count: changes.length })),
        h('p', { class: 'change-facts' }, when(state, s, changes[0]), type === 'task.registered' && [' · ', range(codes)]),
    ];
}

function range(codes) {
    const sorted = [...codes].sort();
    return [code(sorted[0]), ' – ', code(sorted.at(-1))];
}

function code(text) {
    return h('span', { class: 'code' }, text);
}

function single(state, s, change, actions) {
    return [
        h('p', { class: 'change-title' }, subject(state, s, change, actions)),
        h('p', { class: 'change-what' }, what(state, s, change)),
        change.reason && h(
            'p',
            { class: 'change-reason' },
            h('span', { class: 'sr-only' }, `${s.t('feed.reason')}: `),
            h('q', { lang: s.languageOf(change.reason) }, change.reason),
        ),
        h(
            'p',
            { class: 'change-facts' },
            when(state, s, change),
            ' · ',
            code(change.code ?? change.subject),
            change.actorAgency
                && [' · ', agencyName(s, state.agencies.get(change.actorAgency), change.actorAgency)],
        ),
    ];
}

function subject(state, s, change, actions) {
    return state.tasks.has(change.code)
        ? h('a', { href: `#${change.code}`, on: { click: () => actions.reveal(change.code) } }, content(s, change.title))
        : content(s, change.title);
}

function what(state, s, change) {
    const move = moveOf(change);
    return move
        ? [
            movedThing(s, move) && h('span', { class: 'change-kind' }, movedThing(s, move), ' '),
            h('span', { 'aria-hidden': 'true' }, moveWords(s, move)),
            h('span', { class: 'sr-only' }, moveWords(s, move, true)),
        ]
        : kindWords(s, state.agencies, change);
}

function when(state, s, change) {
    return h('time', { datetime: change.at }, s.moment(change.at, state.lastEventAt ?? change.at));
}
