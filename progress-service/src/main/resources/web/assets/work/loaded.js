/** What is shown while something is loaded, and where it could not be: what is the matter, and what to do. */
import { h } from '../h.js';
import { notice } from '../parts.js';
import { problemBox } from './forms.js';

/** Where to sign in so that one comes back here. */
export function signInAddress() {
    return `/signin?return=${encodeURIComponent(location.pathname + location.search)}`;
}

/**
 * The view of what was loaded, else why it is not there.
 *
 * @param {{problem: object|null, data: *}|undefined} slot undefined as long as nothing has answered
 */
export function loaded(s, slot, retry, view) {
    if (slot?.data !== undefined && slot.data !== null) {
        return view(slot.data);
    }
    if (!slot?.problem) {
        return h('div', { class: 'card', role: 'status', key: 'loading' },
            h('h1', { class: 'sr-only' }, s.t('load.loading')),
            notice(s.t('load.loading'), s.t('state.loadingHint')));
    }
    const told = tell(s, slot.problem);
    const again = slot.problem.status === 401
        ? { label: s.t('session.signIn'), run: () => location.assign(signInAddress()) }
        : [403, 404].includes(slot.problem.status) ? null : { label: s.t('state.retry'), run: retry };
    return h('div', { class: 'card', role: 'alert', key: 'failed' },
        h('h1', { class: 'sr-only' }, told.title), notice(told.title, told.hint, again));
}

function tell(s, problem) {
    const known = { 0: 'offline', 401: 'over', 403: 'forbidden', 404: 'missing' }[problem.status];
    return known
        ? { title: s.t(`load.${known}`), hint: s.t(`load.${known}Hint`) }
        : { title: problem.title || s.t('load.failed', { status: problem.status }), hint: problem.detail || s.t('load.failedHint') };
}

/** What went wrong with a call, above a form; a session that is over is no fault of what was typed. */
export function troubleBox(s, problem, options) {
    return problem?.status === 401
        ? h('div', { class: 'problem', role: 'alert', key: 'problem', tabindex: -1, id: `${options?.form ?? ''}-problem` },
            h('p', { class: 'problem-title' }, s.t('load.over')),
            h('p', null, s.t('load.overKept')),
            h('p', { class: 'actions' }, h('a', { class: 'button is-primary', href: signInAddress() }, s.t('session.signIn'))))
        : problemBox(s, problem, options);
}
