/** How a task goes: the three judgements side by side, by which rule one of them is reckoned, and how they were before. */
import { h } from '../h.js';
import { chart } from '../charts.js';
import { content, healthIcon, joined, plain, stackedBar } from '../parts.js';
import { daysBetween, dayInSeoul } from '../days.js';
import { voices } from '../panels/health.js';
import { table } from '../work/table.js';
import { periodOf, today } from './load.js';
import { absent, section, written } from './section.js';

const VOICES = ['assessed', 'declared', 'derived'];

export function judged(page) {
    const { s, state } = page;
    const { health, healths } = state.parts;
    return section('judged', s.t('health.voices'), s.t('sheet.judgedNote'),
        absent(s, health, s.t('sheet.noHealth')) ?? now(page, health),
        health && (absent(s, healths, s.t('sheet.noHistory')) ?? before(page, healths)));
}

function now({ s }, health) {
    const list = (items) => h('ul', { class: 'sheet-list' }, items.map((item, index) => h('li', { key: index }, item)));
    return h(
        'div',
        { key: 'now', class: 'judged-now' },
        voices(s, health),
        health.disagreement && h('p', { class: 'voice-note' }, h('span', { class: 'mark is-warning' }, s.t('health.split')), ' ', s.t('sheet.splitNote')),
        h('h3', null, s.t('health.reasons')),
        list(health.reasons.length > 0 ? health.reasons.map(({ text }) => content(s, text)) : [s.t('health.noReasons')]),
        health.figures.notStated?.length > 0 && h('p', { class: 'fact-note' },
            s.t('sheet.figuresNotStated', { figures: health.figures.notStated.map(({ text }) => plain(s, text)).join(', ') })),
        h('details', { class: 'sheet-more' }, h('summary', null, s.t('sheet.rule')),
            h('p', null, content(s, health.rule.text)),
            h('p', null, h('a', { href: `/api/v1/health/${health.task}` }, s.t('health.data')))),
    );
}

function before(page, healths) {
    const { s } = page;
    return h(
        'div',
        { key: 'before', class: 'judged-before' },
        h('h3', null, s.t('sheet.healthHistory')),
        strip(page, healths),
        completion(page, healths),
        h('details', { class: 'sheet-more' }, h('summary', null, s.t('sheet.healthHistoryTable', { count: healths.length })),
            tableOf(page, healths.toReversed())),
    );
}

/** How long it went how, in days: the pattern of each state as everywhere. */
function strip({ s, state }, healths) {
    const end = today(state) ?? dayInSeoul(Date.parse(healths.at(-1).at));
    const spans = [];
    for (const { at, headline } of healths.filter(({ headline }) => headline !== null)) {
        if (spans.at(-1)?.headline !== headline) {
            spans.push({ headline, from: dayInSeoul(Date.parse(at)) });
        }
    }
    const parts = spans.map((span, index) => ({ ...span, days: Math.max(1, daysBetween(span.from, spans[index + 1]?.from ?? end)) }));
    const words = parts.map(({ headline, from }) => s.t('sheet.healthFrom', { date: s.date(from), health: s.named('health', headline) })).join(', ');
    return [
        stackedBar(words, parts.map(({ headline, days, from }) => ({ key: from, count: days, data: { 'data-health': headline } }))),
        h('ol', { class: 'strip-words', 'aria-hidden': 'true' }, parts.map(({ headline, from }) =>
            h('li', { key: from, 'data-health': headline }, healthIcon(headline), h('span', null, s.date(from)), ' ', h('strong', null, s.named('health', headline))))),
    ];
}

function completion({ s, state }, healths) {
    const points = healths.filter(({ percentComplete }) => percentComplete !== null);
    const latest = state.parts.health?.percentComplete ?? null;
    if (latest !== null && points.at(-1)?.percentComplete !== latest) {
        // What is reported moves the health only at times: the history keeps the moves, the task the last figure.
        points.push({ at: state.parts.health.changedAt, percentComplete: latest });
    }
    if (points.length === 0) {
        return null;
    }
    const day = (at) => dayInSeoul(Date.parse(at));
    const { startsOn, endsOn } = state.task;
    const plan = startsOn && endsOn ? [[startsOn, 0], [endsOn, 100]] : [];
    const label = s.t('sheet.completionChart', { count: points.length, last: s.percent(points.at(-1).percentComplete / 100) });
    return chart(s, {
        key: 'completion', label, height: 15,
        option: {
            grid: { left: 48, right: 24, top: 36, bottom: 28 },
            legend: {},
            tooltip: { trigger: 'axis' },
            xAxis: { type: 'time', axisLabel: { formatter: '{yyyy}-{MM}', hideOverlap: true } },
            yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
            series: [
                {
                    name: s.t('report.column.percentComplete'), type: 'line', step: 'end', symbol: 'circle', symbolSize: 8,
                    lineStyle: { width: 3, color: 'var(--completed)' }, itemStyle: { color: 'var(--completed)' },
                    data: points.map(({ at, percentComplete }) => [day(at), percentComplete]),
                },
                plan.length > 0 && {
                    name: s.t('report.column.timeElapsedPercent'), type: 'line', symbol: 'none',
                    lineStyle: { width: 2, type: 'dashed', color: 'var(--text-subtle)' }, itemStyle: { color: 'var(--text-subtle)' },
                    data: plan,
                },
            ].filter(Boolean),
        },
        caption: label,
        columns: [s.t('report.column.at'), s.t('report.column.percentComplete')],
        rows: points.map(({ at, percentComplete }) => [s.instantDay(at), s.number(percentComplete)]),
    });
}

function tableOf({ s, state }, healths) {
    return table({
        caption: s.t('sheet.healthHistory'),
        columns: ['report.column.at', 'report.column.health', ...VOICES.map((voice) => `health.${voice}`), 'report.column.why'].map((key) => s.t(key)),
        rows: healths.map((each) => h(
            'tr',
            { key: each.version },
            h('th', { scope: 'row' }, h('time', { datetime: each.at }, s.instantDay(each.at))),
            h('td', null, signal(s, each.headline)),
            VOICES.map((voice) => h('td', { key: voice }, signal(s, each[voice]))),
            h('td', null, each.reason && written(s, each.reason),
                h('span', { class: 'fact-note' }, joined(each.reasons.map(({ text }) => h('span', null, content(s, text))), ', '),
                    each.cycle && ` · ${s.period(periodOf(state, each.cycle) ?? each.cycle)}`)),
        )),
    });
}

function signal(s, health) {
    return health
        ? h('span', { class: 'signal', 'data-health': health }, healthIcon(health), ' ', s.named('health', health))
        : h('span', { class: 'not-stated' }, '–', h('span', { class: 'sr-only' }, s.t('page.notStated')));
}
