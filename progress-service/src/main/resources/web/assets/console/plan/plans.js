/** The plans that tasks belong to. */
import { h } from '../../h.js';
import { content, notice } from '../../parts.js';
import { table } from '../../work/table.js';
import { outdated, waiting } from '../../work/loaded.js';
import { agencyFull, knowAgencies, knowPlansAnew, plansKnown } from './known.js';

const NAME = 'known.plans';

export function arrived(page) {
    knowAgencies(page);
    knowPlansAnew(page);
}

export function view(page) {
    const { s } = page;
    return [
        h('header', { class: 'plan-head', key: 'head' },
            h('h1', null, s.t('console.plans')),
            h('a', { class: 'button is-primary', href: '/console/plans/new' }, s.t('plans.new'))),
        outdated(page, NAME),
        waiting(page, NAME) ?? list(page),
    ];
}

function list(page) {
    const { s } = page;
    const plans = plansKnown(page);
    if (plans.length === 0) {
        return h('div', { class: 'card', key: 'none' }, notice(s.t('plans.none'), s.t('plans.noneHint')));
    }
    return h('section', { class: 'card', key: 'list', 'aria-label': s.t('plans.caption') },
        table({
            caption: s.t('plans.caption'), kind: 'plan-table is-first', rows: plans.map((plan) => row(page, plan)),
            columns: [
                ...['plan', 'leadAgency', 'announcedOn', 'declaredTaskCount'].map((name) =>
                    ({ label: s.t(`planning.field.${name}`), number: name === 'declaredTaskCount' })),
                s.t('tasks.column.changedAt'), s.t('console.tasks'),
            ],
        }));
}

function row(page, plan) {
    const { s } = page;
    const unsaid = h('span', { class: 'not-stated' }, s.t('page.notStated'));
    return h('tr', { key: plan.code },
        h('th', { scope: 'row', class: 'plan-name' },
            h('a', { href: `/console/plans/${plan.code}` }, content(s, plan.title)),
            h('span', { class: 'task-facts plan-below code' }, plan.code)),
        h('td', null, agencyFull(page, plan.leadAgency)),
        h('td', { class: 'plan-nowrap' }, plan.announcedOn ? s.date(plan.announcedOn) : unsaid),
        h('td', { class: 'is-number' }, plan.declaredTaskCount === null ? unsaid : s.number(plan.declaredTaskCount)),
        h('td', { class: 'plan-nowrap' }, s.instantDay(plan.changedAt)),
        h('td', { class: 'plan-nowrap' }, h('a', {
            href: `/console/tasks?plan=${plan.code}`, 'aria-label': s.t('plans.tasksOf', { plan: s.content(plan.title).text }),
        }, s.t('plans.tasks'))));
}
