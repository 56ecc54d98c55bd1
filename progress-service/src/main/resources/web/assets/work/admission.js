/** Who has signed in, what is said to who may not see a page, and that a session has ended in the middle of work. */
import { h } from '../h.js';
import { notice } from '../parts.js';
import { signInLink } from './forms.js';

/** Who has signed in, as the server says; `failed` where it does not. */
export async function whoIsThere({ api }) {
    const answer = await api.get('/api/v1/session');
    return answer.ok ? answer.data : { signedIn: false, ...(answer.status === 401 ? {} : { failed: true }) };
}

/**
 * Watches for the end of the session while nothing is asked: it may have ended in another window, or while this one was
 * not looked at.
 */
export function watchSession(page) {
    document.addEventListener('visibilitychange', async () => {
        if (document.visibilityState === 'visible' && page.session?.signedIn) {
            const session = await whoIsThere(page);
            if (!session.failed) {
                page.over = !session.signedIn;
                page.set({});
            }
        }
    });
}

/** What is said instead of the view to who may not see it; null to who may. */
export function admitted({ s, session }, roles, askAgain) {
    if (session === null) {
        return h('div', { class: 'card', role: 'status' }, notice(s.t('load.loading'), s.t('state.loadingHint')));
    }
    if (session.failed) {
        return h('div', { class: 'card', role: 'alert' },
            notice(s.t('load.offline'), s.t('load.offlineHint'), { label: s.t('state.retry'), run: askAgain }));
    }
    if (roles !== null && !session.signedIn) {
        return refused(s, 'signIn', signInLink(s));
    }
    return roles === null || session.roles.some((role) => roles.includes(role)) ? null : refused(s, 'forbidden');
}

function refused(s, why, link = null) {
    return h('div', { class: 'card' },
        h('div', { class: 'notice' },
            h('h1', { class: 'notice-title' }, s.t(`access.${why}Title`)),
            h('p', { class: 'notice-hint' }, s.t(`access.${why}Hint`)),
            link));
}

/** That the session has ended; what is shown stays. Not seen where the view says so itself. */
export function overView({ s, over }) {
    return over && h('div', { key: 'over', class: 'session-over', role: 'alert' },
        h('div', { class: 'frame session-over-row' },
            h('p', null, h('strong', null, s.t('load.over')), ' ', s.t('load.overKept')),
            signInLink(s)));
}
