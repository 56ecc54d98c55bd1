/** How many tasks there are and how they stand, in one look. */
import { h } from '../h.js';
import { healthIcon, stackedBar, statusIcon } from '../parts.js';
import { section } from './pieces.js';

const TOTALS = ['declared', 'published', 'documented', 'registered', 'listed'];

export function summary({ s }, { totals, byHealth, byStatus, withoutHealth, checkpoints, unsettled, disagreements }) {
    return section(s, { id: 'summary', title: s.t('report.section.summary') },
        h('dl', { class: 'figures' }, [
            ...TOTALS.map((name) => [s.t(`report.column.${name}`), totals[name]]),
            [s.t('reports.filedOf'), s.t('reports.ofExpected', { received: checkpoints.received, expected: checkpoints.expected })],
            [s.t('reports.unsettledCount'), unsettled.length],
            [s.t('report.column.disagreement'), disagreements.length],
        ].map(([name, value]) => h('div', { key: name, class: 'figure' }, h('dt', null, name),
            h('dd', null, value === null || value === undefined ? s.t('page.notStated') : typeof value === 'number' ? s.number(value) : value)))),
        h('div', { class: 'two' },
            distribution(s, 'health', s.t('report.table.byHealth'), [
                ...byHealth.map(({ health, count }) => ({ key: health, count, data: { 'data-health': health }, icon: healthIcon(health), word: s.t(`health.${health}`) })),
                { key: 'NO_DATA', count: withoutHealth, data: { 'data-health': 'NO_DATA' }, icon: healthIcon('NO_DATA'), word: s.t('report.withoutHealth') },
            ]),
            distribution(s, 'status', s.t('report.table.byStatus'), byStatus.map(({ status, count }) =>
                ({ key: status, count, data: { 'data-status': status }, icon: statusIcon(status), word: s.t(`status.${status}`) })))));
}

function distribution(s, name, title, parts) {
    const counts = parts.filter(({ count }) => count > 0).map(({ word, count }) => `${word} ${s.number(count)}`).join(', ');
    return h('div', { key: name, class: 'spread' },
        h('h3', null, title),
        stackedBar(`${title}: ${counts}`, parts),
        h('ul', { class: 'legend' }, parts.map(({ key, count, icon, word }) => h('li', { key },
            icon, ' ', h('span', null, word), ' ', h('strong', null, s.number(count))))));
}
