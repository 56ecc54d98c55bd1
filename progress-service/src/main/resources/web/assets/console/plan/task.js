/** A task: where it stands and may go, who takes part, what it says, and what was done to it. */
import { h } from '../../h.js';
import { content, plain, statusIcon } from '../../parts.js';
import { button } from '../../work/forms.js';
import { outdated, waiting } from '../../work/loaded.js';
import { held } from '../../work/loading.js';
import { history, linesOfTask } from './history.js';
import { knowAgencies, knowPlan, knowPlans, plansKnown } from './known.js';
import { marks } from './tasks.js';
import { changeTask, address, knowTask } from './task-calls.js';
import { askKept, reasonField } from './dialogs.js';
import { facts } from './task-facts.js';
import { partners } from './task-partners.js';

export function arrived(page) {
    const [, code] = page.path;
    if (page.state['planning.done']?.of !== code) {
        page.set({ 'planning.done': null });
    }
    knowAgencies(page);
    knowPlans(page);
    knowTask(page, code).then(([task]) => task.ok && knowPlan(page, task.data.plan));
}

export function view(page) {
    const { data: task } = held(page, 'task');
    const instead = waiting(page, 'task');
    return instead
        ? [back(page), h('h1', { class: 'sr-only', key: 'h1' }, page.s.t('console.tasks')), instead]
        : [back(page, task), head(page, task), done(page, task), outdated(page, 'task'),
            standing(page, task), partners(page, task), facts(page, task), past(page, task)];
}

function back({ s }, task = null) {
    return h('p', { key: 'back', class: 'plan-back' },
        h('a', { href: task ? `/console/tasks?plan=${task.plan}` : '/console/tasks' }, s.t('tasks.toList')));
}

function head(page, task) {
    const { s } = page;
    const plan = plansKnown(page).find(({ code }) => code === task.plan);
    return h('header', { class: 'plan-head', key: 'head' },
        h('div', null,
            h('p', { class: 'task-facts' }, plan ? plain(s, plan.title) : task.plan, ' · ', h('span', { class: 'code' }, task.code), marks(s, task)),
            h('h1', null, content(s, task.title))),
        h('div', { class: 'actions' },
            task.placeholder && h('a', { class: 'button is-primary', href: `/console/tasks/${task.code}/register` }, s.t('tasks.fill')),
            h('a', { class: `button${task.placeholder ? '' : ' is-primary'}`, href: `/console/tasks/${task.code}/change` }, s.t('tasks.change')),
            h('a', { class: 'button', href: `/tasks/${task.code}` }, s.t('tasks.sheet'))));
}

function done(page, task) {
    const said = page.state['planning.done'];
    return said?.of === task.code && h('p', { key: 'done', class: 'plan-done', id: 'plan-done', tabindex: -1 }, said.words);
}

function standing(page, task) {
    const { s } = page;
    return h('section', { class: 'card', key: 'standing', 'aria-labelledby': 'standing-title' },
        h('div', { class: 'plan-standing' },
            h('div', null,
                h('h2', { id: 'standing-title' }, s.t('task.status')),
                h('p', { class: 'plan-standing-now', 'data-status': task.status },
                    statusIcon(task.status), h('strong', null, s.named('status', task.status)),
                    h('span', { class: 'card-note' }, s.t('tasks.since', { date: s.instantDay(task.statusSince) })))),
            task.allowedTransitions?.length > 0
                ? h('div', { class: 'plan-moves', role: 'group', 'aria-label': s.t('tasks.moves') },
                    task.allowedTransitions.map((to) => button(s, {
                        key: to, label: [statusIcon(to), moveName(s, task.status, to)], 'data-status': to,
                        run: () => askMove(page, task, to),
                    })))
                : h('p', { class: 'card-note' }, s.t('tasks.noMoves'))));
}

/** A move back to work is told by where it comes from: to begin, to resume and to reopen are three things. */
function moveName(s, from, to) {
    const key = `tasks.move.${from}.${to}`;
    return s.t(s.has(key) ? key : `tasks.move.${to}`);
}

function askMove(page, { code, status }, to) {
    const { s } = page;
    askKept(page, {
        name: `move.${code}.${to}`,
        title: s.t('tasks.moveTitle', { from: s.named('status', status), to: s.named('status', to) }),
        confirm: moveName(s, status, to),
        kind: to === 'DISCONTINUED' || to === 'REJECTED' ? 'is-danger' : 'is-primary',
        values: { reason: '' },
        body: (current, change, problem) => [
            h('p', { class: 'plan-dialog-hint' }, s.t(`tasks.moveHint.${to}`)),
            reasonField(page, current, change, problem, { hint: s.t('tasks.reasonHint') }),
        ],
        run: ({ reason }) => changeTask(page,
            (api, etag) => api.post(`${address(code)}/status-transitions`, { to, reason: reason.trim() }, { etag }),
            s.t('tasks.moved', { to: s.named('status', to) })),
    });
}

function past(page, task) {
    const { s } = page;
    return h('section', { class: 'card', key: 'history', 'aria-labelledby': 'history-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'history-title' }, s.t('history.title')),
            h('p', { class: 'card-note' }, s.t('history.note'))),
        waiting(page, 'task.history') ?? history(page, linesOfTask(page, held(page, 'task.history').data), task.plan));
}
