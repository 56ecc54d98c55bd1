/** Says over every screen that nothing on it happened. In both languages, whichever the page speaks. */
import { h } from '../h.js';

/** A page need not speak both languages: each says this in its own and in the other. Korean comes first in both. */
const TEXTS = { ko: { ko: 'demonstration.banner', en: 'demonstration.bannerOther' }, en: { ko: 'demonstration.bannerOther', en: 'demonstration.banner' } };

export function demonstration(state, s) {
    return state.demonstration && h(
        'section',
        { key: 'demonstration', class: 'demonstration', 'aria-label': s.t('demonstration.label') },
        Object.entries(TEXTS[s.language]).map(([lang, key]) => h('p', { key: lang, lang }, s.t(key))),
    );
}
