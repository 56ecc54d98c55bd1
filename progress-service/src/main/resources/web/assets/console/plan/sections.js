import { h } from '../../h.js';

export const sections = [
    { path: '', nav: 'console.worklist', view: ({ s }) => h('h1', null, s.t('console.worklist')) },
];
