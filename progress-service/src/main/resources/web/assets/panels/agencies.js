/** How reliably each agency files in time: with its extensions, and as if there were none. */
import { h } from '../h.js';
import { agencyText } from '../parts.js';

/** The columns: what is shown and sorted by. */
const COLUMNS = {
    agency: ({ name }) => name,
    due: ({ rates }) => rates.with.due,
    onTime: ({ rates }) => rates.with.onTime,
    late: ({ rates }) => rates.with.late,
    missing: ({ rates }) => rates.with.missing,
    with: ({ rates }) => rates.with.rate,
    withoutExtensions: ({ rates }) => rates.withoutExtensions.rate,
};

export function agencies(state, s, plan, actions) {
    return h(
        'section',
        { class: 'card agencies', key: 'agencies', 'aria-labelledby': 'agencies-title' },
        h(
            'div',
            { class: 'card-head' },
            h('h2', { id: 'agencies-title' }, s.t('agencies.title')),
            h('p', { class: 'card-note' }, s.t('agencies.note')),
        ),
        h(
            'div',
            // Scrolls sideways where the page is narrow: then it must be reachable by keyboard.
            { class: 'table-scroll', tabindex: 0, role: 'group', 'aria-labelledby': 'agencies-title' },
            h(
                'table',
                { class: 'rates' },
                h('caption', { class: 'sr-only' }, s.t('agencies.caption')),
                h('thead', null, h('tr', null, Object.keys(COLUMNS).map((by) => heading(s, by, state.sort, actions)))),
                h('tbody', null, sorted(s, rowsOf(state, s, plan), state.sort).map((row) => line(s, row))),
            ),
        ),
    );
}

function rowsOf(state, s, plan) {
    return plan.onTime.map((rates) =>
        ({ code: rates.agency, name: agencyText(s, state.agencies.get(rates.agency), rates.agency), rates }));
}

/** A rate that nothing is known of comes last in either direction; the same are in the order of their names. */
export function sorted(s, rows, { by, descending }) {
    const compare = (a, b) => (by === 'agency' ? s.compare(a, b) : a - b);
    return rows.toSorted((one, other) => {
        const [a, b] = [COLUMNS[by](one), COLUMNS[by](other)];
        const unknown = (a === null) - (b === null);
        const known = a === null || b === null ? 0 : compare(a, b);
        return unknown || (descending ? -known : known) || s.compare(one.name, other.name);
    });
}

function heading(s, by, sort, actions) {
    const current = sort.by === by;
    const descending = current ? !sort.descending : by !== 'agency';
    return h(
        'th',
        {
            key: by, scope: 'col', 'data-column': by,
            'aria-sort': current ? (sort.descending ? 'descending' : 'ascending') : null,
        },
        h(
            'button',
            { class: 'sorter', type: 'button', on: { click: () => actions.sort({ by, descending }) } },
            s.t(`agencies.${by}`),
            h('span', { class: 'sorter-arrow', 'aria-hidden': 'true' }, current ? (sort.descending ? '▼' : '▲') : ''),
        ),
    );
}

function line(s, { code, name, rates }) {
    const count = (value) => h('td', null, s.number(value));
    return h(
        'tr',
        { key: code },
        h('th', { scope: 'row' }, name),
        count(rates.with.due),
        count(rates.with.onTime),
        count(rates.with.late),
        count(rates.with.missing),
        rate(s, rates.with.rate),
        rate(s, rates.withoutExtensions.rate),
    );
}

function rate(s, value) {
    return value === null
        ? h('td', { class: 'rate not-stated' }, s.t('agencies.noRate'))
        : h(
            'td',
            { class: 'rate' },
            h('span', { class: 'rate-value' }, s.percent(value)),
            h('span', { class: 'rate-bar', 'aria-hidden': 'true' },
                h('span', { class: 'rate-bar-part', style: { width: `${value * 100}%` } })),
        );
}
