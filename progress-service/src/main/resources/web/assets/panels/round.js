/** What has come in of a reporting cycle, and by when it is due and why then. */
import { h, kept } from '../h.js';
import { partsOf, shownCycle } from '../board.js';
import { content, countdown, joined, notice, stackedBar } from '../parts.js';
import { daysBetween } from '../days.js';

const keep = kept();

export function round(state, s, plan, actions) {
    return keep('round', [state.cycle, state.today, plan, s], () => panel(state, s, plan, actions));
}

function panel(state, s, plan, actions) {
    const cycle = shownCycle(plan, state.cycle);
    return h(
        'section',
        { class: 'card round', key: 'round', 'aria-labelledby': 'round-title' },
        h(
            'div',
            { class: 'card-head' },
            h('h2', { id: 'round-title' }, cycle ? s.t('round.titleOf', { period: s.period(cycle.period) }) : s.t('round.title')),
            cycle && h('p', { class: 'card-note' }, s.t(`round.${cycle.status}`, {
                opens: s.date(cycle.opensOn), locks: s.date(cycle.locksOn),
            })),
        ),
        cycle === null
            ? notice(s.t('round.none'), s.t('round.noneHint'))
            : [
                cycle.status !== 'PLANNED' && progress(s, cycle.progress),
                dates(state, s, cycle),
                plan.cycles.length > 1 && all(s, plan, cycle, actions),
            ],
    );
}

/** Every cycle with what came in of it, the newest first: to compare, and to choose the one that is shown. */
function all(s, plan, shown, actions) {
    return h(
        'div',
        { key: 'all', class: 'cycles' },
        h('h3', { id: 'cycles-title' }, s.t('round.all')),
        h('ul', { class: 'cycle-list', 'aria-labelledby': 'cycles-title' }, plan.cycles.toReversed().map((cycle) =>
            h(
                'li',
                { key: cycle.id },
                h(
                    'button',
                    {
                        class: 'cycle', type: 'button', 'aria-pressed': String(cycle === shown),
                        on: { click: () => actions.cycle(cycle.id) },
                    },
                    h('span', { class: 'cycle-period' }, s.period(cycle.period)),
                    ' ',
                    h('span', { class: 'cycle-status' }, s.named('cycle', cycle.status)),
                    ' ',
                    cycle.status !== 'PLANNED' && inShort(s, cycle.progress),
                ),
            ))),
    );
}

function inShort(s, progress) {
    const { expected, received } = progress;
    return [
        h('span', { class: 'cycle-bar', 'aria-hidden': 'true' }, stackedBar('', barOf(progress))),
        ' ',
        h('span', { class: 'cycle-figure' }, s.t('round.filed', { received, expected })),
    ];
}

function barOf(progress) {
    return partsOf(progress).map(({ part, count }) => ({ key: part, count, data: { 'data-part': part } }));
}

function progress(s, counts) {
    const { expected, received, returned, accepted, waived } = counts;
    if (expected === 0) {
        return h('p', { key: 'nothing', class: 'round-nothing' }, s.t('round.nothingExpected'));
    }
    const parts = partsOf(counts);
    const words = parts
        .filter(({ count }) => count > 0)
        .map(({ part, count }) => `${s.t(`round.${part}`)} ${s.number(count)}`)
        .join(', ');
    return h(
        'div',
        { key: 'progress', class: 'round-progress' },
        h(
            'p',
            { class: 'round-figure' },
            s.t('round.received'), ' ',
            h('strong', null, s.number(received)),
            ` / ${s.t('round.count', { count: expected })} `,
            h('span', { class: 'round-share' }, s.percent(received / expected)),
        ),
        stackedBar(s.t('round.bar', { counts: words }), barOf(counts)),
        h('ul', { class: 'legend' }, parts.map(({ part, count }) =>
            h(
                'li',
                { key: part },
                h('span', { class: 'swatch', 'data-part': part, 'aria-hidden': 'true' }),
                h('span', { class: 'legend-word' }, s.t(`round.${part}`)),
                ' ',
                h('strong', { class: 'legend-count' }, s.number(count)),
            ))),
        h('p', { class: 'round-of-these' },
            joined([
                s.t('round.accepted', { count: accepted }),
                h('span', { class: returned > 0 ? 'mark is-warning' : null }, s.t('round.returned', { count: returned })),
                s.t('round.waived', { count: waived }),
            ], ' · ')),
    );
}

function dates(state, s, cycle) {
    return h(
        'dl',
        { key: 'dates', class: 'round-dates' },
        fact('due', s.t('round.dueOn'), [
            due(s, cycle),
            cycle.status === 'OPEN' && [' ', countdown(s, daysBetween(state.today, cycle.dueOn))],
        ], derivation(s, cycle.dueDerivation)),
        fact('locks', s.t('round.locksOn'), s.date(cycle.locksOn), s.t('round.locksNote')),
        cycle.guidance && fact('guidance', s.t('round.guidance'), guidance(cycle.guidance)),
    );
}

function fact(key, name, value, note) {
    return h('div', { key }, h('dt', null, name), h('dd', null, value), note && h('dd', { class: 'round-note' }, note));
}

function due(s, { nominalDueOn, dueOn }) {
    return nominalDueOn === dueOn
        ? s.date(dueOn)
        : [
            h('s', null, h('span', { class: 'sr-only' }, `${s.t('round.nominal')}: `), s.date(nominalDueOn)),
            h('span', { 'aria-hidden': 'true' }, ' → '),
            h('strong', null, nominalDueOn.slice(0, 4) === dueOn.slice(0, 4) ? s.dayOfYear(dueOn) : s.date(dueOn)),
        ];
}

/** Why the day is another than was meant, and by which table of holidays that was reckoned. */
function derivation(s, { movedBecause, calendarVersion, basis }) {
    const days = movedBecause.map(({ day, name }) => [s.monthAndDay(day), ' ', content(s, name)]);
    return [
        days.length > 0 && [joined(days, ', '), ' · '],
        s.t(basis === 'RULE' ? 'round.calendarByRule' : 'round.calendar', { version: calendarVersion }),
    ];
}

function guidance(text) {
    return /^https?:\/\/\S+$/.test(text) ? h('a', { href: text, rel: 'noreferrer' }, text) : text;
}
