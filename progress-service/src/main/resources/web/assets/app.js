/** Starts the page: reads the snapshot, follows the stream, and renders the panels when something has changed. */
import { h, render } from './h.js';
import { initial, reduce, RECENT_FOR } from './store.js';
import { changes } from './stream.js';
import { chosenLanguage, speaker } from './i18n.js';
import { recall, remember } from './preferences.js';
import { announcer } from './announcer.js';
import { shownPlan, STATUSES } from './board.js';
import { notice } from './parts.js';
import { masthead } from './panels/masthead.js';
import { headline } from './panels/headline.js';
import { connectionHint, warnings } from './panels/freshness.js';
import { overview } from './panels/overview.js';
import { matrix } from './panels/matrix.js';
import { feed } from './panels/feed.js';

const DASHBOARD = '/api/v1/dashboard';
const STREAM = '/api/v1/dashboard/stream';
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

const moreContrast = matchMedia('(prefers-contrast: more)');
const asked = new URLSearchParams(location.search);

let state = initial({
    filter: STATUSES.includes(asked.get('status')) ? asked.get('status') : null,
    plan: asked.get('plan'),
});
let s = speaker(chosenLanguage(location.search, recall('language')));
let contrast = contrastChosen();
let retry = FIRST_RETRY;
let retryTimer = null;
let drawing = false;

const root = document.getElementById('app');
const announce = announcer(document.getElementById('announcer'));

const stream = changes(STREAM, {
    cursor: () => state.cursor,
    connection: (connection) => dispatch({ type: 'connection', connection }),
    message: (type, id, payload) => {
        const before = state;
        const now = Date.now();
        dispatch({ type, id, payload, now });
        if (state !== before && payload.change) {
            announce.add(payload.change, () => s);
            setTimeout(() => dispatch({ type: 'settle', now: Date.now() }), RECENT_FOR + 50);
        }
    },
    reset: () => {
        stream.stop();
        dispatch({ type: 'connection', connection: 'reconnecting' });
        load();
    },
});

const actions = {
    filter(status) {
        dispatch({ type: 'filter', status });
        keepInAddress('status', status);
    },
    plan(code) {
        dispatch({ type: 'plan', code });
        keepInAddress('plan', code);
    },
    language(language) {
        s = speaker(language);
        remember('language', language);
        keepInAddress('lang', language === 'ko' ? null : language);
        draw();
    },
    contrast(more) {
        contrast = more;
        remember('contrast', more ? 'more' : 'standard');
        draw();
    },
    pause: () => dispatch({ type: 'pause' }),
    resume: () => dispatch({ type: 'resume' }),
    /** Shows the row of a task, before the browser follows the link to it. */
    reveal(code) {
        const task = state.tasks.get(code);
        if (state.filter !== null && task.status !== state.filter) {
            actions.filter(null);
        }
        if (task.plan !== shownPlan(state)?.code) {
            actions.plan(task.plan);
        }
        renderPage();
        document.getElementById(code)?.focus({ preventScroll: true });
    },
    retry: () => load(),
};

async function load() {
    clearTimeout(retryTimer);
    dispatch({ type: 'retrying' });
    const failure = await read();
    if (failure === null) {
        retry = FIRST_RETRY;
        stream.start();
        return;
    }
    dispatch({ type: 'failed', failure });
    dispatch({ type: 'connection', connection: navigator.onLine === false ? 'offline' : 'reconnecting' });
    retryTimer = setTimeout(load, retry);
    retry = Math.min(retry * 2, LONGEST_RETRY);
}

/** Reads the snapshot into the state; answers null, or why it could not. */
async function read() {
    let answer;
    try {
        answer = await fetch(DASHBOARD, { headers: { Accept: 'application/json' }, cache: 'no-cache' });
    } catch (unreachable) {
        return { kind: 'network', status: null };
    }
    if (!answer.ok) {
        return { kind: 'server', status: answer.status };
    }
    try {
        dispatch({ type: 'snapshot', dashboard: await answer.json() });
        return null;
    } catch (brokenOff) {
        return { kind: 'network', status: null };
    }
}

function dispatch(message) {
    const next = reduce(state, message);
    if (next !== state) {
        state = next;
        draw();
    }
}

/** Renders once before the next frame, however many messages come until then. */
function draw() {
    if (!drawing) {
        drawing = true;
        requestAnimationFrame(renderPage);
    }
}

function renderPage() {
    drawing = false;
    const html = document.documentElement;
    html.lang = s.language;
    html.dataset.contrast = contrast ? 'more' : 'standard';
    document.title = s.t('page.documentTitle');
    render(
        root,
        h('a', { class: 'skip', href: '#main' }, s.t('page.skip')),
        masthead(s, { contrast }, actions),
        h(
            'main',
            { id: 'main', tabindex: -1, 'aria-busy': String(state.phase === 'loading') },
            headline(state, s, actions),
            h('div', { class: 'frame content' }, body()),
        ),
        h(
            'footer',
            { class: 'footer' },
            h(
                'div',
                { class: 'frame' },
                h('p', null, s.t('page.footer'), s.language === 'en' && ` ${s.t('page.footerTranslation')}`),
                h('p', null, h('a', { href: DASHBOARD }, s.t('page.data'))),
            ),
        ),
        connectionHint(state, s),
    );
}

function body() {
    if (state.phase === 'loading') {
        return h('div', { key: 'loading', class: 'card', role: 'status' },
            notice(s.t('state.loading'), s.t('state.loadingHint')));
    }
    if (state.phase === 'failed') {
        return h('div', { key: 'failed', class: 'card', role: 'alert' }, failed());
    }
    const plan = shownPlan(state);
    return [
        warnings(state, s),
        plan === null
            ? h('div', { key: 'empty', class: 'card' }, notice(s.t('state.noPlans'), s.t('state.noPlansHint')))
            : overview(state, s, plan),
        h(
            'div',
            { key: 'panels', class: 'panels' },
            plan !== null && matrix(state, s, plan, actions),
            feed(state, s, actions),
        ),
    ];
}

function failed() {
    const { kind, status } = state.failure;
    const action = { label: s.t('state.retry'), run: actions.retry };
    return kind === 'server'
        ? notice(s.t('state.failedServer', { status: String(status) }), s.t('state.failedServerHint'), action)
        : notice(s.t('state.failedNetwork'), s.t('state.failedNetworkHint'), action);
}

function contrastChosen() {
    const chosen = recall('contrast');
    return chosen === null ? moreContrast.matches : chosen === 'more';
}

/** The address always shows what is seen, so that it can be handed on. */
function keepInAddress(name, value) {
    const address = new URL(location.href);
    if (value === null) {
        address.searchParams.delete(name);
    } else {
        address.searchParams.set(name, value);
    }
    history.replaceState(null, '', address);
}

moreContrast.addEventListener('change', () => {
    contrast = contrastChosen();
    draw();
});

root.replaceChildren();
renderPage();
load();
