/** The page of a task as it is seen, from what is known of it. */
import { h } from '../h.js';
import { notice } from '../parts.js';
import { read } from './load.js';
import { head } from './head.js';
import { judged } from './judged.js';
import { schedule } from './schedule.js';
import { indicators } from './indicators.js';
import { checkpoints } from './checkpoints.js';
import { opinions } from './opinions.js';
import { course } from './course.js';
import { about, parties } from './about.js';
import { documents } from './documents.js';

export function view(page) {
    const { state } = page;
    return [
        state.over && over(page),
        state.phase === 'ready' ? sheet(page) : h('div', { key: 'state', class: 'card' }, states[state.phase ?? 'loading'](page)),
    ];
}

/** Nobody need begin again: the address is the same, and what is public stays. */
function over({ s }) {
    return h('div', { key: 'over', class: 'warnings', role: 'alert' },
        h('p', null, h('strong', null, s.t('sheet.over')), ' ', s.t('sheet.overHint'), ' ', signIn(s)));
}

function signIn(s) {
    return h('a', { href: `/signin?return=${encodeURIComponent(location.pathname + location.search)}` }, s.t('session.signIn'));
}

const states = {
    loading: ({ s, state }) => h('div', { role: 'status' }, h('h1', { class: 'sr-only' }, s.t('sheet.title'), ' ', state.code), notice(s.t('sheet.loadingTask'), s.t('state.loadingHint'))),
    missing: (page) => missing(page),
    failed: (page) => failed(page),
};

/** What one may not see and what there is not are answered alike: the page says both. */
function missing({ s, session, state }) {
    return h(
        'div',
        { class: 'notice' },
        h('h1', { class: 'notice-title' }, s.t('sheet.missing', { code: state.code ?? '' })),
        h('p', { class: 'notice-hint' }, s.t(session?.signedIn ? 'sheet.missingHintSignedIn' : 'sheet.missingHint')),
        h('p', { class: 'actions' },
            h('a', { class: 'button is-primary', href: '/' }, s.t('sheet.toBoard')),
            !session?.signedIn && h('a', {
                class: 'button', href: `/signin?return=${encodeURIComponent(location.pathname + location.search)}`,
            }, s.t('session.signIn'))),
    );
}

function failed(page) {
    const { s, state } = page;
    const action = { label: s.t('state.retry'), run: () => read(page, state.code) };
    return h('div', { role: 'alert' }, h('h1', { class: 'sr-only' }, s.t('sheet.title'), ' ', state.code), state.problem?.status === 0
        ? notice(s.t('state.failedNetwork'), s.t('sheet.failedNetworkHint'), action)
        : notice(state.problem?.title || s.t('form.failed'), state.problem?.detail, action));
}

function sheet(page) {
    return h(
        'article',
        { key: 'sheet', class: 'sheet' },
        head(page),
        h('div', { class: 'sheet-main' },
            judged(page), schedule(page), indicators(page), checkpoints(page), opinions(page), course(page)),
        h('div', { class: 'sheet-side' }, about(page), parties(page), documents(page)),
    );
}
