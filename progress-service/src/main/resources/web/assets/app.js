/** Starts the page: reads the snapshot, follows the stream, and renders the panels when something has changed. */
import { h, kept, render } from './h.js';
import { initial, reduce, RECENT_FOR } from './store.js';
import { changes } from './stream.js';
import { chosenLanguage, learnLanguage, speaker } from './i18n.js';
import { recall, remember } from './preferences.js';
import { announcer } from './announcer.js';
import { HEALTHS, isFiltering, NO_FILTER, passing, shownPlan, STATUSES, WITHOUT_HEALTH } from './board.js';
import { dayInSeoul } from './days.js';
import { notice } from './parts.js';
import { demonstration } from './panels/demonstration.js';
import { masthead } from './panels/masthead.js';
import { headline } from './panels/headline.js';
import { connectionHint, warnings } from './panels/freshness.js';
import { overview } from './panels/overview.js';
import { round } from './panels/round.js';
import { dues } from './panels/dues.js';
import { matrix } from './panels/matrix.js';
import { agencies } from './panels/agencies.js';
import { feed } from './panels/feed.js';

const DASHBOARD = '/api/v1/dashboard';
const STREAM = '/api/v1/dashboard/stream';
const HEALTH = '/api/v1/health';
const SESSION = '/api/v1/session';
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

/** What changes single rows; what is around them follows, but for another plan. */
const OF_ROWS = ['change', 'settle'];

/**
 * What is around the rows takes far longer to make and lay out than a row. Where change comes upon change its parts take turns,
 * one with every frame of rows; after so many milliseconds without another frame the next one follows by itself.
 */
const PARTS = ['headline', 'overview', 'round', 'counted', 'progress', 'agencies', 'feed'];
const APART = 60;

/** After so long without one of them following they all do at once. */
const QUIET = 300;

/** How often it looks whose mark may go, while there are any. */
const SETTLE_WATCH = 1_000;

/** How often the page looks whether it is another day in Seoul. */
const DAY_WATCH = 30_000;

const moreContrast = matchMedia('(prefers-contrast: more)');
const asked = new URLSearchParams(location.search);

let state = initial({
    filter: {
        status: oneOf(STATUSES, asked.get('status')),
        health: oneOf([...HEALTHS, ...WITHOUT_HEALTH], asked.get('health')),
        split: asked.get('disagreement') === 'true',
    },
    plan: asked.get('plan'),
    cycle: asked.get('cycle'),
    today: dayInSeoul(Date.now()),
});
/** The state that each part shows, what followed longest ago first. */
let around = all(state);
let following = null;
let followedAt = 0;
let s = speaker(chosenLanguage(location.search, recall('language')));
let contrast = contrastChosen();
/** What was pressed shows it at once; the whole page is made anew after that is seen. */
const pressed = { language: s.language, contrast };
let retry = FIRST_RETRY;
let retryTimer = null;
let drawing = false;
let addressing = null;
let settling = null;
/** The charts come when everything else stands. */
let progress = null;
const addressed = {};
const keep = kept();

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
            announce.add(payload.change, () => ({ s, agencies: state.agencies }));
            settling ??= setTimeout(settle, RECENT_FOR);
        }
        if (state.opened.has(payload.task?.code)) {
            explain(payload.task.code);
        }
    },
    // Somebody may have signed out in another window while there was no connection.
    opened: () => state.connection !== 'connecting' && stillSignedIn(),
    refused: stillSignedIn,
    reset: () => {
        stream.stop();
        dispatch({ type: 'connection', connection: 'reconnecting' });
        load();
    },
});

const actions = {
    /** @param filter what of it is another now */
    filter(filter) {
        dispatch({ type: 'filter', filter });
        follow();
        keepInAddress({
            status: state.filter.status, health: state.filter.health, disagreement: state.filter.split ? 'true' : null,
        });
    },
    plan(code) {
        dispatch({ type: 'plan', code });
        keepInAddress({ plan: code, cycle: null });
    },
    cycle(id) {
        dispatch({ type: 'cycle', id });
        keepInAddress({ cycle: id });
    },
    sort: (sort) => dispatch({ type: 'sort', sort }),
    /** Shows or hides the three healths of a task. */
    open(code) {
        dispatch({ type: 'opened', code });
        follow();
        if (state.opened.has(code)) {
            afterPaint(() => explain(code));
        }
    },
    async language(language) {
        pressed.language = language;
        remember('language', language);
        keepInAddress({ lang: language === 'ko' ? null : language });
        draw();
        await learnLanguage(language);
        afterPaint(() => {
            s = speaker(language);
            draw();
        });
    },
    contrast(more) {
        pressed.contrast = more;
        remember('contrast', more ? 'more' : 'standard');
        draw();
        afterPaint(() => {
            contrast = more;
            draw();
        });
    },
    pause: () => dispatch({ type: 'pause' }),
    resume: () => dispatch({ type: 'resume' }),
    feedWhole: () => dispatch({ type: 'feedWhole' }),
    /** Shows the row of a task, before the browser follows the link to it. */
    reveal(code) {
        const task = state.tasks.get(code);
        if (isFiltering(state.filter) && passing([task], state.filter).length === 0) {
            actions.filter(NO_FILTER);
            dispatch({ type: 'follow' });
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
    const [failure] = await Promise.all([read(), askWho()]);
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
async function read(again = false) {
    let answer;
    try {
        answer = await fetch(DASHBOARD, { headers: { Accept: 'application/json' }, cache: 'no-cache' });
    } catch (unreachable) {
        return { kind: 'network', status: null };
    }
    if (answer.status === 401 && !again) {
        // A session that is over: this very answer had the browser forget it, and the public is answered.
        dispatch({ type: 'session', session: { signedIn: false } });
        return read(true);
    }
    if (!answer.ok) {
        return { kind: 'server', status: answer.status };
    }
    try {
        dispatch({ type: 'snapshot', dashboard: await answer.json() });
        // The charts wait until the rows are seen.
        setTimeout(bringCharts, 0);
        return null;
    } catch (brokenOff) {
        return { kind: 'network', status: null };
    }
}

/** Asked for again with the next snapshot if they do not come. */
async function bringCharts() {
    try {
        ({ progress } = await import('./panels/progress.js'));
        draw();
    } catch (unreachable) {
        // Everything that they draw is in the tables and rows, too.
    }
}

/** Begins anew as the public where who had signed in is no longer: what is on the screen is not the public's to see. */
async function stillSignedIn() {
    if (state.session?.signedIn) {
        await askWho();
        if (!state.session.signedIn) {
            stream.stop();
            load();
        }
    }
}

/** Asks who has signed in: the cookie that says so is for no script to read. */
async function askWho() {
    try {
        const answer = await fetch(SESSION, { headers: { Accept: 'application/json' }, cache: 'no-store' });
        if (answer.ok) {
            dispatch({ type: 'session', session: await answer.json() });
        } else if (answer.status === 401) {
            dispatch({ type: 'session', session: { signedIn: false } });
        }
    } catch (unreachable) {
        // The page says what it knew.
    }
}

/** Asks why a task's health is what it is; without an answer the row says so, and everything else stays. */
async function explain(code) {
    let reasons = false;
    try {
        const answer = await fetch(`${HEALTH}/${encodeURIComponent(code)}`, { headers: { Accept: 'application/json' } });
        reasons = answer.ok ? (await answer.json()).reasons ?? [] : false;
    } catch (unreachable) {
        // The row links to the address itself.
    }
    dispatch({ type: 'reasons', code, reasons });
}

function dispatch(message) {
    const before = state;
    state = reduce(state, message);
    if (state !== before) {
        if (!OF_ROWS.includes(message.type) || shownPlan(before)?.code !== shownPlan(state)?.code) {
            around = all(state);
        }
        draw();
    }
}

/** Has the next part of what is around the rows show what they show; after a while without a change all of them. */
function catchUp() {
    const now = Date.now();
    const behind = [...around.keys()].filter((part) => around.get(part) !== state);
    const next = now - followedAt > QUIET ? behind : behind.slice(0, 1);
    clearTimeout(following);
    for (const part of next) {
        around.delete(part);
        around.set(part, state);
        followedAt = now;
    }
    following = next.length < behind.length ? setTimeout(draw, APART) : null;
}

function all(shown) {
    return new Map(PARTS.map((part) => [part, shown]));
}

/** Takes the marks off that have been there long enough, of many tasks at once. */
function settle() {
    dispatch({ type: 'settle', now: Date.now() });
    settling = state.recent.size > 0 ? setTimeout(settle, SETTLE_WATCH) : null;
}

/** Once what is drawn is seen. */
function afterPaint(run) {
    requestAnimationFrame(() => setTimeout(run, 0));
}

/** Has the rows follow once what was pressed is seen to be. */
function follow() {
    afterPaint(() => dispatch({ type: 'follow' }));
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
    catchUp();
    const top = around.get('headline');
    const { session } = top;
    spoken();
    render(
        root,
        h('a', { class: 'skip', href: '#main' }, s.t('page.skip')),
        demonstration(top, s),
        keep('masthead', [pressed.language, pressed.contrast, session, s], () => masthead(s, { ...pressed, session }, actions)),
        h(
            'main',
            { id: 'main', tabindex: -1, 'aria-busy': String(state.phase === 'loading') },
            part('headline', (shown) => headline(shown, s, actions)),
            h('div', { class: 'frame content' }, body()),
        ),
        keep('footer', [s], footer),
        connectionHint(top, s),
    );
}

/** Made anew where what it shows is another. */
function part(name, make) {
    const shown = around.get(name);
    return keep(name, [shown, s, progress], () => make(shown, shownPlan(shown)));
}

function footer() {
    return h(
        'footer',
        { class: 'footer' },
        h(
            'div',
            { class: 'frame' },
            h('p', null, s.t('page.footer'), s.language === 'en' && ` ${s.t('page.footerTranslation')}`),
            h('p', null, h('a', { href: DASHBOARD }, s.t('page.data'))),
        ),
    );
}

/** Set only where it is another: the whole page would be styled anew for it. */
function spoken() {
    const html = document.documentElement;
    const looks = contrast ? 'more' : 'standard';
    const title = s.t(state.demonstration ? 'demonstration.documentTitle' : 'page.documentTitle');
    if (html.lang !== s.language) {
        html.lang = s.language;
    }
    if (html.dataset.contrast !== looks) {
        html.dataset.contrast = looks;
    }
    if (document.title !== title) {
        document.title = title;
    }
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
        warnings(around.get('headline'), s),
        plan === null
            ? h('div', { key: 'empty', class: 'card' }, notice(s.t('state.noPlans'), s.t('state.noPlansHint')))
            : part('overview', (shown, its) => overview(shown, s, its)),
        part('round', ofRound),
        h(
            'div',
            { key: 'panels', class: 'panels' },
            plan !== null && matrix(state, around.get('counted'), s, plan, actions),
            part('progress', (shown, its) => its !== null && progress?.(shown, s, its)),
            part('agencies', (shown, its) => its?.onTime?.length > 0 && agencies(shown, s, its, actions)),
            part('feed', (shown) => feed(shown, s, actions)),
        ),
    ];
}

/** What an older server does not say is not shown as if there were none. */
function ofRound(shown, plan) {
    return plan?.cycles && h(
        'div',
        { key: 'round', class: 'panels' },
        round(shown, s, plan, actions),
        plan.cycles.length > 0 && dues(shown, s, plan, actions),
    );
}

function failed() {
    const { kind, status } = state.failure;
    const action = { label: s.t('state.retry'), run: actions.retry };
    return kind === 'server'
        ? notice(s.t('state.failedServer', { status: String(status) }), s.t('state.failedServerHint'), action)
        : notice(s.t('state.failedNetwork'), s.t('state.failedNetworkHint'), action);
}

function oneOf(known, value) {
    return known.includes(value) ? value : null;
}

function contrastChosen() {
    const chosen = recall('contrast');
    return chosen === null ? moreContrast.matches : chosen === 'more';
}

/** The address always shows what is seen, so that it can be handed on; it is written after what is seen. */
function keepInAddress(values) {
    Object.assign(addressed, values);
    addressing ??= setTimeout(writeAddress, 0);
}

function writeAddress() {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(addressed)) {
        if (value === null) {
            address.searchParams.delete(name);
        } else {
            address.searchParams.set(name, value);
        }
    }
    addressing = null;
    history.replaceState(null, '', address);
}

moreContrast.addEventListener('change', () => {
    contrast = contrastChosen();
    pressed.contrast = contrast;
    draw();
});

let dayHere = dayInSeoul(Date.now());

/** What is due in how many days, and what came too late, is another tomorrow; a sleeping page finds out when it wakes. */
setInterval(() => {
    const day = dayInSeoul(Date.now());
    if (day !== dayHere) {
        dayHere = day;
        read();
    }
}, DAY_WATCH);

root.replaceChildren();
renderPage();
load();
