/** What each kind of person can do here, in the fewest words, and where: the one place that every page leads to. */
import { h } from '../h.js';
import { start } from '../work/frame.js';

/** For whom, by role (null is everybody), and what there is to do: the name of its words and where it is done. */
const PEOPLE = [
    { name: 'public', role: null, steps: [['board', '/'], ['task', null], ['reports', '/reports'], ['look', null]] },
    {
        name: 'reporter', role: 'reporter',
        steps: [['owed', '/desk'], ['file', '/desk'], ['returned', '/desk'], ['correct', null], ['extension', null], ['sheet', '/desk'], ['opinion', '/desk']],
    },
    {
        name: 'committee', role: 'committee',
        steps: [['portfolio', '/reports'], ['scorecards', '/reports/agencies'], ['meetings', '/reports/meetings'], ['opinions', '/reports/opinions']],
    },
    {
        name: 'planner', role: 'planner',
        steps: [
            ['worklist', '/console'], ['tasks', '/console/tasks'], ['cycles', '/console/cycles'], ['review', '/console/review'],
            ['extensions', '/console/extensions'], ['assessments', '/console/assessments'], ['snapshots', '/console/snapshots'],
            ['opinions', '/console/opinions'],
        ],
    },
];

/** What to do when something goes wrong, and where it is explained. */
const TROUBLES = [['refused', null], ['offline', null], ['over', null], ['meanwhile', null], ['missing', null], ['api', '/docs/']];

start({
    nav: 'help',
    base: '/help',
    words: new URL('./messages', import.meta.url),
    title: ({ s }) => s.t('help.title'),
    view,
});

function view({ s, session }) {
    const own = ({ role }) => role !== null && session.roles?.includes(role) === true;
    // One's own first: the rest says what the others do.
    const people = PEOPLE.toSorted((one, other) => own(other) - own(one));
    return [
        h('header', { key: 'head', class: 'help-head' },
            h('h1', null, s.t('help.title')),
            h('p', null, s.t('help.note'))),
        h('nav', { key: 'contents', 'aria-label': s.t('help.contents') }, h('ul', { class: 'tabs' },
            [...people.map(({ name }) => name), 'trouble', 'ask'].map((name) => h('li', { key: name },
                h('a', { href: `#${name}` }, s.t(`help.${name}`)))))),
        people.map((one) => part(s, one, own(one))),
        part(s, { name: 'trouble', role: null, steps: TROUBLES }, false),
        h('section', { class: 'card', key: 'ask', id: 'ask', tabindex: -1, 'aria-labelledby': 'ask-title' },
            h('h2', { id: 'ask-title' }, s.t('help.ask')),
            h('p', { class: 'help-note' }, s.t('help.askNote')),
            h('dl', { class: 'help-steps' }, h('div', null,
                h('dt', null, s.t('help.contact')),
                h('dd', { class: 'not-stated' }, s.t('page.notStated'))))),
    ];
}

/** What others do is told, but leads nowhere: it would not open. */
function part(s, { name, role, steps }, own) {
    return h('section', { class: 'card', key: name, id: name, tabindex: -1, 'aria-labelledby': `${name}-title` },
        h('h2', { id: `${name}-title` }, s.t(`help.${name}`), own && [' ', h('span', { class: 'mark' }, s.t('help.own'))]),
        h('p', { class: 'help-note' }, s.t(`help.${name}Note`)),
        h('dl', { class: 'help-steps' }, steps.map(([step, href]) => h('div', { key: step },
            h('dt', null, href && (own || role === null) ? h('a', { href }, s.t(`help.${name}.${step}`)) : s.t(`help.${name}.${step}`)),
            h('dd', null, s.t(`help.${name}.${step}How`))))));
}
