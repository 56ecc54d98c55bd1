/** What was filed the last time, beside each field, to be taken over where it still holds. */
import { h } from '../h.js';
import { healthIcon } from '../parts.js';
import { button } from '../work/forms.js';
import { formOf } from './content.js';

/** An indicator's baseline and target, as a line. */
export function measurementText(s, { unit, baseline, target, targetOn, note }) {
    const figure = (value) => value === null || value === undefined ? s.t('page.notStated') : `${s.number(value)} ${unit}`;
    const line = s.t('sheet.indicatorFacts', {
        baseline: figure(baseline), target: figure(target), on: targetOn ? s.date(targetOn) : s.t('page.notStated') });
    return note ? `${line} · ${note}` : line;
}

/** @param {function(object)} take with what of the form changes */
export function lastValue(s, { last, task }, name, take) {
    if (!last) {
        return null;
    }
    const before = formOf(last.submission);
    const shown = describe(s, task, before, name);
    return h('div', { class: 'sheet-last' },
        h('p', { class: 'sheet-last-head' }, s.t('sheet.last', { period: s.period(last.period) })),
        shown ?? h('p', { class: 'not-stated' }, s.t('sheet.lastEmpty')),
        shown && button(s, { label: s.t('sheet.take'), kind: 'is-small',
            'aria-label': s.t('sheet.takeOf', { field: s.t(`sheet.${name}`) }), run: () => take(taken(before, name)) }));
}

/** A file belongs to the checkpoint it was sent to: only addresses are taken over. */
function taken(before, name) {
    return { [name]: name === 'evidence' ? before.evidence.filter(({ url }) => url) : before[name] };
}

function describe(s, task, before, name) {
    switch (name) {
        case 'percentComplete':
            return before.percentComplete === '' ? null : h('p', null, `${before.percentComplete}%`);
        case 'declaredHealth':
            return before.declaredHealth === '' ? null
                : h('p', { class: 'with-icon' }, healthIcon(before.declaredHealth), ' ', s.t(`health.${before.declaredHealth}`));
        case 'measurements': {
            const values = Object.entries(before.measurements);
            return values.length === 0 ? null : h('ul', null, values.map(([code, { value, measuredOn }]) => {
                const indicator = task.indicators.find((one) => one.code === code);
                return h('li', { key: code }, `${indicator ? s.content(indicator.name).text : code}: ${value} ${indicator?.unit ?? ''} (${s.date(measuredOn)})`);
            }));
        }
        case 'approval':
            return before.approval.documentNo === '' ? null : h('p', null, [before.approval.documentNo, before.approval.approver,
                before.approval.approvedOn && s.date(before.approval.approvedOn)].filter(Boolean).join(' · '));
        case 'evidence': {
            const addresses = before.evidence.filter(({ url }) => url);
            return addresses.length === 0 ? null
                : h('ul', null, addresses.map(({ title }, index) => h('li', { key: index, lang: s.languageOf(title) }, title)));
        }
        default:
            return before[name] === '' ? null : h('p', { class: 'prose', lang: s.languageOf(before[name]) }, before[name]);
    }
}
