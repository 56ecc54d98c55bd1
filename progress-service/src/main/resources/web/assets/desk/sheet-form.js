/** The form of a checkpoint: each field with what the reviewer said of it and what was filed the last time. */
import { h } from '../h.js';
import { content, healthIcon } from '../parts.js';
import { button, choiceField, errorsOf, problemBox, textArea, textField } from '../work/forms.js';
import { conflictBox } from '../work/conflict.js';
import { ASKED, NARRATIVES, REQUIRED, formOf, measuredIndicators } from './content.js';
import { differences } from './sheet-differences.js';
import { evidenceField } from './evidence.js';
import { file } from './filing.js';
import { forget, save, type } from './keeping.js';
import { put } from './sheet-loading.js';
import { lastReturn } from './pieces.js';
import { lastValue, measurementText } from './last.js';

const HEALTHS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'COMPLETED'];
const SECTIONS = {
    percentComplete: 'PERCENT_COMPLETE', declaredHealth: 'HEALTH', achievements: 'ACHIEVEMENTS', issues: 'ISSUES',
    nextSteps: 'NEXT_STEPS', measurements: 'MEASUREMENTS', evidence: 'EVIDENCE', approval: 'APPROVAL',
};

export function sheetForm(page, data) {
    const { s, state: { sheet } } = page;
    const { form, trouble } = sheet;
    const errors = placed(errorsOf(trouble), form);
    const asked = ASKED[form.kind];
    const labelOf = (name) => labelOfField(s, data, name);
    return h('form', { class: 'card sheet-form', key: 'form', novalidate: true, 'aria-labelledby': 'form-title',
        on: { submit: (event) => { event.preventDefault(); file(page); } } },
        h('h2', { id: 'form-title', tabindex: -1 }, s.t(sheet.correcting ? 'sheet.correctTitle' : 'sheet.formTitle')),
        sheet.restored && h('p', { class: 'done-line', role: 'status' }, s.t('sheet.restored')),
        h('div', { key: 'trouble' }, problemBox(s, trouble && { ...trouble, errors: [...errors].map(([pointer, detail]) => ({ pointer, detail })) },
            { form: 'sheet', labelOf })),
        conflict(page, data),
        choiceField(s, { form: 'sheet', name: 'kind', label: s.t('sheet.kind'), value: form.kind, errors,
            hint: s.t(`sheet.kindHint.${form.kind}`), change: (kind) => type(page, { kind }),
            options: Object.keys(ASKED).map((value) => ({ value, label: s.t(`kind.${value}`) })) }),
        asked.map((name) => section(page, data, name, errors)),
        bar(page));
}

/** The server counts measurements as they were sent; the form knows them by their indicator. */
function placed(errors, form) {
    const indicators = measuredIndicators(form);
    return new Map([...errors].map(([pointer, detail]) => [
        pointer.replace(/^submission\//, '').replace(/^measurements\/(\d+)/, (whole, index) => `measurements/${indicators[index] ?? index}`),
        detail,
    ]));
}

function labelOfField(s, { task }, name) {
    const [first, indicator] = name.split('/');
    if (first === 'measurements') {
        const known = task.indicators.find(({ code }) => code === indicator);
        return known ? s.content(known.name).text : s.t('sheet.measurements');
    }
    return s.has(`sheet.${first}`) ? s.t(`sheet.${first}`) : null;
}

function section(page, data, name, errors) {
    const { s, state: { sheet } } = page;
    const comments = lastReturn(data)?.comments.filter(({ section: of }) => of === SECTIONS[name]) ?? [];
    return h('div', { class: 'sheet-field', key: name },
        h('div', { class: 'sheet-own' },
            comments.map(({ text }, index) => h('p', { key: index, class: 'comment', lang: s.languageOf(text) },
                h('b', { lang: s.language }, s.t('sheet.comment')), ' ', text)),
            control(page, data, name, errors)),
        lastValue(s, data, name, (value) => {
            type(page, value);
            page.announce(s.t('sheet.taken', { field: s.t(`sheet.${name}`), period: s.period(data.last.period) }));
        }));
}

function control(page, data, name, errors) {
    const { s, state: { sheet: { form } } } = page;
    const common = { form: 'sheet', name, label: s.t(name === 'issues' && form.kind === 'NOT_APPLICABLE' ? 'sheet.whyNot' : `sheet.${name}`),
        required: REQUIRED[form.kind].includes(name), errors, value: form[name], change: (value) => type(page, { [name]: value }) };
    if (NARRATIVES.includes(name)) {
        return textArea(s, { ...common, rows: name === 'achievements' ? 6 : 4, maxlength: 10000,
            hint: s.has(`sheet.${name}Hint`) ? s.t(`sheet.${name}Hint`) : null });
    }
    switch (name) {
        case 'percentComplete':
            return h('div', { class: 'is-short' }, textField(s, { ...common, inputmode: 'numeric', maxlength: 3, hint: s.t('sheet.percentHint') }));
        case 'declaredHealth':
            return choiceField(s, { ...common, options: HEALTHS.map((value) =>
                ({ value, label: s.t(`health.${value}`), icon: healthIcon(value) })) });
        case 'measurements':
            return measurements(page, data, errors);
        case 'approval':
            return approval(page, errors);
        default:
            return evidenceField(page, errors);
    }
}

function measurements(page, { task, cycle }, errors) {
    const { s, state: { sheet: { form } } } = page;
    return h('fieldset', { class: 'field', id: 'sheet-measurements', tabindex: -1 },
        h('legend', null, s.t('sheet.measurements')),
        task.indicators.length === 0 && h('p', { class: 'field-hint' }, s.t('sheet.noIndicators')),
        task.indicators.map((indicator) => {
            const { code } = indicator;
            const value = form.measurements[code] ?? { value: '', measuredOn: '', note: '' };
            const change = (changes) => type(page, { measurements: { ...form.measurements, [code]: { ...value, ...changes } } });
            const part = (of, label, options = {}) => textField(s, { form: 'sheet', name: `measurements/${code}/${of}`, label,
                value: value[of], change: (next) => change({ [of]: next }), errors, ...options });
            return h('div', { class: 'indicator', key: code, role: 'group', 'aria-labelledby': `indicator-${code}` },
                h('p', { class: 'indicator-name', id: `indicator-${code}` }, content(s, indicator.name)),
                h('p', { class: 'field-hint' }, measurementText(s, indicator)),
                h('div', { class: 'indicator-parts' },
                    part('value', s.t('sheet.valueIn', { unit: indicator.unit }), { inputmode: 'decimal', maxlength: 24 }),
                    part('measuredOn', s.t('sheet.measuredOn'), { type: 'date' }),
                    part('note', s.t('sheet.measuredNote'), { maxlength: 1000 })));
        }));
}

function approval(page, errors) {
    const { s, state: { sheet: { form } } } = page;
    const part = (of, options) => textField(s, { form: 'sheet', name: `approval/${of}`, label: s.t(`sheet.${of}`), value: form.approval[of],
        change: (value) => type(page, { approval: { ...form.approval, [of]: value } }), errors, ...options });
    return h('fieldset', { class: 'field', id: 'sheet-approval', tabindex: -1 },
        h('legend', null, s.t('sheet.approval')),
        h('p', { class: 'field-hint' }, s.t('sheet.approvalHint')),
        h('div', { class: 'indicator-parts' },
            part('documentNo', { maxlength: 100 }), part('approver', { maxlength: 100 }), part('approvedOn', { type: 'date' })));
}

function conflict(page, data) {
    const { s, state: { sheet } } = page;
    const decide = (changes) => {
        put(page, sheet.id, { conflict: null, draftEtag: sheet.conflict.etag, restored: false, ...changes });
    };
    return sheet.conflict && conflictBox(s, {
        by: null, at: null, rows: differences(s, data, sheet.form, sheet.conflict.theirs),
        keep: () => { decide({}); save(page); },
        take: () => { forget(page); decide({ form: formOf(sheet.conflict.theirs) }); },
    });
}

/** The buttons stay in sight however long the form is, with when it was last saved. */
function bar(page) {
    const { s, state: { sheet } } = page;
    const { saving, savedAt, unsaved, correcting, filing } = sheet;
    const again = sheet.data.checkpoint.status === 'RETURNED';
    return h('div', { class: 'sheet-bar', key: 'bar' },
        h('div', { class: 'sheet-buttons' },
            button(s, { label: s.t(correcting ? 'sheet.correctFile' : again ? 'sheet.fileAgain' : 'sheet.file'), type: 'submit',
                kind: 'is-primary', busy: filing, disabled: Boolean(sheet.conflict || sheet.overtaken) }),
            correcting
                ? button(s, { label: s.t('sheet.correctStop'), run: () => { forget(page); put(page, sheet.id, { correcting: false, trouble: null }); } })
                : button(s, { label: s.t('sheet.save'), busy: saving, run: () => save(page) })),
        h('p', { class: 'save-state', role: 'status' },
            correcting ? s.t('sheet.keptHereOnly')
                : unsaved ? s.t(unsaved.status === 401 ? 'sheet.notSavedSession' : 'sheet.notSaved')
                    : saving ? s.t('sheet.saving') : savedAt ? s.t('sheet.savedAt', { at: s.moment(savedAt, savedAt) }) : ''),
        unsaved && h('div', { class: 'sheet-unsaved' }, problemBox(s, unsaved, { form: 'unsaved', labelOf: (name) => labelOfField(s, sheet.data, name) })));
}
