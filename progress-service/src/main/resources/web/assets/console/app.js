import { h } from '../h.js';
import { start } from '../work/frame.js';

start({
    nav: 'console',
    base: '/console',
    words: new URL('./messages', import.meta.url),
    roles: ['planner', 'admin'],
    title: ({ s }) => s.t('console.title'),
    view: ({ s }) => h('h1', null, s.t('console.title')),
});
