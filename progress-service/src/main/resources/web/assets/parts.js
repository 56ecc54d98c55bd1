/** Small pieces that several panels show the same way. Pure, as the panels are. */
import { h } from './h.js';

/** The outline and the sign of each status: they must be told apart without colour, and in one glance. */
const STATUS_SHAPES = {
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

/**
 * The signal of each health. Not reported is an empty ring: something was owed. Without health nothing was, and each
 * reason for that has a broken outline of its own, so that the two are never mistaken for one another.
 */
const HEALTH_SHAPES = {
    ON_TRACK: () => [h('circle', { class: 'shape-fill', cx: 12, cy: 12, r: 10.5 })],
    AT_RISK: () => [
        h('path', { class: 'shape-fill', d: 'M10.2 2.6a2.1 2.1 0 0 1 3.6 0l9 15.9a2.1 2.1 0 0 1-1.8 3.1H3a2.1 2.1 0 0 1-1.8-3.1z' }),
        h('path', { class: 'shape-sign', d: 'M12 8.8v5.4M12 17.8v.1' }),
    ],
    OFF_TRACK: () => [
        h('path', { class: 'shape-fill', d: 'M10.6 1.6a2 2 0 0 1 2.8 0l9 9a2 2 0 0 1 0 2.8l-9 9a2 2 0 0 1-2.8 0l-9-9a2 2 0 0 1 0-2.8z' }),
        h('path', { class: 'shape-sign', d: 'M8.9 8.9l6.2 6.2M15.1 8.9l-6.2 6.2' }),
    ],
    NOT_REPORTED: () => [h('circle', { class: 'shape-line', cx: 12, cy: 12, r: 9 })],
    COMPLETED: STATUS_SHAPES.COMPLETED,
    NOT_STARTED: STATUS_SHAPES.PROPOSED,
    NOT_PURSUED: STATUS_SHAPES.REJECTED,
    NO_DATA: () => [
        h('rect', { class: 'shape-line dashed', x: 3, y: 3, width: 18, height: 18, rx: 3 }),
        h('path', { class: 'shape-stroke', d: 'M9.4 9.6a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.5M12 16.6v.1' }),
    ],
};

const UNKNOWN = () => [h('circle', { class: 'shape-line dashed', cx: 12, cy: 12, r: 9 })];

/** A status as its shape; the word always stands beside it, so the shape itself is silent. */
export function statusIcon(status) {
    return icon({ 'data-status': status }, STATUS_SHAPES[status]);
}

/** A health as its shape; silent, as the word always stands beside it. */
export function healthIcon(health) {
    return icon({ 'data-health': health }, HEALTH_SHAPES[health]);
}

function icon(data, shape = UNKNOWN) {
    return h(
        'svg',
        { class: 'status-icon', ...data, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
        shape(),
    );
}

/**
 * A bar of parts, each as long as its count; to those who listen it is one picture with a name.
 *
 * @param {Array<{key: string, count: number, data: object}>} parts in their order; those of none are left out
 */
export function stackedBar(label, parts) {
    const shown = parts.filter(({ count }) => count > 0);
    return h(
        'div',
        shown.length > 0
            ? { class: 'stacked-bar', role: 'img', 'aria-label': label }
            : { class: 'stacked-bar', 'aria-hidden': 'true' },
        shown.map(({ key, count, data }) =>
            h('span', { key, class: 'stacked-bar-part', ...data, style: { 'flex-grow': count } })),
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

/** The same as plain text, for messages and announcements. */
export function agencyText(s, agency, code) {
    return agency?.shortName?.[s.language] ?? (agency ? plain(s, agency.name) : code);
}

/** A message with descriptions instead of text in its one place. */
export function around(s, key, name, inner) {
    const [before, after] = s.t(key, { [name]: '\u0000' }).split('\u0000');
    return [before, ...inner, after];
}

/** How far a day is off, in the Korean way of counting: D-3, D-day, D+2. */
export function countdown(s, days) {
    const when = days > 0 ? 'before' : days === 0 ? 'on' : 'after';
    return h(
        'span',
        { class: 'countdown', 'data-when': days > 3 ? 'later' : when },
        h('span', { 'aria-hidden': 'true' }, s.t(`countdown.${when}`, { days: Math.abs(days) })),
        h('span', { class: 'sr-only' }, s.t(`countdown.${when}Spoken`, { days: Math.abs(days) })),
    );
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
