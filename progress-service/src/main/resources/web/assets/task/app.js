import { h } from '../h.js';
import { start } from '../work/frame.js';

start({
    nav: 'task',
    base: '/tasks',
    words: new URL('./messages', import.meta.url),
    roles: null,
    title: ({ s }) => s.t('task.title'),
    view: ({ s }) => h('h1', null, s.t('task.title')),
});
