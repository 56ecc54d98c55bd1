/** What is shown while something is loaded, and where it could not be: what is the matter, and what to do. */
import { h } from '../h.js';
import { button, signInLink } from './forms.js';
import { held } from './loading.js';

/**
 * The view of what was loaded, else why it is not there. It stands alone: its title is the heading of the view.
 *
 * @param {{problem: object|null, data: *}|undefined} slot undefined as long as nothing has answered
 */
export function loaded(s, slot, retry, view) {
    if (slot?.data !== undefined && slot.data !== null) {
        return view(slot.data);
    }
    return slot?.problem ? failure(s, { problem: slot.problem, again: retry }, 'h1') : loading(s, 'h1');
}

/** The same of what the page holds under a name; what was there before stays below what went wrong. */
export function shown(page, name, view, { alone = false } = {}) {
    const slot = held(page, name);
    if (slot.problem) {
        return [failure(page.s, slot, alone && !slot.data ? 'h1' : 'p'), slot.data && view(slot.data)];
    }
    return slot.data ? view(slot.data) : loading(page.s, alone ? 'h1' : 'p');
}

/** What is shown instead of a view whose data are not there: null once they are. */
export function waiting(page, name) {
    const slot = held(page, name);
    if (slot.problem && (slot.problem.status === 401 || !slot.data)) {
        return failure(page.s, slot, 'p');
    }
    return slot.data ? null : loading(page.s, 'p');
}

/** Says that what is shown could not be brought up to date. */
export function outdated(page, name) {
    const { s } = page;
    const { data, problem, again } = held(page, name);
    return data && problem && problem.status !== 401 && h('p', { class: 'warnings', role: 'alert', key: 'outdated' },
        s.t('load.outdated'), ' ',
        h('button', { class: 'link-button', type: 'button', on: { click: again } }, s.t('state.retry')));
}

function loading(s, heading) {
    return h('div', { class: 'card', role: 'status', key: 'loading' }, h('div', { class: 'notice' },
        h(heading, { class: 'notice-title' }, s.t('load.loading')),
        h('p', { class: 'notice-hint' }, s.t('state.loadingHint'))));
}

function failure(s, { problem, again, loading: busy = false }, heading) {
    const [title, hint] = saying(s, problem);
    const { status, traceId } = problem;
    return h('div', { class: 'card', role: 'alert', key: 'failed' }, h('div', { class: 'notice' },
        h(heading, { class: 'notice-title' }, title),
        h('p', { class: 'notice-hint' }, hint),
        status === 401 ? signInLink(s) : ![403, 404].includes(status) && button(s, { label: s.t('state.retry'), run: again, busy }),
        traceId && ![401, 403, 404].includes(status) && h('p', { class: 'problem-trace' }, s.t('form.trace', { id: traceId }))));
}

function saying(s, problem) {
    const known = { 0: 'offline', 401: 'over', 403: 'forbidden', 404: 'missing' }[problem.status];
    return known
        ? [s.t(`load.${known}`), s.t(`load.${known}Hint`)]
        : [problem.title || s.t('load.failed', { status: problem.status }), problem.detail || s.t('load.failedHint')];
}
