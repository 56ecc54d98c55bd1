/**
 * Where planners work. Each section is `{path, nav, roles, title(page), arrived(page), view(page)}`: the first part of the
 * path below `/console`, the message of its tab (null where it has none), who may use it (planners unless said), the title
 * of the document (that of the tab unless said), what to load, and what to show.
 */
import { h } from '../h.js';
import { learn } from '../i18n.js';
import { start } from '../work/frame.js';
import { sections as planning } from './plan/sections.js';
import { sections as rounds } from './round/sections.js';

const SECTIONS = [...planning, ...rounds];

await Promise.all(['./plan/messages', './round/messages'].map((words) => learn(new URL(words, import.meta.url))));

start({
    nav: 'console',
    base: '/console',
    words: new URL('./messages', import.meta.url),
    roles: ['planner', 'admin'],
    title: (page) => section(page)?.title?.(page) ?? page.s.t(section(page)?.nav ?? 'console.title'),
    arrived,
    view,
});

function arrived(page) {
    if (!page.session?.signedIn) {
        return;
    }
    const shown = section(page);
    if (shown && mayUse(page, shown)) {
        shown.arrived?.(page);
    } else if (page.path.length === 0) {
        // Whoever has no worklist begins with what there is for them.
        const first = SECTIONS.find((one) => one.nav !== null && mayUse(page, one));
        if (first) {
            page.go(`/console/${first.path}`, true);
        }
    }
}

function mayUse({ session }, { roles = ['planner'] }) {
    return session.roles.some((role) => roles.includes(role));
}

function section({ path }) {
    return SECTIONS.find((one) => one.path === (path[0] ?? ''));
}

function view(page) {
    const { s, path } = page;
    const shown = section(page);
    return [
        h('nav', { key: 'tabs', 'aria-label': s.t('console.sections') }, h('ul', { class: 'tabs' },
            SECTIONS.filter((one) => one.nav !== null && mayUse(page, one)).map((one) => h('li', { key: one.path }, h('a', {
                href: one.path === '' ? '/console' : `/console/${one.path}`,
                'aria-current': one.path === (path[0] ?? '') ? 'page' : null,
            }, s.t(one.nav)))))),
        shown && mayUse(page, shown) && shown.view(page),
        shown && !mayUse(page, shown) && nothing(s.t('access.forbiddenTitle'), s.t('console.forbiddenHint')),
        !shown && nothing(s.t('console.nothingHere'), s.t('console.nothingHereHint')),
    ];
}

function nothing(title, hint) {
    return h('div', { class: 'card', key: 'nothing' },
        h('div', { class: 'notice' }, h('h1', { class: 'notice-title' }, title), h('p', { class: 'notice-hint' }, hint)));
}
