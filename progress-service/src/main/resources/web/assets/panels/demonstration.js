/** Says over every screen that nothing on it happened. In both languages, whichever the page speaks. */
import { h } from '../h.js';
import { speaker } from '../i18n.js';

const BOTH = ['ko', 'en'].map(speaker);

export function demonstration(state, s) {
    return state.demonstration && h(
        'section',
        { key: 'demonstration', class: 'demonstration', 'aria-label': s.t('demonstration.label') },
        BOTH.map((each) => h('p', { key: each.language, lang: each.language }, each.t('demonstration.banner'))),
    );
}
