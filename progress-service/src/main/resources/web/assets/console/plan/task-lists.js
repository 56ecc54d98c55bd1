/** The lists in the form of a task: what is done, by when, what shows its success, what it was honoured for. */
import { h } from '../../h.js';
import { entries } from './fields.js';
import { nextName } from './task-values.js';
import { named } from './task-parts.js';

function numbered(s, what) {
    return (index) => s.t('taskForm.nth', { what, no: index + 1 });
}

export function measures({ page, s, form, fields, label }) {
    const title = numbered(s, label('measures'));
    return entries(page, form, {
        name: 'measures', add: s.t('taskForm.addMeasure'), none: s.t('page.notStated'), title, blank: () => '',
        entry: (path, index) => fields.area(path, title(index), { rows: 2, maxlength: 1000, required: true }),
    });
}

export function milestones({ page, s, form, fields, label }) {
    return entries(page, form, {
        name: 'milestones', add: s.t('taskForm.addMilestone'), none: s.t('page.notStated'),
        title: numbered(s, label('milestones')),
        blank: (all) => ({ id: nextName('M', all.map(({ id }) => id)), title: { ko: '', en: '' }, dueOn: '', doneOn: '' }),
        entry: (path, index, within) => [
            fields.both(`${path}/title`, s.t('planning.field.title'), { within, required: true, maxlength: 300 }),
            h('div', { class: 'fields', key: 'dates' },
                fields.date(`${path}/dueOn`, label('dueOn'), { within }),
                fields.date(`${path}/doneOn`, label('doneOn'), { within, hint: s.t('taskForm.doneHint') }),
                identifier(s, fields, `${path}/id`, label('id'), form.values.milestones[index].known, within)),
        ],
    });
}

/** What names an entry for as long as it stands: made up here, and never another once it is stored. */
function identifier(s, fields, path, label, known, within) {
    return fields.text(path, label, {
        within, maxlength: 40, hint: s.t(known ? 'taskForm.identifierKept' : 'taskForm.identifierHint'), ...(known ? { disabled: true } : {}),
    });
}

export function indicators({ page, s, form, fields, label }) {
    return entries(page, form, {
        name: 'indicators', add: s.t('taskForm.addIndicator'), none: s.t('page.notStated'),
        title: numbered(s, label('indicators')),
        blank: (all) => ({
            code: nextName('I', all.map(({ code }) => code)), name: { ko: '', en: '' }, unit: '', direction: 'INCREASE',
            baseline: '', target: '', targetOn: '', note: '',
        }),
        entry: (path, index, within) => [
            fields.both(`${path}/name`, label('name'), { within, required: true, maxlength: 300 }),
            h('div', { class: 'fields', key: 'measure' },
                fields.text(`${path}/unit`, label('unit'), { within, required: true, maxlength: 40, hint: s.t('taskForm.unitHint') }),
                fields.choice(`${path}/direction`, label('direction'), { within, options: named(s, 'direction', ['INCREASE', 'DECREASE', 'MAINTAIN']) })),
            h('div', { class: 'fields', key: 'figures' },
                fields.text(`${path}/baseline`, label('baseline'), { within, inputmode: 'decimal' }),
                fields.text(`${path}/target`, label('target'), { within, inputmode: 'decimal' }),
                fields.date(`${path}/targetOn`, label('targetOn'), { within })),
            h('div', { class: 'fields', key: 'rest' },
                fields.text(`${path}/note`, label('note'), { within, maxlength: 1000 }),
                identifier(s, fields, `${path}/code`, label('id'), form.values.indicators[index].known, within)),
        ],
    });
}

export function recognitions({ page, s, form, fields, label }) {
    return entries(page, form, {
        name: 'recognitions', add: s.t('taskForm.addRecognition'), none: s.t('page.notStated'),
        title: numbered(s, label('recognitions')),
        blank: () => ({ title: '', award: '', document: '' }),
        entry: (path, index, within) => h('div', { class: 'fields' },
            fields.text(`${path}/title`, s.t('planning.field.title'), { within, required: true, maxlength: 300 }),
            fields.text(`${path}/award`, label('award'), { within, required: true, maxlength: 100 }),
            fields.text(`${path}/document`, label('document'), { within, maxlength: 500 })),
    });
}
