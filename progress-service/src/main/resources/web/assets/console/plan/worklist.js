/** What a planner must decide, and what is waited for: each leads to where it is done. */
import { h } from '../../h.js';
import { daysBetween } from '../../days.js';
import { content, countdown, notice, plain, sign } from '../../parts.js';
import { outdated, waiting } from '../../work/loaded.js';
import { held, load } from '../../work/loading.js';

/** What there is to do, in the order of the day's work, and where each is done. */
const KINDS = {
    SUBMITTED: review,
    EXTENSION_ASKED: () => '/console/extensions',
    UNASSIGNED: review,
    OPINION_ANSWERED: opinion,
    OPINION_OPEN: opinion,
    UNADDRESSED: ({ agency }) => `/console/agencies/${agency}/change`,
    OVERDUE: review,
    RETURNED: review,
    DUE: review,
    MISSING: review,
};

/** What came in, and waits for a decision since then: when it was due says nothing about that. */
const CAME_IN = ['SUBMITTED', 'EXTENSION_ASKED'];

/** Others must act first. */
const WAITED_FOR = ['OVERDUE', 'RETURNED', 'DUE', 'MISSING'];

const ARROW = 'M5 12h13M13 6.5l5.5 5.5-5.5 5.5';

function review({ checkpoint }) {
    return `/console/review/${checkpoint}`;
}

function opinion(item) {
    return `/reports/opinions/${item.opinion.id}`;
}

export function arrived(page) {
    load(page, 'worklist', 'mine', (api) => api.get('/api/v1/worklist'));
}

export function view(page) {
    const { s } = page;
    const { data } = held(page, 'worklist');
    return [
        h('header', { class: 'plan-head', key: 'head' },
            h('div', null,
                h('h1', null, s.t('worklist.title')),
                data && h('p', { class: 'card-note' }, s.t('worklist.asOf', { date: s.date(data.today) })))),
        outdated(page, 'worklist'),
        waiting(page, 'worklist') ?? work(page, data),
    ];
}

function work(page, { counts, items, today, truncated }) {
    const { s } = page;
    const kinds = Object.keys(KINDS).filter((kind) => counts[kind] !== undefined || items.some((item) => item.kind === kind));
    const unknown = items.filter(({ kind }) => !(kind in KINDS));
    return h('div', { class: 'plan-stack', key: 'work' },
        h('nav', { 'aria-label': s.t('worklist.counts'), class: 'card worklist-counts' },
            group(s, 'decide', kinds.filter((kind) => !WAITED_FOR.includes(kind)), counts),
            group(s, 'wait', kinds.filter((kind) => WAITED_FOR.includes(kind)), counts)),
        truncated && h('p', { class: 'warnings' }, s.t('worklist.truncated', { count: items.length })),
        items.length === 0 && h('div', { class: 'card' }, notice(s.t('worklist.nothing'), s.t('worklist.nothingHint'))),
        kinds.map((kind) => section(s, kind, items.filter((item) => item.kind === kind), today, counts[kind])),
        unknown.length > 0 && section(s, 'OTHER', unknown, today, unknown.length));
}

function group(s, name, kinds, counts) {
    return kinds.length > 0 && h('div', { class: 'worklist-group', key: name },
        h('h2', { class: 'worklist-group-name' }, s.t(`worklist.${name}`)),
        h('ul', { class: 'worklist-tiles' }, kinds.map((kind) => h('li', { key: kind }, tile(s, kind, counts[kind] ?? 0)))));
}

function tile(s, kind, count) {
    const inner = [
        h('span', { class: 'worklist-kind' }, s.t(`worklist.kind.${kind}`)),
        ' ',
        h('span', { class: 'worklist-count' }, h('strong', null, s.number(count)), s.t('worklist.unit')),
    ];
    return count > 0
        ? h('a', { class: 'worklist-tile', href: `#work-${kind}`, 'data-work': kind }, inner)
        : h('span', { class: 'worklist-tile is-none' }, inner);
}

function section(s, kind, items, today, count) {
    return items.length > 0 && h('section', { class: 'card', key: kind, id: `work-${kind}`, tabindex: -1, 'aria-labelledby': `work-${kind}-title` },
        h('div', { class: 'card-head' },
            h('h2', { id: `work-${kind}-title` }, s.t(`worklist.kind.${kind}`), ' ',
                h('span', { class: 'area-count' }, s.t('worklist.count', { count: count ?? items.length }))),
            h('p', { class: 'card-note' }, s.t(`worklist.hint.${kind}`))),
        h('ul', { class: 'worklist' }, items.map((item, index) => line(s, kind, item, today, index))));
}

function line(s, kind, item, today, index) {
    const address = KINDS[kind]?.(item) ?? (item.checkpoint ? review(item) : '/console');
    const title = item.taskTitle ? content(s, item.taskTitle) : content(s, item.agencyName);
    return h('li', { key: `${item.checkpoint ?? item.opinion?.id ?? item.agency}-${index}`, class: 'worklist-item' },
        h('div', { class: 'worklist-when' }, when(s, item, today)),
        h('div', { class: 'worklist-what' },
            h('a', { class: 'worklist-title', href: address }, title),
            h('p', { class: 'task-facts' }, facts(s, item)),
            words(s, kind, item)),
        h('span', { class: 'worklist-go', 'aria-hidden': 'true' }, s.t(`worklist.do.${kind}`), sign(ARROW)));
}

function when(s, { kind, dueOn, daysLate, since }, today) {
    if (!dueOn || CAME_IN.includes(kind)) {
        return since && h('span', { class: 'worklist-date' }, s.t('worklist.since', { date: s.instantDay(since) }));
    }
    return [
        countdown(s, daysLate > 0 ? -daysLate : daysBetween(today, dueOn)),
        h('span', { class: 'worklist-date' }, s.date(dueOn)),
    ];
}

function facts(s, { task, agency, agencyName, period, mayReview }) {
    return [
        task && [h('span', { class: 'code' }, task), ' · '],
        agencyName ? plain(s, agencyName) : agency,
        period && ` · ${s.period(period)}`,
        mayReview === false && [' · ', h('span', { class: 'mark is-warning' }, s.t('worklist.notYours'))],
    ];
}

/** What was said last: the reason, or the opinion and its answer. */
function words(s, kind, { reason, opinion: given, extension }) {
    return [
        extension && h('p', { class: 'worklist-words' }, s.t('worklist.until', { date: s.date(extension.until) })),
        reason && h('p', { class: 'worklist-words', lang: s.languageOf(reason) }, reason),
        given && h('p', { class: 'worklist-words', lang: s.languageOf(given.text) }, given.text),
        given?.answer && h('p', { class: 'worklist-words is-answer' },
            h('span', { class: 'worklist-answer' }, s.t('worklist.answer')), ' ', h('span', { lang: s.languageOf(given.answer) }, given.answer)),
    ];
}
