/** Registering a task, changing one, and registering one into a place that was held for it: one form. */
import { h } from '../../h.js';
import { plain } from '../../parts.js';
import { waiting } from '../../work/loaded.js';
import { held } from '../../work/loading.js';
import { begin, formOf, send } from './form.js';
import { above, below, fieldsOf } from './fields.js';
import { knowAgencies, knowPlan, knowPlans, plansKnown } from './known.js';
import { address, knowTask, lastChange } from './task-calls.js';
import { changesOf } from './paths.js';
import { content, registration, typed, typedNew } from './task-values.js';
import { parts } from './task-parts.js';
import { tell } from './words.js';

/** What the path asks for: `new`, `change` or `register`. */
export function modeOf({ path: [, code, step] }) {
    return code === 'new' ? 'new' : step;
}

function nameOf(page) {
    return modeOf(page) === 'new' ? 'task.new' : `task.${modeOf(page)}.${page.path[1]}`;
}

export async function arrived(page) {
    const name = nameOf(page);
    const mode = modeOf(page);
    const known = [knowAgencies(page), knowPlans(page)];
    if (mode === 'new') {
        await Promise.all(known);
        const plan = page.query.get('plan') ?? plansKnown(page)[0]?.code ?? '';
        const lead = plansKnown(page).find(({ code }) => code === plan)?.leadAgency ?? '';
        begin(page, { name, id: 'task', values: typedNew(plan, lead) });
        knowPlan(page, formOf(page, name)?.values.plan);
        return;
    }
    const [task] = await knowTask(page, page.path[1]);
    if (task.ok && nameOf(page) === name) {
        knowPlan(page, task.data.plan);
        begin(page, { name, id: 'task', values: mode === 'register' ? placeOf(task.data) : typed(task.data), etag: task.etag });
    }
}

/** What a place begins with: who leads and its area; what stood there is no more than a guess. */
function placeOf(task) {
    const { participations } = typedNew(task.plan, '', task);
    return {
        ...typedNew(task.plan, ''), plan: '', area: task.area ?? '', areaProvenance: task.areaProvenance ?? '',
        participations: participations.filter(({ role }) => role === 'LEAD'),
    };
}

export function view(page) {
    const { s } = page;
    const mode = modeOf(page);
    const form = formOf(page, nameOf(page));
    const task = mode === 'new' ? null : held(page, 'task').data;
    const instead = mode === 'new' ? waiting(page, 'known.plans') : waiting(page, 'task');
    return [
        h('header', { key: 'head', class: 'plan-head' }, h('div', null,
            h('p', { class: 'task-facts' }, task
                ? [h('span', { class: 'code' }, task.code), ' · ', plain(s, task.title)]
                : s.t('taskForm.newNote')),
            h('h1', null, s.t(`taskForm.${mode}`)))),
        instead ?? (form && theForm(page, form, mode, task)),
    ];
}

function theForm(page, form, mode, task) {
    const { s } = page;
    const fields = fieldsOf(page, form);
    const plan = mode === 'new' ? form.values.plan : task.plan;
    const drawn = parts(page, form, fields, { mode, plan });
    return h('form', {
        key: form.name, class: 'plan-form', novalidate: true,
        on: { submit: (event) => {
            event.preventDefault();
            if (!form.busy) {
                save(page, mode);
            }
        } },
    },
    mode === 'register' && h('p', { class: 'warnings', key: 'place' }, s.t('taskForm.placeNote', { title: plain(s, task.title) })),
    above(page, form, fields, (field, value) => tell(page, field, value, plan)),
    h('div', { class: 'card plan-parts', key: 'parts' }, drawn,
        below(page, form, {
            save: s.t(mode === 'change' ? 'taskForm.save' : 'taskForm.send'),
            isNew: task === null,
            back: task ? `/console/tasks/${task.code}` : '/console/tasks',
        })));
}

async function save(page, mode) {
    const { s } = page;
    const code = page.path[1];
    const calls = {
        new: ({ values, key }) => page.api.post('/api/v1/tasks', registration(values), { key }),
        register({ values, etag, key }) {
            // The place says itself which plan and number it has.
            const { plan, no, ...body } = registration(values);
            return page.api.post(`${address(code)}/registrations`, body, { etag, key });
        },
        change({ values, began, etag }) {
            const { reason = '' } = values;
            const changes = changesOf(content(began), content(values));
            return page.api.patch(address(code), { ...changes, ...(reason.trim() ? { reason: reason.trim() } : {}) }, { etag });
        },
    };
    const answer = await send(page, calls[mode], mode === 'new' ? null : () => latest(page, code, mode));
    if (answer) {
        const words = s.t(mode === 'change' ? 'planning.saved' : 'taskForm.registered', { code: answer.data.code });
        page.set({ 'planning.done': { of: answer.data.code, words } });
        page.go(`/console/tasks/${answer.data.code}`);
        page.announce(words);
    }
}

/** What stands there now, and who changed it last. */
async function latest(page, code, mode) {
    const [task] = await knowTask(page, code);
    if (!task.ok) {
        return null;
    }
    const last = lastChange(page);
    return { values: mode === 'register' ? placeOf(task.data) : typed(task.data), etag: task.etag, by: last?.by ?? null, at: last?.at ?? null };
}
