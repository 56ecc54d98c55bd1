/** Planning a reporting cycle and changing one; the due day is shown as it will be, with the reason. */
import { h } from '../../h.js';
import { notice } from '../../parts.js';
import { button, errorsOf, problemBox, selectField, textArea, textField } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, together } from '../../work/loading.js';
import { conflict, sendChange } from './changing.js';
import { why } from './cycle.js';
import { begin, drop, send, type } from './kept.js';
import { address, card, focusLater, head, tell } from './pieces.js';

const PARTS = { Q: 4, M: 12, H: 2, Y: 0 };
const DATES = ['opensOn', 'nominalDueOn', 'locksOn'];

export function newArrived(page) {
    load(page, 'planning', 'planning', (api) => together({ plans: api.all('/api/v1/plans'), worklist: api.get('/api/v1/worklist') }))
        .then((answer) => {
            if (answer.ok) {
                const plan = page.query.get('plan') ?? answer.data.plans[0]?.code ?? '';
                begin(page, 'cycleForm', `cycle.new.${plan}`, {
                    plan, year: answer.data.worklist.today.slice(0, 4), part: 'Q', of: '1', opensOn: '', nominalDueOn: '', locksOn: '', guidance: '',
                });
                tryDue(page);
            }
        });
}

export function editArrived(page, cycle) {
    begin(page, 'cycleForm', `cycle.${cycle.id}`, begun(cycle));
    tryDue(page);
}

function begun(cycle) {
    return { ...Object.fromEntries(DATES.map((name) => [name, cycle[name]])), guidance: cycle.guidance ?? '', ...(cycle.etag ? { etag: cycle.etag } : {}) };
}

export function periodOf({ year, part, of }) {
    return { Q: `${year}Q${of}`, H: `${year}H${of}`, M: `${year}-${String(of).padStart(2, '0')}`, Y: year }[part];
}

/** What the due day would be, as it is typed. */
async function tryDue(page) {
    const day = page.state.cycleForm?.values.nominalDueOn;
    if (!day) {
        page.set({ due: null });
        return;
    }
    const answer = await page.api.get(`/api/v1/business-days?nominalDueOn=${day}`);
    if (page.state.cycleForm?.values.nominalDueOn === day) {
        page.set({ due: answer.ok ? answer.data : null });
    }
}

export function newView(page) {
    const { s } = page;
    return [
        head(page, { back: { href: address('cycles'), label: s.t('rounds.nav') }, title: s.t('rounds.new') }),
        shown(page, 'planning', (data) => page.state.cycleForm && card(s.t('rounds.form'), 'form-title', s.t('rounds.formNote'),
            form(page, { dates: true, first: identity(page, data), save: () => create(page), label: s.t('rounds.create') }))),
    ];
}

export function editView(page, cycle) {
    const { s } = page;
    const dates = cycle.status === 'PLANNED';
    const back = { href: address(`cycles/${cycle.id}`), label: s.t('round.titleOf', { period: s.period(cycle.period) }) };
    if (cycle.status === 'CLOSED' || !page.state.cycleForm) {
        return [head(page, { back, title: s.t('rounds.edit') }),
            h('div', { class: 'card', key: 'closed' }, notice(s.t('rounds.closed'), s.t('rounds.closedHint')))];
    }
    const save = () => change(page, cycle);
    return [
        head(page, { back, title: s.t('rounds.edit') }),
        card(s.t('rounds.form'), 'form-title', s.t(dates ? 'rounds.formNote' : 'rounds.guidanceOnly'),
            conflict(page, 'cycleForm', { fields: fieldsOf(s), again: save }),
            form(page, { dates, first: null, save, label: s.t('rounds.save') })),
    ];
}

function fieldsOf(s) {
    return [
        ...DATES.map((name) => [s.t(`rounds.field.${name}`), (values) => (values[name] ? s.date(values[name]) : '')]),
        [s.t('round.guidance'), (values) => values.guidance],
    ];
}

function identity(page, { plans }) {
    const { s, state: { cycleForm: { values, problem } } } = page;
    const errors = errorsOf(problem);
    const set = (changes) => type(page, 'cycleForm', changes);
    const parts = PARTS[values.part];
    return h('div', { class: 'fields', key: 'identity' },
        selectField(s, {
            form: 'cycleForm', name: 'plan', label: s.t('rounds.field.plan'), required: true, errors, value: values.plan,
            options: plans.map(({ code, title }) => ({ value: code, label: `${s.content(title).text} (${code})` })), change: (plan) => set({ plan }),
        }),
        textField(s, {
            form: 'cycleForm', name: 'year', type: 'number', inputmode: 'numeric', label: s.t('rounds.field.year'), required: true, errors,
            value: values.year, change: (year) => set({ year }),
        }),
        selectField(s, {
            form: 'cycleForm', name: 'period', label: s.t('rounds.field.part'), required: true, errors, value: values.part,
            hint: s.t('rounds.named', { period: s.period(periodOf(values)) }),
            options: Object.keys(PARTS).map((part) => ({ value: part, label: s.t(`rounds.part.${part}`) })), change: (part) => set({ part, of: '1' }),
        }),
        parts > 0 && selectField(s, {
            form: 'cycleForm', name: 'of', label: s.t(`rounds.of.${values.part}`), value: values.of,
            options: Array.from({ length: parts }, (_, place) => String(place + 1))
                .map((of) => ({ value: of, label: s.period(periodOf({ ...values, of })) })),
            change: (of) => set({ of }),
        }));
}

function form(page, { dates, first, save, label }) {
    const { s, state: { cycleForm: { values, problem, busy }, due } } = page;
    const errors = errorsOf(problem);
    const names = { period: s.t('rounds.field.part'), plan: s.t('rounds.field.plan'), guidance: s.t('round.guidance') };
    return h('form', { key: 'form', on: { submit: (event) => { event.preventDefault(); save(); } } },
        problemBox(s, problem, { form: 'cycleForm', labelOf: (name) => names[name] ?? (DATES.includes(name) ? s.t(`rounds.field.${name}`) : null) }),
        first,
        dates && h('div', { class: 'fields', key: 'dates' }, DATES.map((name) => textField(s, {
            form: 'cycleForm', name, type: 'date', label: s.t(`rounds.field.${name}`), hint: s.t(`rounds.fieldHint.${name}`), required: true, errors,
            value: values[name], change: (value) => {
                type(page, 'cycleForm', { [name]: value });
                if (name === 'nominalDueOn') {
                    tryDue(page);
                }
            },
        }))),
        dates && due && h('p', { class: 'round-guidance round-due', key: 'due', role: 'status' },
            h('strong', null, s.t('rounds.dueWillBe', { day: s.date(due.dueOn) })), ' ', why(s, due.dueDerivation)),
        textArea(s, {
            form: 'cycleForm', name: 'guidance', label: s.t('round.guidance'), hint: s.t('rounds.fieldHint.guidance'), rows: 6, maxlength: 10000, errors,
            value: values.guidance, change: (guidance) => type(page, 'cycleForm', { guidance }),
        }),
        h('div', { class: 'actions' },
            button(s, { label, type: 'submit', kind: 'is-primary', busy }),
            h('span', { class: 'card-note' }, s.t('filing.kept'))));
}

/** A year that is no year makes no period. */
function create(page) {
    const { s, state: { cycleForm } } = page;
    const missing = [!/^\d{4}$/.test(cycleForm.values.year) && 'year', ...DATES.filter((name) => !cycleForm.values[name])].filter(Boolean);
    if (missing.length > 0) {
        page.set({ cycleForm: { ...cycleForm, problem: {
            status: 422, title: s.t('form.failed'), detail: s.t('work.fillIn'),
            errors: missing.map((pointer) => ({ pointer, detail: s.t('work.needed') })),
        } } });
        focusLater('cycleForm-problem');
        return;
    }
    send(page, 'cycleForm', (values) => page.api.post('/api/v1/cycles', {
        plan: values.plan, period: periodOf(values), ...Object.fromEntries(DATES.map((name) => [name, values[name]])),
        guidance: values.guidance.trim() || null,
    }), ({ data }) => {
        page.go(address(`cycles/${data.id}`));
        tell(page, s.t('rounds.created', { due: s.date(data.dueOn) }));
        focusLater('round-h1');
    });
}

function change(page, cycle) {
    const { s } = page;
    sendChange(page, 'cycleForm', {
        path: `/api/v1/cycles/${encodeURIComponent(cycle.id)}`,
        begun,
        body: (values) => ({
            ...(cycle.status === 'PLANNED' ? Object.fromEntries(DATES.map((name) => [name, values[name] || null])) : {}),
            guidance: values.guidance.trim() || null,
        }),
        done: () => {
            drop(page, 'cycleForm');
            page.go(address(`cycles/${cycle.id}`));
            tell(page, s.t('rounds.saved'));
            focusLater('round-h1');
        },
    });
}
