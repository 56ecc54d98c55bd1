/** Progress against plan: how far each task in progress has come beside its time, and how the returns of the cycles came in. */
import { h, kept } from '../h.js';
import { onTimeOf, tasksOf } from '../board.js';
import { elapsed } from '../days.js';
import { chart } from '../charts.js';
import { plain } from '../parts.js';

/** So many tasks are drawn, those furthest behind first; the table has all. */
const DRAWN = 20;
const TITLE = 16;

/** The colour and the pattern of each health, as of the bars elsewhere. */
const LOOKS = {
    ON_TRACK: { color: 'var(--in-progress)' },
    AT_RISK: { color: 'var(--on-hold)', decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -0.785, color: 'var(--on-hold-soft)' } },
    OFF_TRACK: { color: 'var(--discontinued)', decal: { symbol: 'circle', symbolSize: 0.7, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], color: 'var(--discontinued-soft)' } },
    NOT_REPORTED: { color: 'var(--rejected)', decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: 0.785, color: 'var(--surface)' } },
    COMPLETED: { color: 'var(--completed)' },
};

const PARTS = {
    onTime: LOOKS.ON_TRACK, late: LOOKS.AT_RISK,
    missing: { ...LOOKS.OFF_TRACK },
};

const keep = kept();

export function progress(state, s, plan) {
    return keep('progress', [state.tasks, state.today, plan.cycles, plan.code, s], () => panel(state, s, plan));
}

function panel(state, s, plan) {
    const lines = linesOf(state, plan);
    const cycles = (plan.cycles ?? []).filter(({ status }) => status !== 'PLANNED');
    return h(
        'section',
        { class: 'card progress', key: 'progress', 'aria-labelledby': 'progress-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'progress-title' }, s.t('progress.title')),
            h('p', { class: 'card-note' }, s.t('progress.note'))),
        lines.length > 0
            ? against(s, lines)
            : h('p', { key: 'nothing', class: 'round-nothing' }, s.t('progress.none')),
        cycles.length > 0 && [h('h3', { key: 'trend' }, s.t('progress.trend')), trend(s, cycles)],
    );
}

/** The tasks in progress of which it is known how far they have come, the one furthest behind first. */
function linesOf(state, plan) {
    return tasksOf(state, plan.code)
        .filter(({ status }) => status === 'IN_PROGRESS')
        .map((task) => ({ task, complete: task.health?.percentComplete ?? null, time: elapsed(task, state.today) }))
        .filter(({ complete, time }) => complete !== null || time !== null)
        .sort((one, other) => behind(other) - behind(one) || one.task.no - other.task.no);
}

function behind({ complete, time }) {
    return (time ?? 0) - (complete ?? 0);
}

function against(s, lines) {
    const drawn = lines.slice(0, DRAWN).toReversed();
    const label = s.t('progress.label', { count: lines.length });
    const known = (value) => (value === null ? s.t('page.notStated') : s.number(value));
    return chart(s, {
        key: 'against', label, height: 5 + 1.9 * drawn.length,
        option: {
            grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
            legend: { data: [s.t('report.column.percentComplete'), s.t('report.column.timeElapsedPercent')], selectedMode: false },
            tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
            xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
            yAxis: {
                type: 'category', data: drawn.map(({ task }) => short(plain(s, task.title))),
                axisLabel: { width: 220, overflow: 'truncate', color: 'var(--text)' },
            },
            series: [
                {
                    name: s.t('report.column.percentComplete'), type: 'bar', barWidth: 12, itemStyle: { color: 'var(--in-progress)' },
                    data: drawn.map(({ task, complete }) => ({ value: complete, itemStyle: LOOKS[task.health?.headline] ?? { color: 'var(--selected)' } })),
                },
                {
                    name: s.t('report.column.timeElapsedPercent'), type: 'scatter', symbol: 'rect', symbolSize: [4, 20],
                    itemStyle: { color: 'var(--text)' }, data: drawn.map(({ time }) => time),
                },
            ],
        },
        caption: label,
        columns: ['code', 'title', 'health', 'percentComplete', 'timeElapsedPercent'].map((name) => s.t(`report.column.${name}`)),
        rows: lines.map(({ task, complete, time }) => [
            h('a', { href: `/tasks/${task.code}` }, task.code), plain(s, task.title),
            task.health ? s.named('health', task.health.headline) : '–', known(complete), known(time),
        ]),
    });
}

function short(title) {
    return title.length > TITLE ? `${title.slice(0, TITLE)}…` : title;
}

function trend(s, cycles) {
    const label = s.t('progress.trendLabel', { count: cycles.length });
    const counts = (part) => ({ progress: each }) => (part === 'missing' ? each.overdue + each.missed : each[part]);
    const share = (cycle) => onTimeOf(cycle);
    const bar = (part) => ({
        name: s.t(`agencies.${part}`), type: 'bar', stack: 'returns', barMaxWidth: 40, itemStyle: PARTS[part], data: cycles.map(counts(part)),
    });
    return chart(s, {
        key: 'trend-chart', label, height: 17,
        option: {
            grid: { left: 8, right: 8, top: 64, bottom: 8, containLabel: true },
            legend: {},
            tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
            xAxis: { type: 'category', data: cycles.map(({ period }) => s.period(period)) },
            yAxis: [
                { type: 'value', minInterval: 1 },
                { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' }, splitLine: { show: false } },
            ],
            series: [
                ...['onTime', 'late', 'missing'].map(bar),
                line(s.t('progress.onTimeRate'), 'diamond', 'var(--completed)',
                    cycles.map((cycle) => (share(cycle) === null ? null : Math.round(share(cycle) * 1000) / 10))),
                line(s.t('report.column.percentComplete'), 'circle', 'var(--text)', cycles.map(({ percentComplete }) => percentComplete ?? null)),
            ],
        },
        caption: label,
        columns: [s.t('report.column.period'), ...['due', 'onTime', 'late', 'missing'].map((part) => s.t(`agencies.${part}`)), s.t('progress.onTimeRate'), s.t('report.column.percentComplete')],
        rows: cycles.map((cycle) => [
            s.period(cycle.period), s.number(['onTime', 'late', 'missing'].reduce((sum, part) => sum + counts(part)(cycle), 0)),
            ...['onTime', 'late', 'missing'].map((part) => s.number(counts(part)(cycle))),
            share(cycle) === null ? s.t('agencies.noRate') : s.percent(share(cycle)),
            (cycle.percentComplete ?? null) === null ? s.t('page.notStated') : s.number(cycle.percentComplete),
        ]),
    });
}

function line(name, symbol, color, data) {
    return { name, type: 'line', yAxisIndex: 1, symbol, symbolSize: 11, lineStyle: { width: 3, color }, itemStyle: { color }, data };
}
