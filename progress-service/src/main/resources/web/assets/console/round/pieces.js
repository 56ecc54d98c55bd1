/** Small pieces that the views of the reporting round show the same way. */
import { h } from '../../h.js';
import { content, countdown, healthIcon, plain } from '../../parts.js';
import { daysBetween } from '../../days.js';
import { draft } from '../../work/drafts.js';
import { table as listed } from '../../work/table.js';

/** Says that something was done, at the place that is shown then. */
export function tell(page, text, path = location.pathname) {
    page.announce(text);
    page.set({ told: { text, path } });
}

/** The heading of a view, the way back from it, and what was done last. */
export function head(page, { title, note = null, back = null, actions = null }) {
    const { s, state } = page;
    return h('div', { class: 'round-head', key: 'head' },
        state.told?.path === location.pathname
            && h('p', { class: 'round-told', key: 'told' }, h('span', { 'aria-hidden': 'true' }, '✓ '), state.told.text),
        back && h('p', { key: 'back', class: 'round-back' }, h('a', { href: back.href }, `← ${back.label}`)),
        h('div', { class: 'round-title' },
            h('h1', { id: 'round-h1', tabindex: -1 }, title),
            actions && h('div', { class: 'round-actions' }, actions)),
        note && h('p', { class: 'card-note' }, note));
}

export function card(title, id, note, ...inner) {
    return h('section', { class: 'card round-card', key: id, 'aria-labelledby': id },
        h('div', { class: 'card-head' }, h('h2', { id }, title), note && h('p', { class: 'card-note' }, note)), ...inner);
}

/** Where a checkpoint stands, as a word with a mark of its own shape. */
export function checkpointState(s, status) {
    return h('span', { class: 'round-state', 'data-checkpoint': status }, s.named('checkpoint', status));
}

export function timeliness(s, { timeliness: value, daysLate }) {
    return h('span', { class: 'round-time', 'data-timeliness': value }, s.named('timeliness', value),
        daysLate > 0 && ` ${s.t('work.days', { days: daysLate })}`);
}

export function healthWord(s, health) {
    return health
        ? h('span', { class: 'round-health', 'data-health': health }, healthIcon(health), ' ', s.named('health', health))
        : h('span', { class: 'not-stated' }, s.t('page.notStated'));
}

/** What nobody stated is said so. */
export function stated(s, value) {
    return value === null || value === undefined || value === ''
        ? h('span', { class: 'not-stated' }, s.t('page.notStated'))
        : value;
}

/** A text of people, with its paragraphs, in its own language. */
export function prose(s, text) {
    return text ? h('span', { class: 'round-prose', lang: s.languageOf(text) }, text) : stated(s, null);
}

export function dueWith(s, day, today) {
    return day ? [s.date(day), today && [' ', countdown(s, daysBetween(today, day))]] : stated(s, null);
}

export function facts(rows) {
    return h('dl', { class: 'round-facts' }, rows.filter(Boolean).map(([name, value]) =>
        h('div', { key: name }, h('dt', null, name), h('dd', null, value))));
}

export function table(id, caption, columns, rows, { plainCaption = false } = {}) {
    return listed({ key: id, caption, captionSeen: plainCaption, kind: 'round-table', columns, rows });
}

/** The name of an agency by its code, from the list of all; its code where that is not there. */
export function agency(page, code) {
    const known = page.state.agencies?.get(code);
    return known ? content(page.s, known) : code;
}

export function agencyPlain(page, code) {
    const known = page.state.agencies?.get(code);
    return known ? plain(page.s, known) : code;
}

/** Learns what agencies are called, once. */
export async function learnAgencies(page) {
    if (page.state.agencies) {
        return;
    }
    const answer = await page.api.all('/api/v1/agencies');
    if (answer.ok) {
        page.set({
            agencies: new Map(answer.data.map(({ code, name }) => [code, name])),
            reporting: new Map(answer.data.map(({ code, reports, status }) => [code, reports && status === 'ACTIVE'])),
        });
    }
}

/** What was typed here by who has signed in. */
export function draftOf(page, name) {
    return draft(page.session.name, `round.${name}`);
}

const FRAMES = 180;

/** Leads the keyboard to an element once it is there, unless the person has gone on meanwhile. */
export function focusLater(id) {
    const from = document.activeElement;
    const wait = (frames) => requestAnimationFrame(() => {
        const element = document.getElementById(id);
        const here = document.activeElement;
        const stayed = here === from || here === document.body || here?.id === 'main';
        if (frames < FRAMES - 1 && element) {
            element.focus();
        } else if (frames > 0 && stayed) {
            wait(frames - 1);
        }
    });
    wait(FRAMES);
}

/** An address within the console, with those of its parameters that say something. */
export function address(path, parameters = {}) {
    const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
    const text = query.toString();
    return `/console/${path}${text ? `?${text}` : ''}`;
}

/** A period, and beside it of which plan it is where there are several. */
export function cycleName(s, cycle) {
    return `${s.period(cycle.period)} · ${cycle.plan}`;
}
