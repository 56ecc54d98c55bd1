import { h } from '../h.js';
import { start } from '../work/frame.js';

start({
    nav: 'reports',
    base: '/reports',
    words: new URL('./messages', import.meta.url),
    roles: null,
    title: ({ s }) => s.t('reports.title'),
    view: ({ s }) => h('h1', null, s.t('reports.title')),
});
