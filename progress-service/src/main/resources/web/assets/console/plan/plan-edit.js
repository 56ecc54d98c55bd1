/** Registering a plan and changing one. */
import { h } from '../../h.js';
import { plain } from '../../parts.js';
import { waiting } from '../../work/loaded.js';
import { held, load } from '../../work/loading.js';
import { begin, focusSoon, formOf, send } from './form.js';
import { above, below, fieldsOf } from './fields.js';
import { knowAgencies, knowPlansAnew } from './known.js';
import { changesOf } from './paths.js';
import { areaTree, parts } from './plan-parts.js';
import { content, typed } from './plan-values.js';
import { tell } from './words.js';

const address = (code) => `/api/v1/plans/${encodeURIComponent(code)}`;

function isNew({ path: [, code] }) {
    return code === 'new';
}

function nameOf(page) {
    return `plan.${page.path[1]}`;
}

/** As the other views know a plan, so that they see at once what was changed here. */
function knowAnew(page, code) {
    return load(page, `known.plan.${code}`, code, (api) => api.get(address(code)));
}

export async function arrived(page) {
    const [, code] = page.path;
    const name = nameOf(page);
    if (page.state['planning.done']?.of !== code) {
        page.set({ 'planning.done': null });
    }
    await knowAgencies(page);
    if (isNew(page)) {
        begin(page, { name, id: 'plan', values: { code: '', ...typed() } });
        return;
    }
    const plan = await knowAnew(page, code);
    if (plan.ok && nameOf(page) === name) {
        begin(page, { name, id: 'plan', values: typed(plan.data), etag: plan.etag });
    }
}

export function view(page) {
    const { s } = page;
    const [, code] = page.path;
    const form = formOf(page, nameOf(page));
    const plan = isNew(page) ? null : held(page, `known.plan.${code}`).data;
    const said = page.state['planning.done'];
    return [
        h('p', { key: 'back', class: 'plan-back' }, h('a', { href: '/console/plans' }, s.t('plans.toList'))),
        h('header', { key: 'head', class: 'plan-head' },
            h('div', null,
                plan && h('p', { class: 'task-facts' }, h('span', { class: 'code' }, plan.code)),
                h('h1', null, plan ? plain(s, plan.title) : s.t(isNew(page) ? 'plans.new' : 'console.plans'))),
            plan && h('div', { class: 'actions' },
                h('a', { class: 'button', href: `/console/tasks?plan=${plan.code}` }, s.t('plans.tasks')),
                h('a', { class: 'button', href: `/console/tasks/new?plan=${plan.code}` }, s.t('tasks.register')))),
        said?.of === code && h('p', { key: 'done', class: 'plan-done', id: 'plan-done', tabindex: -1 }, said.words),
        (isNew(page) ? null : waiting(page, `known.plan.${code}`)) ?? (form && theForm(page, form, plan)),
    ];
}

function theForm(page, form, plan) {
    const { s } = page;
    const fields = fieldsOf(page, form);
    const drawn = parts(page, form, fields, plan === null);
    return h('form', { key: form.name, class: 'plan-form', novalidate: true, on: { submit: (event) => {
        event.preventDefault();
        if (!form.busy) {
            save(page);
        }
    } } },
    above(page, form, fields, (field, value) => tell(page, field, value)),
    h('div', { class: 'card plan-parts', key: 'parts' }, drawn, areaTree(page, form),
        below(page, form, { save: s.t(plan ? 'taskForm.save' : 'taskForm.send'), back: '/console/plans', isNew: true })));
}

async function save(page) {
    const { s } = page;
    const [, code] = page.path;
    const answer = isNew(page)
        ? await send(page, ({ values, key }) =>
            page.api.post('/api/v1/plans', { code: values.code.trim().toUpperCase(), ...content(values) }, { key }))
        : await send(page, ({ values, began, etag }) =>
            page.api.patch(address(code), changesOf(content(began), content(values)), { etag }), () => latest(page, code));
    if (!answer) {
        return;
    }
    const words = isNew(page) ? s.t('plans.registered', { code: answer.data.code }) : s.t('planning.saved');
    knowPlansAnew(page);
    page.set({ 'planning.done': { of: answer.data.code, words } });
    page.go(`/console/plans/${answer.data.code}`, !isNew(page));
    page.announce(words);
    focusSoon('plan-done');
}

/** What stands there now; who changed a plan is not told by the API. */
async function latest(page, code) {
    const plan = await knowAnew(page, code);
    return plan.ok ? { values: typed(plan.data), etag: plan.etag, by: null, at: plan.data.changedAt } : null;
}
