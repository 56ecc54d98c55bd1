/** Small pieces that several panels show the same way. Pure, as the panels are. */
import { h } from './h.js';

/** The outline and the sign of each status: they must be told apart without colour, and in one glance. */
const SHAPES = {
    PROPOSED: () => [
        h('circle', { class: 'shape-line dashed', cx: 12, cy: 12, r: 9 }),
        h('circle', { class: 'shape-fill', cx: 12, cy: 12, r: 1.8 }),
    ],
    SELECTED: () => [
        h('circle', { class: 'shape-line', cx: 12, cy: 12, r: 9 }),
        h('circle', { class: 'shape-fill', cx: 12, cy: 12, r: 4.2 }),
    ],
    IN_PROGRESS: () => [
        h('circle', { class: 'shape-fill', cx: 12, cy: 12, r: 10.5 }),
        h('path', { class: 'shape-sign', d: 'M6.8 12h9.6M12.4 7.8l4.2 4.2-4.2 4.2' }),
    ],
    ON_HOLD: () => [
        h('path', { class: 'shape-fill', d: 'M10.6 1.6a2 2 0 0 1 2.8 0l9 9a2 2 0 0 1 0 2.8l-9 9a2 2 0 0 1-2.8 0l-9-9a2 2 0 0 1 0-2.8z' }),
        h('path', { class: 'shape-sign', d: 'M9.8 8.6v6.8M14.2 8.6v6.8' }),
    ],
    COMPLETED: () => [
        h('rect', { class: 'shape-fill', x: 2, y: 2, width: 20, height: 20, rx: 4.5 }),
        h('path', { class: 'shape-sign', d: 'M7.2 12.4l3.4 3.4 6.4-7' }),
    ],
    DISCONTINUED: () => [
        h('path', { class: 'shape-fill', d: 'M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6z' }),
        h('path', { class: 'shape-sign', d: 'M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2' }),
    ],
    REJECTED: () => [
        h('path', { class: 'shape-line', d: 'M7.9 3h8.2L21 7.9v8.2L16.1 21H7.9L3 16.1V7.9z' }),
        h('path', { class: 'shape-stroke', d: 'M8 12h8' }),
    ],
};

const UNKNOWN = () => [h('circle', { class: 'shape-line dashed', cx: 12, cy: 12, r: 9 })];

/** A status as its shape; the word always stands beside it, so the shape itself is silent. */
export function statusIcon(status) {
    return h(
        'svg',
        { class: 'status-icon', 'data-status': status, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
        (SHAPES[status] ?? UNKNOWN)(),
    );
}

/** A sign that belongs to no status, drawn with lines. */
export function sign(path) {
    return h(
        'svg',
        { class: 'sign', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
        h('path', { class: 'sign-stroke', d: path }),
    );
}

/** A bilingual content; one that has no text in the page's language is Korean, says so, and is spoken so. */
export function content(s, value) {
    const { text, lang } = s.content(value);
    if (lang === null) {
        return text;
    }
    return [h('span', { lang }, text), ' ', h('span', { class: 'only-korean' }, s.t('page.koreanOnly'))];
}

/** A bilingual content as plain text, for names and announcements. */
export function plain(s, value) {
    return s.content(value).text;
}

/**
 * What an agency is called in a row: its short name of the day. Few agencies have an English short name; their full
 * English name then, rather than a Korean word.
 */
export function agencyName(s, agency, code) {
    if (!agency) {
        return code;
    }
    const short = agency.shortName?.[s.language];
    const full = agency.name?.[s.language];
    return short ?? full ?? content(s, agency.shortName ?? agency.name);
}

/** Descriptions with a separator between them. */
export function joined(items, separator) {
    return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** A state that shows no data: what is the matter, what to do, and the one action there is. */
export function notice(title, hint, action) {
    return h(
        'div',
        { class: 'notice' },
        h('p', { class: 'notice-title' }, title),
        hint && h('p', { class: 'notice-hint' }, hint),
        action && h('button', { class: 'button', type: 'button', on: { click: action.run } }, action.label),
    );
}
