import { h } from '../h.js';
import { start } from '../work/frame.js';

start({
    nav: 'desk',
    base: '/desk',
    words: new URL('./messages', import.meta.url),
    roles: ['reporter'],
    title: ({ s }) => s.t('desk.title'),
    view: ({ s }) => h('h1', null, s.t('desk.title')),
});
