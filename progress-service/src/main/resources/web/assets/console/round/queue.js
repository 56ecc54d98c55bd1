/** What waits for the planners: to be reviewed, to come again, to be filed for agencies without reporters. */
import { h } from '../../h.js';
import { content, notice, plain } from '../../parts.js';
import { selectField } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, together } from '../../work/loading.js';
import { address, cycleName, dueWith, head, prose, table, timeliness } from './pieces.js';

/** The three lists, by the status of their checkpoints. */
const LISTS = ['SUBMITTED', 'RETURNED', 'UNASSIGNED'];
export const FILTERS = ['cycle', 'agency', 'task'];

export function loadQueue(page) {
    return load(page, 'queue', 'queue', async (api) => {
        const answer = await together({
            checkpoints: api.all('/api/v1/checkpoints?status=SUBMITTED&status=RETURNED'),
            worklist: api.get('/api/v1/worklist'),
        });
        return answer.ok ? { ...answer, data: sorted(answer.data) } : answer;
    });
}

/** Those that may be reviewed by nobody but another one are known from the worklist. */
function sorted({ checkpoints, worklist }) {
    const own = new Set(worklist.items.filter((item) => item.mayReview === false).map((item) => item.checkpoint));
    const bySince = (one, other) => one.changedAt.localeCompare(other.changedAt);
    const byDue = (one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? '');
    const waiting = worklist.items
        .filter(({ kind, checkpoint }) => kind === 'UNASSIGNED' && checkpoint)
        .map((item) => ({ ...item, id: item.checkpoint, plan: item.cycle.slice(0, -item.period.length - 1) }));
    return {
        today: worklist.today,
        SUBMITTED: checkpoints.filter(({ status }) => status === 'SUBMITTED').sort(bySince)
            .map((one) => ({ ...one, own: own.has(one.id) })),
        RETURNED: checkpoints.filter(({ status }) => status === 'RETURNED')
            .sort((one, other) => (one.returnedDueOn ?? '').localeCompare(other.returnedDueOn ?? '')),
        UNASSIGNED: waiting.sort(byDue),
    };
}

/** What the address says of the filters, for links that keep them. */
export function filtersOf(page) {
    return Object.fromEntries(FILTERS.map((name) => [name, page.query.get(name)]).filter(([, value]) => value));
}

export function filtered(items, filters) {
    return items.filter((item) => FILTERS.every((name) => !filters[name] || item[name] === filters[name]));
}

export function queueView(page) {
    const { s } = page;
    return [
        head(page, { title: s.t('review.title'), note: s.t('review.note') }),
        shown(page, 'queue', (data) => queue(page, data)),
    ];
}

function queue(page, data) {
    const { s } = page;
    const chosen = LISTS.includes(page.query.get('show')) ? page.query.get('show') : 'SUBMITTED';
    const filters = filtersOf(page);
    const items = filtered(data[chosen], filters);
    return h('section', { class: 'card', key: 'queue', 'aria-labelledby': 'queue-title' },
        h('nav', { 'aria-label': s.t('review.lists') }, h('ul', { class: 'round-lists' }, LISTS.map((list) =>
            h('li', { key: list }, h('a', {
                class: 'round-list', href: address('review', { ...filters, show: list === 'SUBMITTED' ? null : list }),
                'aria-current': list === chosen ? 'page' : null,
            }, s.t(`review.list.${list}`), ' ', h('strong', null, s.number(filtered(data[list], filters).length))))))),
        h('h2', { id: 'queue-title', class: 'round-list-title' }, s.t(`review.list.${chosen}`)),
        h('p', { class: 'card-note' }, s.t(`review.listNote.${chosen}`)),
        filterRow(page, data[chosen], filters, chosen),
        items.length === 0 ? nothing(page, chosen, filters) : listOf(page, chosen, items, filters, data.today));
}

function nothing(page, chosen, filters) {
    const { s } = page;
    return Object.keys(filters).length > 0
        ? notice(s.t('review.noMatch'), null, { label: s.t('review.showAll'), run: () => page.go(address('review', { show: chosen })) })
        : notice(s.t(`review.none.${chosen}`), s.t(`review.noneHint.${chosen}`));
}

function filterRow(page, items, filters, chosen) {
    const { s } = page;
    if (items.length < 2 && Object.keys(filters).length === 0) {
        return null;
    }
    const labels = {
        cycle: (item) => cycleName(s, item),
        agency: (item) => plain(s, item.agencyName),
        task: (item) => `${item.task} ${plain(s, item.taskTitle)}`,
    };
    return h('div', { class: 'round-filters', key: 'filters', role: 'group', 'aria-label': s.t('review.filters') },
        FILTERS.map((name) => {
            const known = new Map(items.map((item) => [item[name], labels[name](item)]));
            if (filters[name] && !known.has(filters[name])) {
                known.set(filters[name], filters[name]);
            }
            return selectField(s, {
                form: 'queue', name, label: s.t(`review.filter.${name}`), value: filters[name] ?? '',
                options: [{ value: '', label: s.t('review.all') }, ...[...known].map(([value, label]) => ({ value, label }))
                    .sort((one, other) => s.compare(one.label, other.label))],
                change: (value) => {
                    page.go(address('review', { ...filters, [name]: value, show: chosen === 'SUBMITTED' ? null : chosen }), true);
                },
            });
        }));
}

function listOf(page, chosen, items, filters, today) {
    const { s } = page;
    const columns = ['task', 'agency', 'cycle', ...{
        SUBMITTED: ['filed', 'timeliness', 'no'], RETURNED: ['reason', 'again'], UNASSIGNED: ['due'],
    }[chosen]];
    return table('queue', s.t(`review.list.${chosen}`), columns.map((column) => s.t(`review.column.${column}`)), items.map((item) =>
        h('tr', { key: item.id },
            h('th', { scope: 'row' },
                h('a', { class: 'round-link', href: address(`review/${item.id}`, filters) }, content(s, item.taskTitle)),
                h('span', { class: 'code' }, ` ${item.task}`),
                item.own && [' ', h('span', { class: 'mark' }, s.t('review.own'))]),
            h('td', null, content(s, item.agencyName)),
            h('td', { class: 'is-day' }, s.period(item.period)),
            ...cells[chosen](s, item, today))));
}

const cells = {
    SUBMITTED: (s, item) => [
        h('td', { class: 'is-day' }, s.moment(item.lastSubmittedAt ?? item.changedAt, item.changedAt)),
        h('td', null, timeliness(s, item)),
        h('td', null, s.t('review.version', { no: item.latestNo }),
            item.acceptedNo && [' ', h('span', { class: 'mark' }, s.t('review.correction'))]),
    ],
    RETURNED: (s, item, today) => [
        h('td', null, prose(s, item.reason)),
        h('td', { class: 'is-day' }, dueWith(s, item.returnedDueOn, today)),
    ],
    UNASSIGNED: (s, item, today) => [
        h('td', { class: 'is-day' }, dueWith(s, item.dueOn, today), item.daysLate > 0 && [' ', h('span', { class: 'mark is-warning' }, s.t('review.overdue', { days: item.daysLate }))]),
    ],
};
