/** What a task is measured by: where it began, where it should come to, and what was measured so far. */
import { h } from '../h.js';
import { chart } from '../charts.js';
import { agencyText, content, plain } from '../parts.js';
import { agenciesOf } from './load.js';
import { rescheduled } from './schedule.js';
import { fact, section } from './section.js';

const SYMBOLS = ['circle', 'diamond', 'triangle', 'rect'];

export function indicators(page) {
    const { s, state } = page;
    const { task } = state;
    return section('indicators', s.t('report.section.indicators'), page.session.signedIn ? s.t('sheet.measuredAccepted') : s.t('sheet.measuredPublished'),
        task.indicators.length === 0
            ? h('p', { class: 'sheet-absent' }, s.t('sheet.noIndicators'))
            : task.indicators.map((each) => indicator(page, each)));
}

/** Every accepted value for who has signed in; for the public those of the published reports. */
function valuesOf({ parts }, code) {
    const values = parts.sheet
        ? parts.sheet.series.filter(({ indicator }) => indicator === code)
        : (parts.published?.items ?? []).find((each) => each.code === code)?.values ?? [];
    return values.toSorted((one, other) => one.measuredOn.localeCompare(other.measuredOn));
}

function indicator(page, each) {
    const { s, state } = page;
    const values = valuesOf(state, each.code);
    const latest = values.at(-1) ?? null;
    const amount = (value) => (value === null || value === undefined ? null : `${s.number(value)} ${unit(s, each.unit)}`);
    return h(
        'div',
        { key: each.code, class: 'indicator' },
        h('h3', null, content(s, each.name)),
        h('dl', { class: 'indicator-facts' },
            fact(s, 'baseline', s.t('report.column.baseline'), amount(each.baseline)),
            fact(s, 'target', s.t('report.column.target'), amount(each.target),
                each.target !== null && [s.t('report.column.targetOn'), ' ', each.targetOn ? s.date(each.targetOn) : s.t('page.notStated')]),
            h('div', { key: 'latest' }, h('dt', null, s.t('sheet.latest')),
                h('dd', null, latest ? h('strong', null, amount(latest.value)) : h('span', { class: 'not-stated' }, s.t('report.notMeasured'))),
                latest && h('dd', { class: 'fact-note' }, s.date(latest.measuredOn))),
            h('div', { key: 'direction' }, h('dt', null, s.t('sheet.direction')), h('dd', null, s.named('sheet.direction', each.direction)))),
        each.note && h('p', { class: 'fact-note', lang: s.languageOf(each.note) }, each.note),
        state.task.rescheduled.filter(({ id }) => id === each.code).map((entry, index) => rescheduled(s, entry, index)),
        values.length > 0 && series(page, each, values),
    );
}

function unit(s, code) {
    return s.has(`sheet.unit.${code}`) ? s.t(`sheet.unit.${code}`) : code;
}

function series(page, each, values) {
    const { s, state } = page;
    const agencies = agenciesOf(state);
    const named = (code) => agencyText(s, agencies.get(code), code);
    const codes = [...new Set(values.map(({ agency }) => agency))];
    const label = s.t('sheet.seriesChart', { indicator: plain(s, each.name), count: values.length });
    return chart(s, {
        key: 'series', label, height: 15,
        option: {
            grid: { left: 56, right: 88, top: 36, bottom: 28 },
            legend: { data: codes.map(named) },
            tooltip: { trigger: 'axis' },
            xAxis: { type: 'time', axisLabel: { formatter: '{yyyy}-{MM}', hideOverlap: true } },
            yAxis: { type: 'value', ...range(each, values) },
            series: codes.map((agency, index) => ({
                name: named(agency), type: 'line', symbol: SYMBOLS[index % SYMBOLS.length], symbolSize: 9,
                lineStyle: { width: 3, color: TONES[index % TONES.length], type: ['solid', 'dashed', 'dotted'][index % 3] },
                itemStyle: { color: TONES[index % TONES.length] },
                data: values.filter((value) => value.agency === agency).map(({ measuredOn, value }) => [measuredOn, value]),
                markLine: index === 0 ? marks(s, each) : undefined,
            })),
        },
        caption: label,
        columns: [s.t('report.column.measuredOn'), s.t('report.column.agency'), `${s.t('report.column.value')} (${unit(s, each.unit)})`],
        rows: values.map(({ measuredOn, agency, value }) => [s.date(measuredOn), named(agency), s.number(value)]),
    });
}

const TONES = ['var(--completed)', 'var(--in-progress)', 'var(--on-hold)', 'var(--selected)'];

/** Baseline and target must be in the picture although no value may have come near them. */
function range({ baseline, target }, values) {
    const all = [...values.map(({ value }) => value), baseline, target].filter((value) => value !== null);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    const air = (most - least || Math.abs(most) || 1) * 0.1;
    return { min: least >= 0 ? Math.max(0, Math.floor(least - air)) : Math.floor(least - air), max: Math.ceil(most + air) };
}

/** Told apart by their dashes and their words. */
function marks(s, { baseline, target }) {
    const mark = (value, word, type, color) => value !== null && {
        yAxis: value, lineStyle: { type, width: 2, color },
        label: { position: 'end', formatter: `${word} ${s.number(value)}`, color: 'var(--text)' },
    };
    return {
        symbol: 'none', silent: true,
        data: [
            mark(target, s.t('report.column.target'), 'dashed', 'var(--in-progress)'),
            mark(baseline, s.t('report.column.baseline'), 'dotted', 'var(--text-subtle)'),
        ].filter(Boolean),
    };
}
