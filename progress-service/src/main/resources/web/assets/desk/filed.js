/** What was filed and became of it, and what was missed; by period. */
import { h } from '../h.js';
import { selectField } from '../work/forms.js';
import { table } from '../work/table.js';
import { standing, timely, titleOf } from './pieces.js';

export function filed(page, { checkpoints }) {
    const { s, query } = page;
    const past = checkpoints.filter(({ status, timeliness }) =>
        !['OPEN', 'RETURNED'].includes(status) || timeliness === 'MISSED');
    const periods = [...new Set(past.map(({ period }) => period))].sort().reverse();
    const period = periods.includes(query.get('period')) ? query.get('period') : null;
    const shown = period ? past.filter((checkpoint) => checkpoint.period === period) : past;
    return h('section', { class: 'card', key: 'filed', 'aria-labelledby': 'filed-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'filed-title' }, s.t('desk.filed')),
            h('p', { class: 'card-note' }, s.t('desk.filedNote'))),
        past.length === 0 ? h('p', { class: 'card-note' }, s.t('desk.nothingFiled')) : [
            h('div', { class: 'filter-line' }, selectField(s, {
                form: 'filed', name: 'period', label: s.t('desk.period'), value: period ?? '',
                options: [{ value: '', label: s.t('desk.allPeriods') },
                    ...periods.map((value) => ({ value, label: s.period(value) }))],
                change: (value) => page.go(value ? `/desk?period=${encodeURIComponent(value)}` : '/desk', true),
            })),
            list(s, shown),
        ]);
}

function list(s, items) {
    return table({
        caption: s.t('desk.filed'), named: 'filed-title', kind: 'is-dense',
        columns: ['task', 'period', 'status', 'timeliness', 'submitted'].map((name) => s.t(`desk.column.${name}`)),
        rows: items.map((item) => h('tr', { key: item.id },
            h('th', { scope: 'row' },
                h('a', { href: `/desk/checkpoints/${encodeURIComponent(item.id)}` }, titleOf(s, item)),
                ' ', h('span', { class: 'code' }, item.task)),
            h('td', null, s.period(item.period)),
            h('td', null, standing(s, item.status)),
            h('td', null, timely(s, item)),
            h('td', null, item.firstSubmittedAt ? s.instantDay(item.firstSubmittedAt) : '–'))),
    });
}
