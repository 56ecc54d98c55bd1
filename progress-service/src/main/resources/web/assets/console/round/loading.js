/** What a view shows and has to ask for: not there yet, there, or why it is not. Kept in the page's state under a name. */
import { h } from '../../h.js';
import { button } from '../../work/forms.js';

const RETRY_MILLIS = 5_000;

/** Only the newest answer to a question counts. */
const newest = new Map();

/**
 * Asks for something and keeps it as `page.state[name]`. What is shown stays while it is asked for once more.
 *
 * @param {string} of what is asked for; another one than before begins with nothing
 * @param {function(object): Promise} fetched asks the API it is given
 */
export async function load(page, name, of, fetched) {
    const asked = {};
    newest.set(name, asked);
    const before = page.state[name]?.of === of ? page.state[name] : { data: null, problem: null };
    const again = () => load(page, name, of, fetched);
    page.set({ [name]: { ...before, of, again, loading: true } });
    const answer = await fetched(page.api);
    if (newest.get(name) !== asked) {
        return answer;
    }
    page.set({ [name]: {
        of, again, loading: false, problem: answer.problem, data: answer.ok ? answer.data : before.data,
    } });
    if (answer.status === 0 || answer.status >= 500) {
        setTimeout(() => newest.get(name) === asked && again(), RETRY_MILLIS);
    }
    return answer;
}

/** Several answers as one, by their names; the first that failed stands for all. */
export async function together(calls) {
    const names = Object.keys(calls);
    const answers = await Promise.all(Object.values(calls));
    const failed = answers.find(({ ok }) => !ok);
    return failed ?? {
        ok: true, status: 200, problem: null,
        data: Object.fromEntries(names.map((name, place) => [name, answers[place].data])),
    };
}

/** An answer that may be missing: what is not there, or not for the caller, is `value` instead. */
export async function orElse(call, value) {
    const answer = await call;
    return [403, 404].includes(answer.status) ? { ok: true, status: 200, data: value, problem: null } : answer;
}

/** A resource together with its ETag, which a change must name. */
export async function tagged(call) {
    const answer = await call;
    return answer.ok ? { ...answer, data: { ...answer.data, etag: answer.etag } } : answer;
}

/** The view of what was loaded, or of its state; `alone` where nothing else is the heading of the page. */
export function shown(page, name, view, { alone = false } = {}) {
    const part = page.state[name];
    if (part?.problem) {
        return [failure(page, part, alone && !part.data ? 'h1' : 'p'), part.data && view(part.data)];
    }
    return part?.data ? view(part.data) : waiting(page.s, alone ? 'h1' : 'p');
}

function waiting(s, heading) {
    return h('div', { class: 'card', key: 'waiting', role: 'status' }, h('div', { class: 'notice' },
        h(heading, { class: 'notice-title' }, s.t('work.loading')),
        h('p', { class: 'notice-hint' }, s.t('state.loadingHint'))));
}

function failure(page, { problem, again, loading }, heading) {
    const { s } = page;
    const [title, hint] = saying(s, problem);
    return h('div', { class: 'card', key: 'failure', role: 'alert' }, h('div', { class: 'notice' },
        h(heading, { class: 'notice-title' }, title),
        h('p', { class: 'notice-hint' }, hint),
        problem.status === 401
            ? h('a', { class: 'button is-primary', href: signIn() }, s.t('session.signIn'))
            : button(s, { label: s.t('state.retry'), run: again, busy: loading }),
        problem.traceId && h('p', { class: 'problem-trace' }, s.t('form.trace', { id: problem.traceId }))));
}

function saying(s, { status }) {
    if (status === 0) {
        return [s.t('state.failedNetwork'), s.t('state.failedNetworkHint')];
    }
    if (status === 401) {
        return [s.t('form.sessionOver'), s.t('form.sessionOverHint')];
    }
    if (status === 403) {
        return [s.t('access.forbiddenTitle'), s.t('access.forbiddenHint')];
    }
    return status === 404
        ? [s.t('work.notFound'), s.t('work.notFoundHint')]
        : [s.t('work.failed', { status }), s.t('state.failedServerHint')];
}

/** Where one signs in and comes back to where one is. */
function signIn() {
    return `/signin?return=${encodeURIComponent(location.pathname + location.search)}`;
}
