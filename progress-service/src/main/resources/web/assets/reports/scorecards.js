/** How each agency has met what was asked of it. */
import { h } from '../h.js';
import { content } from '../parts.js';
import { loaded } from '../work/loaded.js';
import { asked, choice, downloads, loadChoices } from './choice.js';
import { agencyOf, facts, section, table } from './pieces.js';
import { rate } from './results.js';

export async function loadScorecards(page) {
    const choices = await loadChoices(page);
    if (!choices.ok) {
        page.set({ scorecards: { problem: choices.problem } });
        return;
    }
    const query = asked(choices.data.plan, page.query);
    query.delete('comparedWith');
    const address = `/api/v1/reports/agencies?${query}`;
    const answer = await page.api.get(address);
    page.set({ scorecards: answer.ok ? { data: answer.data, address } : { problem: answer.problem } });
}

export function scorecards(page) {
    const { s, state: { scorecards: slot } } = page;
    return [
        choice(page, { compared: false }),
        loaded(s, slot, () => loadScorecards(page), (data) => [
            h('header', { class: 'card report-head', key: 'head' },
                h('div', null,
                    h('p', { class: 'owed-facts' }, content(s, data.head.planTitle)),
                    h('h1', null, s.t('report.title.scorecard')),
                    facts([
                        [s.t('report.fact.period'), data.head.period ? s.period(data.head.period) : s.t('report.wholePlan')],
                        [s.t('report.fact.asOf'), s.instant(data.head.asOf)],
                        [s.t('report.fact.audience'), s.t(`report.audience.${data.head.audience}`)],
                    ])),
                downloads(page, slot.address, `${data.head.plan}-agencies`)),
            returns(s, data),
            burden(s, data),
        ]),
    ];
}

function agency(s, { agencies }) {
    return { key: 'agency', label: s.t('report.column.agency'), head: true, cell: (row) => agencyOf(s, agencies, row.agency) };
}

function returns(s, data) {
    const figure = (key, cell) => ({ key, label: s.t(`report.column.${key}`), number: true, cell });
    return section(s, { id: 'scores', title: s.t('report.section.scorecards'), note: s.t('agencies.note') }, table(s, {
        id: 'scores-title', caption: s.t('report.table.scorecards'), rows: data.scorecards, rowKey: (row) => row.agency,
        columns: [
            agency(s, data),
            ...['due', 'onTime', 'late', 'missing'].map((name) => figure(name, (row) => s.number(row.onTime.with[name]))),
            { key: 'with', label: s.t('agencies.with'), number: true, cell: (row) => rate(s, row.onTime.with.rate) },
            { key: 'without', label: s.t('agencies.withoutExtensions'), number: true, cell: (row) => rate(s, row.onTime.withoutExtensions.rate) },
            figure('daysLateTotal', (row) => s.number(row.daysLate)),
            figure('daysLateMost', (row) => s.number(row.mostDaysLate)),
        ],
    }));
}

function burden(s, data) {
    const figure = (key, cell) => ({ key, label: s.t(`report.column.${key}`), number: true, cell });
    const days = (value) => value === null || value === undefined ? '–' : s.number(value);
    return section(s, { id: 'burden', title: s.t('report.section.burden'), note: s.t('report.table.burden') }, table(s, {
        id: 'burden-title', caption: s.t('report.table.burden'), rows: data.scorecards, rowKey: (row) => row.agency,
        columns: [
            agency(s, data),
            figure('checkpoints', (row) => s.number(row.burden.checkpoints)),
            figure('received', (row) => s.number(row.burden.filed)),
            figure('medianDays', (row) => days(row.burden.medianDays)),
            figure('longestDays', (row) => days(row.burden.longestDays)),
            figure('returns', (row) => s.number(row.returns)),
            { key: 'granted', label: s.t('reports.extensionsGranted'), number: true, cell: (row) => s.number(row.extensionsGranted) },
            { key: 'refused', label: s.t('reports.extensionsRefused'), number: true, cell: (row) => s.number(row.extensionsRefused) },
        ],
    }));
}
