/** Registering a meeting, and changing what is recorded of it. What no document states may be left out. */
import { h } from '../../h.js';
import { button, checkField, errorsOf, problemBox, selectField, textArea, textField } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, orElse, together } from '../../work/loading.js';
import { KINDS, timeOf } from './attendance.js';
import { conflict, sendChange } from './changing.js';
import { begin, send, type } from './kept.js';
import { meetingLabel } from './take.js';
import { address, card, focusLater, head, tell } from './pieces.js';

const EMPTY = {
    no: '', heldOn: '', starts: '', ends: '', place: '', chair: '', agenda: '', note: '', document: '', publishedOn: '',
    snapshots: [], ...Object.fromEntries(KINDS.map((kind) => [kind, ''])),
};

export function formArrived(page, meeting) {
    load(page, 'meetingForm', meeting?.id ?? 'new', (api) => together({
        plans: api.all('/api/v1/plans'), snapshots: orElse(api.all('/api/v1/snapshots'), []),
    })).then((answer) => {
        if (answer.ok) {
            begin(page, 'council', `meeting.${meeting?.id ?? 'new'}`,
                meeting ? begun(meeting) : { ...EMPTY, plan: page.query.get('plan') ?? answer.data.plans[0]?.code ?? '' });
        }
    });
}

function begun(meeting) {
    return {
        plan: meeting.plan, no: String(meeting.no ?? ''), heldOn: meeting.heldOn ?? '', starts: timeOf(meeting.heldAt), ends: timeOf(meeting.endsAt),
        place: meeting.place ?? '', chair: meeting.chair ?? '', agenda: meeting.agenda.join('\n'), note: meeting.note ?? '',
        document: meeting.source?.document ?? '', publishedOn: meeting.source?.publishedOn ?? '', snapshots: meeting.snapshots,
        ...Object.fromEntries(KINDS.map((kind) => [kind, String(meeting.attendance.find((one) => one.kind === kind)?.count ?? '')])),
        ...(meeting.etag ? { etag: meeting.etag } : {}),
    };
}

export function formView(page, meeting) {
    const { s } = page;
    const back = meeting
        ? { href: address(`meetings/${meeting.id}`), label: meetingLabel(s, meeting) }
        : { href: address('meetings'), label: s.t('council.nav') };
    return [
        head(page, { back, title: s.t(meeting ? 'council.edit' : 'council.new') }),
        shown(page, 'meetingForm', (data) => page.state.council
            && card(s.t('council.what'), 'council-title', s.t('council.formNote'), form(page, data, meeting))),
    ];
}

function form(page, data, meeting) {
    const { s, state: { council: { values, problem, busy } } } = page;
    const errors = errorsOf(problem);
    const save = () => (meeting ? change(page, meeting) : create(page));
    const fields = fieldsOf(page, errors);
    return [
        meeting && conflict(page, 'council', { fields: compared(s), again: save }),
        h('form', { key: 'form', on: { submit: (event) => { event.preventDefault(); save(); } } },
            problemBox(s, problem, { form: 'council', labelOf: (name) => (s.has(`council.field.${name}`) ? s.t(`council.field.${name}`) : null) }),
            h('div', { class: 'fields' },
                !meeting && selectField(s, {
                    form: 'council', name: 'plan', label: s.t('council.field.plan'), required: true, errors, value: values.plan,
                    options: data.plans.map(({ code, title }) => ({ value: code, label: `${s.content(title).text} (${code})` })),
                    change: (plan) => type(page, 'council', { plan, snapshots: [] }),
                }),
                !meeting && fields.line('no', { kind: 'number', hint: s.t('council.noHint') }),
                fields.line('heldOn', { kind: 'date' }), fields.line('starts', { kind: 'time' }), fields.line('ends', { kind: 'time' }),
                fields.line('place', { maxlength: 300 }), fields.line('chair', { maxlength: 200, hint: s.t('council.chairHint') })),
            h('fieldset', { class: 'field' }, h('legend', null, s.t('council.column.attendance')),
                h('p', { class: 'field-hint' }, s.t('council.attendanceHint')),
                h('div', { class: 'fields is-small' }, KINDS.map((kind) => textField(s, {
                    form: 'council', name: kind, type: 'number', inputmode: 'numeric', label: s.t(`council.kind.${kind}`), errors,
                    value: values[kind], change: (value) => type(page, 'council', { [kind]: value }),
                })))),
            fields.text('agenda', 5, s.t('council.agendaHint')),
            reviewed(page, data, values),
            fields.text('note', 3, null),
            h('div', { class: 'fields' }, fields.line('document', { maxlength: 500, hint: s.t('council.documentHint') }), fields.line('publishedOn', { kind: 'date' })),
            h('div', { class: 'actions' },
                button(s, { label: s.t(meeting ? 'rounds.save' : 'council.create'), type: 'submit', kind: 'is-primary', busy }),
                h('span', { class: 'card-note' }, s.t('filing.kept')))),
    ];
}

function fieldsOf(page, errors) {
    const { s, state: { council: { values } } } = page;
    const common = (name) => ({
        form: 'council', name, label: s.t(`council.field.${name}`), errors, value: values[name], change: (value) => type(page, 'council', { [name]: value }),
    });
    return {
        line: (name, { kind = 'text', ...rest } = {}) => textField(s, { ...common(name), type: kind, ...rest }),
        text: (name, rows, hint) => textArea(s, { ...common(name), rows, hint, maxlength: 20000 }),
    };
}

function reviewed(page, { snapshots }, values) {
    const { s } = page;
    const own = snapshots.filter(({ plan }) => plan === values.plan);
    return h('fieldset', { class: 'field' }, h('legend', null, s.t('council.column.snapshots')),
        own.length === 0 ? h('p', { class: 'field-hint' }, s.t('council.noSnapshots')) : own.map(({ id, asOf }) => checkField(s, {
            form: 'council', name: `snapshot-${id}`, label: `${id} · ${s.instantDay(asOf)}`, value: values.snapshots.includes(id),
            change: (on) => type(page, 'council', { snapshots: on ? [...values.snapshots, id] : values.snapshots.filter((other) => other !== id) }),
        })));
}

/** What can differ from what somebody else saved, as text. */
function compared(s) {
    return [
        ...['heldOn', 'starts', 'ends', 'place', 'chair', 'agenda', 'note', 'document'].map((name) => [s.t(`council.field.${name}`), (values) => values[name]]),
        ...KINDS.map((kind) => [s.t(`council.kind.${kind}`), (values) => values[kind]]),
        [s.t('council.column.snapshots'), (values) => values.snapshots.join(', ')],
    ];
}

/** What is sent: what was left out is null, or an empty list. */
function bodyOf(values) {
    const at = (time) => (values.heldOn && time ? `${values.heldOn}T${time}:00+09:00` : null);
    const text = (value) => value.trim() || null;
    return {
        heldAt: at(values.starts), endsAt: at(values.ends), heldOn: values.heldOn || null, place: text(values.place), chair: text(values.chair),
        attendance: KINDS.filter((kind) => values[kind] !== '').map((kind) => ({ kind, count: Number(values[kind]) })),
        agenda: values.agenda.split('\n').map((line) => line.trim()).filter(Boolean), snapshots: values.snapshots, note: text(values.note),
        source: text(values.document) ? { document: text(values.document), publishedOn: values.publishedOn || null } : null,
    };
}

function create(page) {
    const { s } = page;
    send(page, 'council', (values) => page.api.post('/api/v1/meetings', {
        plan: values.plan, no: values.no === '' ? null : Number(values.no), ...bodyOf(values),
    }), ({ data }) => done(page, data.id, s.t('council.created')));
}

function change(page, meeting) {
    sendChange(page, 'council', {
        path: `/api/v1/meetings/${encodeURIComponent(meeting.id)}`, begun, body: bodyOf,
        done: () => done(page, meeting.id, page.s.t('rounds.saved')),
    });
}

function done(page, id, text) {
    page.go(address(`meetings/${id}`));
    tell(page, text);
    focusLater('round-h1');
}
