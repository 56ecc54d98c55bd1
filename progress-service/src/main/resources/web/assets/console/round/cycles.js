/** The reporting cycles of the plans: what came in of each, and planning another one. */
import { h } from '../../h.js';
import { partsOf } from '../../board.js';
import { content, notice, stackedBar } from '../../parts.js';
import { shown } from '../../work/loaded.js';
import { load, orElse, together } from '../../work/loading.js';
import { cycleArrived, cycleView } from './cycle.js';
import { newArrived, newView } from './cycle-form.js';
import { address, card, head, learnAgencies, table } from './pieces.js';

export const cycles = { path: 'cycles', nav: 'rounds.nav', arrived, view };

function arrived(page) {
    learnAgencies(page);
    const [, id] = page.path;
    if (id === 'new') {
        newArrived(page);
    } else if (id) {
        cycleArrived(page, id);
    } else {
        loadCycles(page);
    }
}

function loadCycles(page) {
    return load(page, 'cycles', 'cycles', async (api) => {
        const answer = await together({
            plans: api.all('/api/v1/plans'),
            cycles: api.all('/api/v1/cycles'),
            board: orElse(api.get('/api/v1/dashboard'), { plans: [] }),
        });
        return answer.ok ? { ...answer, data: { ...answer.data, progress: progressOf(answer.data.board) } } : answer;
    });
}

/** What came in, as the board has counted it, by cycle. */
function progressOf(board) {
    return new Map(board.plans.flatMap(({ cycles: list }) => (list ?? []).map(({ id, progress }) => [id, progress])));
}

function view(page) {
    const [, id] = page.path;
    if (id === 'new') {
        return newView(page);
    }
    return id ? cycleView(page) : listView(page);
}

function listView(page) {
    const { s } = page;
    return [
        head(page, { title: s.t('rounds.nav'), note: s.t('rounds.note') }),
        shown(page, 'cycles', (data) => data.plans.length === 0
            ? h('div', { class: 'card', key: 'none' }, notice(s.t('state.noPlans'), s.t('rounds.noPlansHint')))
            : sortedPlans(data).map((plan) => ofPlan(page, plan, data))),
    ];
}

/** Plans with cycles first. */
function sortedPlans({ plans, cycles: list }) {
    const has = (plan) => list.some((cycle) => cycle.plan === plan.code);
    return [...plans.filter(has), ...plans.filter((plan) => !has(plan))];
}

function ofPlan(page, plan, data) {
    const { s } = page;
    const list = data.cycles.filter((cycle) => cycle.plan === plan.code)
        .sort((one, other) => other.dueOn.localeCompare(one.dueOn));
    const columns = ['period', 'status', 'opensOn', 'dueOn', 'locksOn', 'received'];
    return card(content(s, plan.title), `plan-${plan.code}`, h('span', { class: 'code' }, plan.code),
        list.length === 0
            ? h('p', { class: 'not-stated' }, s.t('rounds.none'))
            : table(`cycles-${plan.code}`, s.t('rounds.of', { plan: s.content(plan.title).text }),
                columns.map((column) => s.t(`rounds.column.${column}`)), list.map((cycle) => row(page, cycle, data.progress.get(cycle.id)))),
        h('p', { class: 'actions' }, h('a', { class: 'button', href: address('cycles/new', { plan: plan.code }) }, s.t('rounds.new'))));
}

function row(page, cycle, progress) {
    const { s } = page;
    return h('tr', { key: cycle.id },
        h('th', { scope: 'row' }, h('a', { class: 'round-link', href: address(`cycles/${cycle.id}`) }, s.period(cycle.period))),
        h('td', null, cycleState(s, cycle.status)),
        h('td', { class: 'is-day' }, s.date(cycle.opensOn)),
        h('td', { class: 'is-day' }, s.date(cycle.dueOn), cycle.dueOn !== cycle.nominalDueOn && [' ', h('span', { class: 'mark' }, s.t('rounds.moved'))]),
        h('td', { class: 'is-day' }, s.date(cycle.locksOn)),
        h('td', null, progress && cycle.status !== 'PLANNED' ? bar(s, progress) : '–'));
}

export function cycleState(s, status) {
    return h('span', { class: 'round-state', 'data-cycle': status }, s.named('cycle', status));
}

/** What came in of what was expected, and how much of that in time. */
export function bar(s, progress) {
    const parts = partsOf(progress);
    const words = parts.filter(({ count }) => count > 0).map(({ part, count }) => `${s.t(`round.${part}`)} ${s.number(count)}`).join(', ');
    return h('div', { class: 'round-bar' },
        progress.expected > 0 && stackedBar(s.t('round.bar', { counts: words }), parts.map(({ part, count }) => ({ key: part, count, data: { 'data-part': part } }))),
        h('span', null, s.t('round.filed', progress), progress.returned > 0 && ` · ${s.t('round.returned', { count: progress.returned })}`));
}
