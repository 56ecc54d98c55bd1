/** Freezing the report of a plan for a meeting. */
import { h } from '../../h.js';
import { button, errorsOf, problemBox, selectField } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, together } from '../../work/loading.js';
import { begin, send, type } from './kept.js';
import { address, card, focusLater, head, tell } from './pieces.js';

export function takeArrived(page) {
    load(page, 'taking', 'taking', (api) => together({
        plans: api.all('/api/v1/plans'), cycles: api.all('/api/v1/cycles'), meetings: api.all('/api/v1/meetings'),
    })).then((answer) => {
        if (answer.ok) {
            const meeting = answer.data.meetings.find(({ id }) => id === page.query.get('meeting'));
            begin(page, 'take', `snapshot.new.${meeting?.id ?? ''}`, {
                plan: meeting?.plan ?? answer.data.plans[0]?.code ?? '', period: '', meeting: meeting?.id ?? '',
            });
        }
    });
}

export function takeView(page) {
    const { s } = page;
    return [
        head(page, { back: { href: address('snapshots'), label: s.t('frozen.nav') }, title: s.t('frozen.take') }),
        shown(page, 'taking', (data) => page.state.take && card(s.t('frozen.form'), 'take-title', s.t('frozen.formNote'), form(page, data))),
    ];
}

function form(page, { plans, cycles, meetings }) {
    const { s, state: { take: { values, problem, busy } } } = page;
    const errors = errorsOf(problem);
    const set = (changes) => type(page, 'take', changes);
    const labels = { plan: s.t('report.fact.plan'), period: s.t('frozen.column.period'), meeting: s.t('frozen.column.meeting') };
    const own = (list) => list.filter(({ plan }) => plan === values.plan);
    return h('form', { on: { submit: (event) => { event.preventDefault(); take(page); } } },
        problemBox(s, problem, { form: 'take', labelOf: (name) => labels[name] ?? null }),
        h('div', { class: 'fields' },
            selectField(s, {
                form: 'take', name: 'plan', label: labels.plan, required: true, errors, value: values.plan,
                options: plans.map(({ code, title }) => ({ value: code, label: `${s.content(title).text} (${code})` })),
                change: (plan) => set({ plan, period: '', meeting: '' }),
            }),
            selectField(s, {
                form: 'take', name: 'period', label: labels.period, errors, value: values.period,
                options: [{ value: '', label: s.t('report.wholePlan') }, ...own(cycles).map(({ period }) => ({ value: period, label: s.period(period) }))],
                change: (period) => set({ period }),
            }),
            selectField(s, {
                form: 'take', name: 'meeting', label: labels.meeting, hint: s.t('frozen.meetingHint'), errors, value: values.meeting,
                options: [{ value: '', label: s.t('frozen.noMeeting') }, ...own(meetings).map((meeting) => ({ value: meeting.id, label: meetingLabel(s, meeting) }))],
                change: (meeting) => set({ meeting }),
            })),
        h('div', { class: 'actions' },
            button(s, { label: s.t('frozen.takeNow'), type: 'submit', kind: 'is-primary', busy }),
            busy && h('span', { role: 'status' }, s.t('frozen.taking'), ' ', h('progress', { 'aria-label': s.t('frozen.taking') }))));
}

export function meetingLabel(s, { id, no, heldOn }) {
    return [no === null ? id : s.t('council.no', { no }), heldOn && s.date(heldOn)].filter(Boolean).join(' · ');
}

function take(page) {
    const { s } = page;
    send(page, 'take', ({ plan, period, meeting }) => page.api.post('/api/v1/snapshots', {
        plan, ...(period ? { period } : {}), ...(meeting ? { meeting } : {}),
    }), ({ data }) => {
        page.go(address(`snapshots/${data.id}`));
        tell(page, s.t('frozen.taken', { id: data.id }));
        focusLater('round-h1');
    });
}
