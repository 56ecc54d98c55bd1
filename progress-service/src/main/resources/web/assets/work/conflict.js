/** Somebody else changed meanwhile what is being changed here: both are shown, and the person decides. */
import { h } from '../h.js';
import { button } from './forms.js';
import { table } from './table.js';

/**
 * @param {object} conflict `by` and `at` of the other change (null where that is not known), `rows` of
 *     `{label, mine, theirs}` as text, only those that differ; `keep()` goes on with one's own on top of theirs, `take()` gives
 *     one's own up
 */
export function conflictBox(s, { by, at, rows, keep, take }) {
    return h(
        'section',
        { class: 'problem is-conflict', role: 'alert', key: 'conflict', 'aria-labelledby': 'conflict-title' },
        h('h2', { id: 'conflict-title', class: 'problem-title' },
            by ? s.t('conflict.titleBy', { by, at: at ? s.instant(at) : '' }) : s.t('conflict.title')),
        h('p', null, s.t('conflict.hint')),
        rows.length > 0 && table({
            caption: s.t('conflict.title'), named: 'conflict-title',
            columns: ['field', 'mine', 'theirs'].map((name) => s.t(`conflict.${name}`)),
            rows: rows.map(({ label, mine, theirs }) => h('tr', { key: label },
                h('th', { scope: 'row' }, label), h('td', null, mine), h('td', null, theirs))),
        }),
        h('div', { class: 'actions' },
            button(s, { label: s.t('conflict.keep'), kind: 'is-primary', run: keep }),
            button(s, { label: s.t('conflict.take'), run: take })),
    );
}
