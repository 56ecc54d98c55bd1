/** The latest changes, newest first, as they come in. */
import { h } from '../h.js';
import { feedEntries } from '../board.js';
import { agencyName, content, notice, sign, statusIcon } from '../parts.js';
import { FEED_LENGTH } from '../store.js';

const PAUSE = 'M8 5v14M16 5v14';
const PLAY = 'M8 5.5v13l10.5-6.5z';
const ADDED = 'M12 5v14M5 12h14';
const EDITED = 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3';

export function feed(state, s, actions) {
    const shown = state.frozen ?? state.changes;
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
                feedEntries(shown, FEED_LENGTH).map((entry) => item(state, s, entry, actions)),
            ),
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
    if (change.from && change.to && change.type.startsWith('task.')) {
        return statusIcon(change.to);
    }
    return h('span', { class: 'change-sign' }, sign(change.type.endsWith('.registered') ? ADDED : EDITED));
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
        h('p', { class: 'change-what' }, what(s, change)),
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

/** What happened, in words; for a task's or an agency's status from where to where. */
export function what(s, change) {
    if (change.from && change.to) {
        const words = { from: s.named('status', change.from), to: s.named('status', change.to) };
        return [
            h('span', { 'aria-hidden': 'true' }, s.t('feed.transition', words)),
            h('span', { class: 'sr-only' }, s.t('feed.transitionSpoken', words)),
        ];
    }
    return whatType(s, change.type);
}

/** The kind of a change in words; a kind that a newer server knows is simply a change. */
export function whatType(s, type) {
    const words = s.named('feed.type', type);
    return words === type ? s.t('feed.type.other') : words;
}

function when(state, s, change) {
    return h('time', { datetime: change.at }, s.moment(change.at, state.lastEventAt ?? change.at));
}
