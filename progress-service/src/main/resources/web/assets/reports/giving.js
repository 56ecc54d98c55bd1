/** Gives an opinion to one agency, on a task or on the plan as a whole. */
import { h } from '../h.js';
import { notice, plain } from '../parts.js';
import { draft } from '../work/drafts.js';
import { button, errorsOf, problemBox, selectField, textArea } from '../work/forms.js';
import { loaded } from '../work/loaded.js';

const kept = (page) => draft(page.session.name ?? '', 'opinion.new');

export async function loadGiving(page) {
    const { api, query, session } = page;
    if (!session.roles?.includes('committee')) {
        return;
    }
    const [plans, agencies, meetings] = await Promise.all([
        api.all('/api/v1/plans'), api.all('/api/v1/agencies'), api.all('/api/v1/meetings?sort=-heldOn')]);
    const failed = [plans, agencies, meetings].find((answer) => !answer.ok);
    if (failed) {
        page.set({ giving: { problem: failed.problem } });
        return;
    }
    const form = { plan: meetings.data[0]?.plan ?? plans.data[0]?.code ?? '', meeting: '', task: '', addressedTo: '', text: '',
        ...kept(page).read(), ...Object.fromEntries(['plan', 'meeting', 'task'].filter((name) => query.get(name)).map((name) => [name, query.get(name)])) };
    page.set({ giving: { form, tasks: [], data: { plans: plans.data, agencies: agencies.data, meetings: meetings.data } } });
    await loadTasks(page, form.plan);
}

async function loadTasks(page, plan) {
    const answer = await page.api.all(`/api/v1/tasks?plan=${encodeURIComponent(plan)}&sort=code`);
    page.set(({ giving }) => ({ giving: answer.ok ? { ...giving, tasks: answer.data } : { ...giving, trouble: answer.problem } }));
}

export function give(page) {
    const { s, session, state } = page;
    if (!session?.roles?.includes('committee')) {
        return h('div', { class: 'card' }, h('h1', { class: 'sr-only' }, s.t('reports.give')), notice(s.t('load.forbidden'), s.t('reports.giveWho')));
    }
    return loaded(s, state.giving, () => loadGiving(page), (data) => [
        h('nav', { class: 'way-back', key: 'back', 'aria-label': s.t('reports.way') }, h('a', { href: '/reports/opinions' }, `‹ ${s.t('reports.opinions')}`)),
        form(page, state.giving, data),
    ]);
}

function form(page, slot, data) {
    const { s } = page;
    const errors = errorsOf(slot.trouble);
    const change = (changes) => type(page, changes);
    const of = (name, label, options, more = {}) => selectField(s, { form: 'giving', name, label, value: slot.form[name], errors, options,
        change: (value) => change({ [name]: value }), ...more });
    const labels = { plan: 'report.fact.plan', meeting: 'reports.meeting', task: 'reports.task', addressedTo: 'reports.addressedTo', text: 'report.column.opinion' };
    return h('form', { class: 'card', key: 'form', novalidate: true, on: { submit: (event) => { event.preventDefault(); send(page); } } },
        h('h1', null, s.t('reports.give')),
        problemBox(s, slot.trouble, { form: 'giving', labelOf: (name) => (labels[name] ? s.t(labels[name]) : null) }),
        h('div', { class: 'fields' },
            of('plan', s.t(labels.plan), data.plans.map(({ code, title }) => ({ value: code, label: `${plain(s, title)} (${code})` })),
                { required: true, change: (plan) => { change({ plan, task: '', meeting: '', addressedTo: '' }); loadTasks(page, plan); } }),
            of('meeting', s.t(labels.meeting), [{ value: '', label: s.t('reports.noMeeting') },
                ...data.meetings.filter(({ plan }) => plan === slot.form.plan).map(({ id, heldOn }) =>
                    ({ value: id, label: heldOn ? `${id} (${s.date(heldOn)})` : id }))]),
            of('task', s.t(labels.task), [{ value: '', label: s.t('report.onTheWhole') },
                ...slot.tasks.map(({ code, title }) => ({ value: code, label: `${code} ${plain(s, title)}` }))],
            { change: (task) => change({ task, addressedTo: '' }) }),
            of('addressedTo', s.t(labels.addressedTo), [{ value: '', label: s.t('reports.chooseAgency') }, ...addressees(s, slot, data)],
                { required: true, hint: s.t(slot.form.task ? 'reports.addressedHint' : 'reports.addressedAnyHint') })),
        textArea(s, { form: 'giving', name: 'text', label: s.t(labels.text), hint: s.t('reports.textHint'), required: true, rows: 8, maxlength: 5000,
            value: slot.form.text, change: (text) => change({ text }), errors }),
        h('div', { class: 'actions' }, button(s, { label: s.t('reports.giveSend'), type: 'submit', kind: 'is-primary', busy: slot.busy })));
}

/** On a task an opinion is addressed to an agency that takes part in it; on the whole to any. */
function addressees(s, { form: { task }, tasks }, { agencies }) {
    const parts = tasks.find(({ code }) => code === task)?.participations;
    return agencies.filter(({ code }) => !task || parts?.some(({ agency, until }) => agency === code && !until))
        .map(({ code, name }) => ({ value: code, label: `${plain(s, name)} (${code})` }));
}

function type(page, changes) {
    page.set(({ giving }) => ({ giving: { ...giving, form: { ...giving.form, ...changes } } }));
    kept(page).keep(page.state.giving.form);
}

async function send(page) {
    const { api, s, state: { giving } } = page;
    const { plan, meeting, task, addressedTo, text } = giving.form;
    page.set({ giving: { ...giving, busy: true, trouble: null } });
    const answer = await api.post('/api/v1/opinions', { plan, meeting: meeting || null, task: task || null, addressedTo: addressedTo || null, text });
    if (!answer.ok) {
        page.set((state) => ({ giving: { ...state.giving, busy: false, trouble: answer.problem } }));
        requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('giving-problem')?.focus()));
        return;
    }
    kept(page).forget();
    page.set(({ opinions }) => ({ giving: undefined, opinions: opinions && { ...opinions, stale: true },
        opinion: { id: answer.data.id, done: 'reports.moved.GIVEN' } }));
    page.go(`/reports/opinions/${answer.data.id}`);
    page.announce(s.t('reports.moved.GIVEN'));
}
