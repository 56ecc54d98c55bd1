/** The tasks of all plans: what is asked for stands in the address, so that a list can be kept and passed on. */
import { h } from '../../h.js';
import { content, joined, notice, statusIcon } from '../../parts.js';
import { button } from '../../work/forms.js';
import { table } from '../../work/table.js';
import { outdated, waiting } from '../../work/loaded.js';
import { held, hold, load } from '../../work/loading.js';
import { agencyWords, areaWords, knowAgencies, knowPlan, knowPlans, plansKnown } from './known.js';
import { focusSoon } from './form.js';
import { FILTERS, filters } from './task-filters.js';

const NAME = 'tasks';

export function arrived(page) {
    hold(page, 'filter', { typed: null });
    knowAgencies(page);
    knowPlans(page).then(() => plansKnown(page).forEach(({ code }) => knowPlan(page, code)));
    load(page, NAME, asked(page), (api) => api.get(`/api/v1/tasks?${asked(page)}`))
        .then(() => page.announce(countWords(page)));
}

/** The question to the API that the address asks. */
function asked({ query }) {
    const question = new URLSearchParams({ limit: 50, count: true, sort: query.get('sort') || 'code' });
    FILTERS.forEach((name) => query.getAll(name).filter(Boolean).forEach((value) => question.append(name, value)));
    return question.toString();
}

async function more(page) {
    const { key, data } = held(page, NAME);
    hold(page, NAME, { growing: true, growth: null });
    const answer = await page.api.get(`/api/v1/tasks?${key}&cursor=${encodeURIComponent(data.nextCursor)}`);
    if (held(page, NAME).key === key) {
        hold(page, NAME, answer.ok
            ? { growing: false, data: { ...data, ...answer.data, items: [...data.items, ...answer.data.items] } }
            : { growing: false, growth: answer.problem });
        page.announce(countWords(page));
        // The button goes with the last of them: on with the first that is new.
        focusSoon(answer.ok ? `row-${answer.data.items[0]?.code}` : 'more');
    }
}

function countWords(page) {
    const { data } = held(page, NAME);
    return data ? page.s.t('tasks.showing', { shown: data.items.length, total: data.total ?? data.items.length }) : '';
}

export function view(page) {
    const { s } = page;
    return [
        h('header', { class: 'plan-head', key: 'head' },
            h('h1', null, s.t('console.tasks')),
            h('a', { class: 'button is-primary', href: '/console/tasks/new' }, s.t('tasks.register'))),
        h('section', { class: 'card', key: 'filters', 'aria-label': s.t('tasks.filters') }, filters(page)),
        outdated(page, NAME),
        waiting(page, NAME) ?? list(page),
    ];
}

function list(page) {
    const { s } = page;
    const { data, growing, growth } = held(page, NAME);
    if (data.items.length === 0) {
        return h('div', { class: 'card', key: 'none' }, notice(s.t('tasks.none'), s.t('tasks.noneHint')));
    }
    return h('section', { class: 'card', key: 'list', 'aria-labelledby': 'tasks-count' },
        h('p', { id: 'tasks-count', class: 'plan-count' }, countWords(page)),
        table({
            caption: s.t('tasks.caption'), kind: 'plan-table', rows: data.items.map((task) => row(page, task)),
            columns: ['task', 'area', 'status', 'agencies', 'term', 'changedAt'].map((name) => s.t(`tasks.column.${name}`)),
        }),
        growth && h('p', { class: 'warnings', role: 'alert' }, growth.detail || s.t('state.failedNetwork')),
        data.nextCursor && h('div', { class: 'plan-more' },
            button(s, { label: s.t('tasks.more'), id: 'more', busy: growing, run: () => more(page) })));
}

function row(page, task) {
    const { s } = page;
    return h('tr', { key: task.code, 'data-origin': task.origin },
        h('th', { scope: 'row', class: 'plan-name' },
            h('a', { id: `row-${task.code}`, href: `/console/tasks/${task.code}` }, content(s, task.title)),
            h('span', { class: 'task-facts plan-below' }, h('span', { class: 'code' }, task.code), marks(s, task))),
        h('td', null, task.area
            ? areaWords(page, task.plan, task.area)
            : h('span', { class: 'not-stated' }, s.t('page.notStated'))),
        h('td', { 'data-status': task.status },
            h('span', { class: 'plan-status' }, statusIcon(task.status), s.named('status', task.status))),
        h('td', null, partners(page, task)),
        h('td', { class: 'plan-nowrap' }, term(s, task)),
        h('td', { class: 'plan-nowrap' }, s.instantDay(task.changedAt)));
}

export function marks(s, task) {
    return [
        task.placeholder && h('span', { key: 'place', class: 'mark is-place', title: s.t('task.placeholderTitle') }, s.t('task.placeholder')),
        task.origin === 'REGISTERED' && h('span', { key: 'registered', class: 'mark' }, s.t('task.registered')),
        task.visibility === 'GOVERNMENT' && h('span', { key: 'government', class: 'mark' }, s.t('task.government')),
        task.representative && h('span', { key: 'representative', class: 'mark' }, s.t('tasks.representative')),
    ].filter(Boolean).flatMap((mark) => [' ', mark]);
}

function partners(page, { participations, partnersOpen }) {
    const { s } = page;
    const now = participations.filter(({ until }) => until === null);
    const lead = now.find(({ role }) => role === 'LEAD');
    const others = now.filter(({ role }) => role !== 'LEAD').map(({ agency }) => agencyWords(page, agency));
    const names = others.join(', ');
    return [
        lead && h('strong', { key: 'lead' }, agencyWords(page, lead.agency)),
        others.length > 0 && [lead && ' · ', partnersOpen ? s.t('task.partnersOpen', { partners: names }) : names],
    ];
}

function term(s, { startsOn, endsOn }) {
    if (!startsOn && !endsOn) {
        return h('span', { class: 'not-stated' }, s.t('page.notStated'));
    }
    const days = [startsOn, endsOn].map((day) => (day ? s.date(day) : s.t('page.notStated')));
    return joined([days[0], days[1]], [' ~', h('br', { key: 'br' })]);
}
