/** The parts of the form of a task. */
import { h } from '../../h.js';
import { plain } from '../../parts.js';
import { agencyChoices, areaChoices, knowPlan, planChoices, planKnown } from './known.js';
import { entries, part } from './fields.js';
import { type } from './form.js';
import { ROLES } from './task-partners.js';
import { indicators, measures, milestones, recognitions } from './task-lists.js';
import { rescheduled } from './task-values.js';

export function parts(page, form, fields, { mode, plan }) {
    const { s } = page;
    const asked = { page, s, form, fields, plan, label: (name) => s.t(`planning.field.${name}`) };
    return [
        part(s.t('taskForm.what'), null, mode === 'new' && place(asked), what(asked)),
        mode === 'change'
            ? part(s.t('taskForm.who'), s.t('taskForm.partnersElsewhere'), openList(asked))
            : part(s.t('taskForm.who'), s.t('taskForm.whoHint'), who(asked), openList(asked)),
        part(s.t('taskForm.seen'), null, seen(asked)),
        part(s.t('planning.field.measures'), s.t('taskForm.measuresHint'), measures(asked)),
        part(s.t('planning.field.milestones'), s.t('taskForm.milestonesHint'), milestones(asked)),
        part(s.t('planning.field.indicators'), s.t('taskForm.indicatorsHint'), indicators(asked)),
        part(s.t('planning.field.source'), s.t('taskForm.sourceHint'), source(asked)),
        part(s.t('planning.field.recognitions'), null, recognitions(asked)),
        mode === 'change' && part(s.t('form.reason'), null, reason(asked)),
    ];
}

function place({ page, s, fields, label }) {
    return h('div', { class: 'fields', key: 'place' },
        fields.select('plan', label('plan'), {
            required: true, options: planChoices(page, s.t('planning.choose')),
            change: (plan) => {
                type(page, 'plan', plan);
                type(page, 'area', '');
                type(page, 'proposalChannel', '');
                knowPlan(page, plan);
            },
        }),
        fields.text('no', label('no'), { hint: s.t('taskForm.noHint'), inputmode: 'numeric' }));
}

function what({ page, s, form, fields, plan, label }) {
    const { area } = form.values;
    return [
        fields.both('title', s.t('taskForm.title'), { required: true, maxlength: 300 }),
        fields.both('summary', label('summary'), { long: true, maxlength: 4000 }),
        h('div', { class: 'fields', key: 'area' },
            fields.select('area', label('area'), {
                options: areaChoices(page, plan, s.t('page.notStated')),
                change: (chosen) => {
                    type(page, 'area', chosen);
                    type(page, 'areaProvenance', chosen ? form.values.areaProvenance || 'ASSIGNED' : '');
                },
            }),
            area !== '' && fields.choice('areaProvenance', label('areaProvenance'), { options: named(s, 'areaProvenance', ['STATED', 'ASSIGNED']) })),
        h('div', { class: 'fields', key: 'dates' },
            fields.date('startsOn', label('startsOn')),
            fields.date('endsOn', label('endsOn'))),
        fields.check('representative', label('representative')),
    ];
}

export function named(s, prefix, codes) {
    return codes.map((code) => ({ value: code, label: s.named(`planning.${prefix}`, code) }));
}

function who({ page, s, form, fields, label }) {
    const roles = ROLES.map((role) => ({ value: role, label: s.named('role', role) }));
    return [
        fields.against('participations'),
        entries(page, form, {
            name: 'participations', add: s.t('partners.add'), none: s.t('taskForm.noPartners'),
            title: (index) => s.t('taskForm.nth', { what: label('agency'), no: index + 1 }),
            blank: () => ({ agency: '', role: 'PARTNER', department: '', since: '' }),
            entry: (path, index, within) => h('div', { class: 'fields' },
                fields.select(`${path}/agency`, label('agency'), {
                    within, required: true, options: agencyChoices(page, form.values.participations[index].agency, s.t('planning.choose')),
                }),
                fields.select(`${path}/role`, label('role'), { within, options: roles }),
                fields.text(`${path}/department`, label('department'), { within, maxlength: 200 }),
                fields.date(`${path}/since`, label('since'), { within })),
        }),
    ];
}

function openList({ fields, label }) {
    return fields.check('partnersOpen', label('partnersOpen'));
}

function seen({ s, form, fields, label }) {
    return [
        fields.choice('visibility', label('visibility'), { hint: s.t('taskForm.visibilityHint'), options: named(s, 'visibility', ['GOVERNMENT', 'PUBLIC']) }),
        form.values.visibility === 'GOVERNMENT'
            && fields.area('visibilityReason', label('visibilityReason'), { rows: 2, maxlength: 1000, hint: s.t('taskForm.visibilityReasonHint') }),
    ];
}

function source({ page, s, form, fields, plan, label }) {
    const channels = planKnown(page, plan)?.proposalChannels ?? [];
    return [
        h('div', { class: 'fields', key: 'document' },
            fields.text('source/document', label('document'), { maxlength: 500 }),
            fields.text('source/publishedOn', label('publishedOn'), { hint: s.t('planning.dayOrMonthOrYear'), maxlength: 10 })),
        fields.area('source/quotation', label('quotation'), { rows: 2, maxlength: 4000, hint: s.t('taskForm.quotationHint') }),
        (channels.length > 0 || form.values.proposalChannel) && fields.select('proposalChannel', label('proposalChannel'), {
            options: [{ value: '', label: s.t('page.notStated') }, ...channels.map(({ code, name }) => ({ value: code, label: plain(s, name) }))],
        }),
    ];
}

/** A date or target that was set does not change silently: which ones do is said, and why is asked. */
function reason({ s, form, fields, label }) {
    const moved = rescheduled(form.began, form.values);
    const day = (value) => (value === '' ? s.t('page.notStated') : /^\d{4}-\d{2}-\d{2}$/.test(value) ? s.date(value) : value);
    return [
        moved.length > 0 && h('div', { class: 'warnings plan-moved', role: 'status', key: 'moved' },
            h('p', null, s.t('taskForm.moved')),
            h('ul', { class: 'plan-bullets' }, moved.map(({ title, field, from, to }, index) => h('li', { key: index },
                `${plain(s, title)} · ${label(field)}: ${day(from)} → ${day(to)}`)))),
        fields.area('reason', s.t('form.reason'), {
            rows: 2, maxlength: 2000, required: moved.length > 0, hint: s.t(moved.length > 0 ? 'taskForm.reasonNeeded' : 'taskForm.reasonHint'),
        }),
    ];
}
