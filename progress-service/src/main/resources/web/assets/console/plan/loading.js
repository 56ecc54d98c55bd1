/** What the planning half of the console has been told by the API, by the name of the view, and what is shown meanwhile. */
import { h } from '../../h.js';
import { notice } from '../../parts.js';

const NOTHING = { key: null, data: null, etag: null, problem: null, loading: false };

/** What a view has. */
export function held(page, name) {
    return page.state[`planning.${name}`] ?? NOTHING;
}

/** Changes what a view has, and draws. */
export function hold(page, name, changes) {
    page.set({ [`planning.${name}`]: { ...held(page, name), ...changes } });
}

/**
 * Loads what a view shows; an answer that comes after another was asked for is let go.
 *
 * @param {string} key which one it is: what was there of another is not shown while this one loads
 * @param {function(object): Promise} call takes the calls of the API
 */
export async function load(page, name, key, call) {
    const known = held(page, name);
    const asked = Symbol(key);
    const again = () => load(page, name, key, call);
    hold(page, name, { ...(known.key === key ? known : NOTHING), key, asked, again, loading: true, problem: null });
    const answer = await call(page.api);
    if (held(page, name).asked === asked) {
        hold(page, name, answer.ok
            ? { loading: false, data: answer.data, etag: answer.etag }
            : { loading: false, problem: answer.problem });
    }
    return answer;
}

/** Loads what hardly changes once only. */
export function loadOnce(page, name, key, call) {
    const known = held(page, name);
    return known.key === key && (known.loading || known.data) ? Promise.resolve(null) : load(page, name, key, call);
}

/** What is shown instead of a view whose data are not there: null once they are. */
export function waiting(page, name) {
    const { s } = page;
    const { data, problem, again } = held(page, name);
    if (problem && (problem.status === 401 || !data)) {
        return h('div', { class: 'card', role: 'alert', key: `failed-${name}` }, failure(page, problem, again));
    }
    return data
        ? null
        : h('div', { class: 'card', role: 'status', key: `loading-${name}` },
            notice(s.t('planning.loading'), s.t('state.loadingHint')));
}

function failure(page, problem, again) {
    const { s } = page;
    const retry = { label: s.t('state.retry'), run: again };
    if (problem.status === 401) {
        return sessionOver(page);
    }
    if (problem.status === 0) {
        return notice(s.t('state.failedNetwork'), s.t('planning.offlineHint'), retry);
    }
    if (problem.status === 403 || problem.status === 404) {
        return notice(problem.title || s.t('planning.failed'), problem.detail);
    }
    return notice(problem.title || s.t('planning.failed'), problem.detail || s.t('planning.failedHint'), retry);
}

/** The session has ended in the middle of work: signing in comes back here, and what was typed is still there. */
function sessionOver({ s }) {
    return h('div', { class: 'notice' },
        h('p', { class: 'notice-title' }, s.t('form.sessionOver')),
        h('p', { class: 'notice-hint' }, s.t('form.sessionOverHint')),
        h('a', {
            class: 'button is-primary',
            href: `/signin?return=${encodeURIComponent(location.pathname + location.search)}`,
        }, s.t('session.signIn')));
}

/** Says that what is shown could not be brought up to date. */
export function outdated(page, name) {
    const { s } = page;
    const { data, problem, again } = held(page, name);
    return data && problem && problem.status !== 401 && h('p', { class: 'warnings', role: 'alert', key: 'outdated' },
        s.t('planning.outdated'), ' ',
        h('button', { class: 'link-button', type: 'button', on: { click: again } }, s.t('state.retry')));
}
