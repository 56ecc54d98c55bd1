/** The plans that tasks belong to. */
import { h } from '../../h.js';
import { content, notice } from '../../parts.js';
import { agencyFull, knowAgencies, knowPlansAnew, plansKnown } from './known.js';
import { outdated, waiting } from './loading.js';

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
        h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': s.t('plans.caption') },
            h('table', { class: 'table plan-table is-first' },
                h('caption', { class: 'sr-only' }, s.t('plans.caption')),
                h('thead', null, h('tr', null,
                    ['plan', 'leadAgency', 'announcedOn', 'declaredTaskCount'].map((name) =>
                        h('th', { key: name, scope: 'col', class: name === 'declaredTaskCount' ? 'is-number' : null }, s.t(`planning.field.${name}`))),
                    h('th', { scope: 'col' }, s.t('tasks.column.changedAt')),
                    h('th', { scope: 'col' }, s.t('console.tasks')))),
                h('tbody', null, plans.map((plan) => row(page, plan))))));
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
