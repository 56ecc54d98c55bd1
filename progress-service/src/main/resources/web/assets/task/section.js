/** The pieces that the sections of a task's page are made of. */
import { h } from '../h.js';
import { FAILED } from './load.js';

/** A card with its heading. */
export function section(id, title, note, ...children) {
    return h(
        'section',
        { key: id, class: `card sheet-section is-${id}`, 'aria-labelledby': `${id}-title` },
        h('div', { class: 'card-head' }, h('h2', { id: `${id}-title` }, title), note && h('p', { class: 'card-note' }, note)),
        children,
    );
}

/** What stands for a part that is not there yet, could not be had, or is empty; null where it is to be shown. */
export function absent(s, part, empty) {
    const word = part === undefined ? s.t('sheet.loading')
        : part === FAILED ? s.t('sheet.partFailed')
            : part === null || part.length === 0 ? empty : null;
    return word && h('p', { key: 'absent', class: 'sheet-absent', role: part === FAILED ? 'alert' : null }, word);
}

export function notStated(s) {
    return h('span', { class: 'not-stated' }, s.t('page.notStated'));
}

/** A name and what is known of it. */
export function fact(s, key, name, value, note = null) {
    const unknown = value === null || value === undefined || value === '' || value === false;
    return h('div', { key }, h('dt', null, name), h('dd', null, unknown ? notStated(s) : value),
        note && h('dd', { class: 'fact-note' }, note));
}

/** What people wrote, in its own lines and spoken in its own language. */
export function written(s, text, tag = 'p') {
    return h(tag, { class: 'written', lang: s.languageOf(text) }, text);
}
