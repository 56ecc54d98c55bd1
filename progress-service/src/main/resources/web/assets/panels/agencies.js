/** How reliably each agency files in time: with its extensions, and as if there were none. */
import { h, kept } from '../h.js';
import { countByHealth, tasksOf, WITHOUT_HEALTH } from '../board.js';
import { agencyText, healthIcon } from '../parts.js';

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

/** So many agencies have a card, those with most returns; the table has all. */
const CARDS = 12;

const keep = kept();

export function agencies(state, s, plan, actions) {
    return keep('agencies', [state.agencies, state.tasks, state.sort, plan.onTime, plan.code, s], () => panel(state, s, plan, actions));
}

function panel(state, s, plan, actions) {
    const rows = rowsOf(state, s, plan);
    const most = rows.toSorted((one, other) => other.rates.with.due - one.rates.with.due || s.compare(one.name, other.name)).slice(0, CARDS);
    const tasks = tasksOf(state, plan.code);
    return h(
        'section',
        { class: 'card agencies', key: 'agencies', 'aria-labelledby': 'agencies-title' },
        h(
            'div',
            { class: 'card-head' },
            h('h2', { id: 'agencies-title' }, s.t('agencies.title')),
            h('p', { class: 'card-note' }, s.t('agencies.note')),
        ),
        h('ul', { class: 'scorecards' }, most.map((row) => card(s, row, tasks))),
        h(
            'details',
            { class: 'chart-table' },
            h('summary', null, s.t('chart.table'), ' ', h('span', { class: 'card-note' }, s.t('agencies.all', { count: rows.length }))),
            table(state, s, rows, actions),
        ),
    );
}

function table(state, s, rows, actions) {
    return h(
        'div',
        // Scrolls sideways where the page is narrow: then it must be reachable by keyboard.
        { class: 'table-scroll', tabindex: 0, role: 'group', 'aria-labelledby': 'agencies-title' },
        h(
            'table',
            { class: 'rates' },
            h('caption', { class: 'sr-only' }, s.t('agencies.caption')),
            h('thead', null, h('tr', null, Object.keys(COLUMNS).map((by) => heading(s, by, state.sort, actions)))),
            h('tbody', null, sorted(s, rows, state.sort).map((row) => line(s, row))),
        ),
    );
}

/** The share filed in time, what it is made of, and how the tasks go in which the agency takes part. */
function card(s, { code, name, rates }, tasks) {
    const { due, onTime, late, missing, rate } = rates.with;
    const own = tasks.filter(({ participations }) => participations.some(({ agency, role }) => agency === code && role !== 'INVOLVED'));
    const signals = countByHealth(own).filter(({ health, count }) => count > 0 && !WITHOUT_HEALTH.includes(health));
    return h(
        'li',
        { key: code, class: 'scorecard' },
        h('h3', { class: 'scorecard-name' }, h('span', { class: 'scorecard-sign', 'aria-hidden': 'true' }, name.slice(0, 1)), h('span', null, name)),
        h('p', { class: 'scorecard-rate' },
            h('strong', null, rate === null ? h('span', { class: 'not-stated' }, s.t('agencies.noRate')) : s.percent(rate)), ' ',
            rates.withoutExtensions.rate !== rate && rates.withoutExtensions.rate !== null
                && h('span', { class: 'total-note' }, s.t('agencies.without', { rate: s.percent(rates.withoutExtensions.rate) }))),
        h('span', { class: 'scorecard-bar', 'aria-hidden': 'true' }, [['onTime', onTime], ['late', late], ['missed', missing]]
            .filter(([, count]) => count > 0).map(([part, count]) => h('span', { key: part, 'data-part': part, style: { 'flex-grow': count } }))),
        h('p', { class: 'scorecard-facts' }, s.t('agencies.filed', { due, onTime }),
            late > 0 && ` · ${s.t('agencies.late')} ${s.number(late)}`, missing > 0 && ` · ${s.t('agencies.missing')} ${s.number(missing)}`),
        signals.length > 0 && h('ul', { class: 'signals', 'aria-label': s.t('agencies.tasks') }, signals.map(({ health, count }) =>
            h('li', { key: health }, healthIcon(health), h('span', { class: 'sr-only' }, s.named('health', health), ' '), s.number(count)))),
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
