/** The reviewer's assessment of whole tasks in a cycle, beside what the agencies declare and what the rule derives. */
import { h } from '../../h.js';
import { content, notice } from '../../parts.js';
import { selectField } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, together } from '../../work/loading.js';
import { assessmentArrived, assessmentView } from './assessment.js';
import { address, cycleName, head, healthWord, learnAgencies, table } from './pieces.js';

export const assessments = { path: 'assessments', nav: 'assess.nav', arrived, view };

function arrived(page) {
    learnAgencies(page);
    const [, cycle, task] = page.path;
    if (cycle && task) {
        assessmentArrived(page, cycle, task);
    } else {
        loadCycles(page);
    }
}

/** The cycles to choose from, and the tasks of the chosen one. */
async function loadCycles(page) {
    const answer = await load(page, 'assessable', 'assessable', async (api) => {
        const all = await api.all('/api/v1/cycles?status=OPEN&status=CLOSED');
        return all.ok ? { ...all, data: all.data.sort((one, other) => other.dueOn.localeCompare(one.dueOn)) } : all;
    });
    const cycle = answer.ok && chosen(page, answer.data);
    if (cycle) {
        loadTasks(page, cycle);
    }
}

/** That of the address, else the last one that was closed. */
function chosen(page, cycles) {
    const id = page.query.get('cycle');
    return cycles.find((cycle) => cycle.id === id) ?? cycles.find(({ status }) => status === 'CLOSED') ?? cycles[0] ?? null;
}

function loadTasks(page, cycle) {
    return load(page, 'assessed', cycle.id, async (api) => {
        const answer = await together({
            checkpoints: api.all(`/api/v1/checkpoints?cycle=${encodeURIComponent(cycle.id)}`),
            health: api.all(`/api/v1/health?plan=${encodeURIComponent(cycle.plan)}`),
            assessments: api.all(`/api/v1/assessments?cycle=${encodeURIComponent(cycle.id)}&inForce=true`),
        });
        return answer.ok ? { ...answer, data: rows(answer.data) } : answer;
    });
}

function rows({ checkpoints, health, assessments: list }) {
    const tasks = new Map();
    for (const { task, taskTitle, status } of checkpoints) {
        const row = tasks.get(task) ?? { task, taskTitle, expected: 0, accepted: 0 };
        row.expected += status === 'WAIVED' ? 0 : 1;
        row.accepted += status === 'ACCEPTED' ? 1 : 0;
        tasks.set(task, row);
    }
    return [...tasks.values()].sort((one, other) => one.task.localeCompare(other.task)).map((row) => ({
        ...row,
        health: health.find(({ task }) => task === row.task) ?? null,
        assessment: list.find(({ task }) => task === row.task) ?? null,
    }));
}

function view(page) {
    const { s } = page;
    const [, cycle, task] = page.path;
    return cycle && task ? assessmentView(page) : [
        head(page, { title: s.t('assess.nav'), note: s.t('assess.note') }),
        shown(page, 'assessable', (cycles) => ofCycles(page, cycles)),
    ];
}

function ofCycles(page, cycles) {
    const { s } = page;
    const cycle = chosen(page, cycles);
    if (!cycle) {
        return h('div', { class: 'card', key: 'none' }, notice(s.t('assess.noCycles'), s.t('assess.noCyclesHint')));
    }
    return h('section', { class: 'card round-card', key: 'assess', 'aria-labelledby': 'assess-title' },
        h('div', { class: 'card-head' }, h('h2', { id: 'assess-title' }, s.t('round.titleOf', { period: s.period(cycle.period) }))),
        h('div', { class: 'round-filters' }, selectField(s, {
            form: 'assess', name: 'cycle', label: s.t('review.filter.cycle'), value: cycle.id,
            options: cycles.map((one) => ({ value: one.id, label: `${cycleName(s, one)} (${s.named('cycle', one.status)})` })),
            change: (id) => page.go(address('assessments', { cycle: id }), true),
        })),
        shown(page, 'assessed', (list) => tasks(page, cycle, list)));
}

function tasks(page, cycle, list) {
    const { s } = page;
    if (list.length === 0) {
        return notice(s.t('round.nothingExpected'), null);
    }
    return table('assess-table', s.t('assess.caption'), ['task', 'accepted', 'declared', 'derived', 'assessed'].map((name) => s.t(`assess.column.${name}`)),
        list.map((row) => h('tr', { key: row.task },
            h('th', { scope: 'row' },
                h('a', { class: 'round-link', href: address(`assessments/${cycle.id}/${row.task}`) }, content(s, row.taskTitle)),
                h('span', { class: 'code' }, ` ${row.task}`),
                row.health?.disagreement && [' ', h('span', { class: 'mark is-split' }, s.t('health.split'))]),
            h('td', null, s.t('assess.accepted', row)),
            h('td', null, row.health?.declared ? healthWord(s, row.health.declared) : h('span', { class: 'not-stated' }, s.t('health.declaredNone'))),
            h('td', null, row.health?.derived ? healthWord(s, row.health.derived) : h('span', { class: 'not-stated' }, s.t('health.derivedNone'))),
            h('td', null, row.assessment
                ? healthWord(s, row.assessment.health)
                : h('span', { class: 'not-stated' }, s.t('health.assessedNone'))))));
}

