/**
 * Where planners work. Each section is `{path, nav, arrived(page), view(page)}`: the first part of the path below
 * `/console`, the message of its tab (null where it has none), what to load, and what to show.
 */
import { h } from '../h.js';
import { learn } from '../i18n.js';
import { start } from '../work/frame.js';
import { notice } from '../parts.js';
import { sections as planning } from './plan/sections.js';
import { sections as rounds } from './round/sections.js';

const SECTIONS = [...planning, ...rounds];

await Promise.all(['./plan/messages', './round/messages'].map((words) => learn(new URL(words, import.meta.url))));

start({
    nav: 'console',
    base: '/console',
    words: new URL('./messages', import.meta.url),
    roles: ['planner', 'admin'],
    title: (page) => page.s.t(section(page)?.nav ?? 'console.title'),
    arrived: (page) => page.session?.signedIn && section(page)?.arrived?.(page),
    view,
});

function section({ path }) {
    return SECTIONS.find((one) => one.path === (path[0] ?? ''));
}

function view(page) {
    const { s, path } = page;
    const shown = section(page);
    return [
        h('nav', { key: 'tabs', 'aria-label': s.t('console.sections') }, h('ul', { class: 'tabs' },
            SECTIONS.filter(({ nav }) => nav !== null).map((one) => h('li', { key: one.path }, h('a', {
                href: one.path === '' ? '/console' : `/console/${one.path}`,
                'aria-current': one.path === (path[0] ?? '') ? 'page' : null,
            }, s.t(one.nav)))))),
        shown
            ? shown.view(page)
            : h('div', { class: 'card', key: 'nothing' }, notice(s.t('console.nothingHere'), s.t('console.nothingHereHint'))),
    ];
}
