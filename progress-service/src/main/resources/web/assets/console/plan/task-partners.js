/** Who takes part in a task: joined, changed and ended, each upon a day and with its reason; nobody's part is erased. */
import { h } from '../../h.js';
import { button, errorsOf, selectField, textField } from '../../work/forms.js';
import { table } from '../../work/table.js';
import { agencyChoices, agencyFull } from './known.js';
import { askKept, reasonField } from './dialogs.js';
import { address, changeTask } from './task-calls.js';

export const ROLES = ['LEAD', 'PARTNER', 'INVOLVED'];

export function partners(page, task) {
    const { s } = page;
    const now = task.participations.filter(({ until }) => until === null);
    const past = task.participations.filter(({ until }) => until !== null);
    return h('section', { class: 'card', key: 'partners', 'aria-labelledby': 'partners-title' },
        h('div', { class: 'card-head has-action' },
            h('h2', { id: 'partners-title' }, s.t('task.partners')),
            button(s, { label: s.t('partners.add'), kind: 'is-small', run: () => askPart(page, task, null) })),
        table({
            caption: s.t('task.partners'), named: 'partners-title', kind: 'plan-table',
            columns: [
                ...['agency', 'role', 'department', 'since', 'until'].map((name) => s.t(`planning.field.${name}`)), s.t('partners.actions'),
            ],
            rows: [...now, ...past].map((part, index) => row(page, task, part, index)),
        }),
        task.partnersOpen && h('p', { class: 'card-note plan-after' }, s.t('partners.open')));
}

function row(page, task, part, index) {
    const { s } = page;
    const name = agencyFull(page, part.agency);
    const stated = (value) => value ?? h('span', { class: 'not-stated' }, s.t('page.notStated'));
    return h('tr', { key: `${part.agency}-${index}`, class: part.until ? 'is-past' : null },
        h('th', { scope: 'row' }, name, ' ', h('span', { class: 'code task-facts' }, part.agency)),
        h('td', null, s.named('role', part.role)),
        h('td', null, stated(part.department)),
        h('td', { class: 'plan-nowrap' }, stated(part.since && s.date(part.since))),
        h('td', { class: 'plan-nowrap' }, part.until ? s.date(part.until) : s.t('partners.goesOn')),
        h('td', null, !part.until && h('div', { class: 'plan-row-actions' },
            button(s, {
                label: s.t('partners.change'), kind: 'is-small', 'aria-label': s.t('partners.changeOf', { agency: name }),
                run: () => askPart(page, task, part),
            }),
            part.role !== 'LEAD' && button(s, {
                label: s.t('partners.end'), kind: 'is-small', 'aria-label': s.t('partners.endOf', { agency: name }),
                run: () => askEnd(page, task, part),
            }))));
}

function askPart(page, { code, participations }, part) {
    const { s } = page;
    const takingPart = participations.filter(({ until }) => until === null).map(({ agency }) => agency);
    askKept(page, {
        name: `part.${code}.${part?.agency ?? 'new'}`,
        title: part ? s.t('partners.changeOf', { agency: agencyFull(page, part.agency) }) : s.t('partners.add'),
        confirm: s.t('partners.save'),
        values: {
            agency: part?.agency ?? '', role: part?.role ?? 'PARTNER', department: part?.department ?? '',
            since: part?.since ?? '', reason: '',
        },
        body: (current, change, problem) => partFields(page, { current, change, problem, fixed: part !== null, takingPart }),
        run: ({ agency, role, department, since, reason }) => (agency === ''
            ? Promise.resolve({ status: 422, title: s.t('form.failed'), errors: [{ pointer: '/agency', detail: s.t('partners.chooseAgency') }] })
            : changeTask(page,
                (api, etag) => api.put(`${address(code)}/participations/${agency}`,
                    { role, department: department.trim() || null, since: since || null, reason: reason.trim() || null }, { etag }),
                s.t('partners.saved', { agency: agencyFull(page, agency) }))),
    });
}

function partFields(page, { current, change, problem, fixed, takingPart }) {
    const { s } = page;
    const common = (name) => ({
        form: 'dialog', name, label: s.t(`planning.field.${name}`), value: current[name], errors: errorsOf(problem),
        change: (value) => change({ [name]: value }),
    });
    return [
        !fixed && selectField(s, {
            ...common('agency'), required: true,
            options: agencyChoices(page, current.agency, s.t('planning.choose')).filter(({ value }) => !takingPart.includes(value)),
        }),
        selectField(s, {
            ...common('role'), hint: s.t('partners.leadHint'), options: ROLES.map((role) => ({ value: role, label: s.named('role', role) })),
        }),
        textField(s, { ...common('department'), maxlength: 200 }),
        textField(s, { ...common('since'), type: 'date' }),
        reasonField(page, current, change, problem, { required: false }),
    ];
}

function askEnd(page, { code }, { agency }) {
    const { s } = page;
    const name = agencyFull(page, agency);
    askKept(page, {
        name: `end.${code}.${agency}`,
        title: s.t('partners.endOf', { agency: name }),
        confirm: s.t('partners.end'),
        kind: 'is-danger',
        values: { until: '', reason: '' },
        body: (current, change, problem) => [
            h('p', { class: 'plan-dialog-hint' }, s.t('partners.endHint')),
            textField(s, {
                form: 'dialog', name: 'until', label: s.t('partners.until'), hint: s.t('partners.untilHint'), type: 'date',
                value: current.until, change: (until) => change({ until }), errors: errorsOf(problem),
            }),
            reasonField(page, current, change, problem),
        ],
        run: ({ until, reason }) => changeTask(page,
            (api, etag) => {
                const question = new URLSearchParams({ reason: reason.trim(), ...(until ? { until } : {}) });
                return api.remove(`${address(code)}/participations/${agency}?${question}`, { etag });
            },
            s.t('partners.ended', { agency: name })),
    });
}
