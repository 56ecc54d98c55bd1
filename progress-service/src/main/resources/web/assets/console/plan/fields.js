/** The fields of a form, each at its pointer: they show what is typed and take what is, and say what the API says of them. */
import { h } from '../../h.js';
import { button, checkField, choiceField, errorsOf, problemBox, selectField, textArea, textField } from '../../work/forms.js';
import { conflictBox } from '../../work/conflict.js';
import { at, same } from './paths.js';
import { focusSoon, giveUp, isTyped, keepMine, takeTheirs, type } from './form.js';

/**
 * The makers of fields of one form. `labels` learns what each field is called as it is made, for the summary above.
 */
export function fieldsOf(page, form) {
    const { s } = page;
    const errors = errorsOf(form.problem);
    const labels = new Map();
    const common = (name, label, { within = null, ...options } = {}) => {
        labels.set(name, within ? `${within} · ${label}` : label);
        return {
            form: form.id, name, label, errors, disabled: form.busy,
            value: at(form.values, name), change: (value) => type(page, name, value), ...options,
        };
    };
    const makers = {
        labels,
        errors,
        text: (name, label, options) => textField(s, common(name, label, options)),
        area: (name, label, options) => textArea(s, common(name, label, options)),
        date: (name, label, options) => textField(s, common(name, label, { type: 'date', ...options })),
        select: (name, label, options) => selectField(s, common(name, label, options)),
        check: (name, label, options) => checkField(s, common(name, label, options)),
        choice: (name, label, options) => choiceField(s, common(name, label, options)),
        /** A text in both languages, side by side. */
        both(name, label, { long = false, required = false, ...options } = {}) {
            const make = long ? makers.area : makers.text;
            return h('div', { class: 'fields', key: `${name}-both` },
                make(`${name}/ko`, s.t('planning.inKorean', { label }), { ...options, required, rows: 3 }),
                make(`${name}/en`, s.t('planning.inEnglish', { label }), { ...options, rows: 3, hint: null }));
        },
        /** What is said against a list as a whole. */
        against: (name) => errors.has(name) && h('p', { class: 'field-error', key: `${name}-against` }, errors.get(name)),
    };
    return makers;
}

/** A part of a form, under its heading. */
export function part(title, hint, ...content) {
    const id = `part-${title.replace(/\s+/g, '-')}`;
    return h('section', { class: 'plan-part', key: id, 'aria-labelledby': id },
        h('div', { class: 'plan-part-head' },
            h('h2', { id }, title),
            hint && h('p', { class: 'card-note' }, hint)),
        h('div', { class: 'plan-part-body' }, content));
}

/**
 * A list that grows and shrinks, each entry a group of fields.
 *
 * @param {object} list `name` its pointer, `title(index)` of an entry, `entry(path, index, title)` its fields, `blank(entries)`
 *     a new entry, `add` the words of the button, `none` what is said where there is none
 */
export function entries(page, form, { name, title, entry, blank, add, none, removable = () => true }) {
    const { s } = page;
    const all = at(form.values, name);
    const adder = `${form.id}-${name}-add`;
    const remove = (index) => {
        type(page, name, all.filter((one, place) => place !== index));
        page.announce(s.t('planning.removed', { what: title(index, all[index]) }));
        focusSoon(adder);
    };
    return h('div', { class: 'plan-entries', key: name },
        all.length === 0 && h('p', { class: 'not-stated' }, none),
        all.map((one, index) => h('fieldset', { key: index, class: 'plan-entry', id: `${form.id}-${name}-entry-${index}`, tabindex: -1 },
            h('legend', null, title(index, one)),
            entry(`${name}/${index}`, index, title(index, one)),
            removable(one, index) && button(s, {
                label: s.t('planning.remove'), kind: 'is-small', disabled: form.busy, run: () => remove(index),
                'aria-label': s.t('planning.removeOf', { what: title(index, one) }),
            }))),
        button(s, {
            label: add, kind: 'is-small plan-add', disabled: form.busy, key: 'add', id: adder,
            run: () => {
                type(page, name, [...all, blank(all)]);
                // To the new entry, whose name is read out with it.
                focusSoon(`${form.id}-${name}-entry-${all.length}`);
            },
        }));
}

/** What stands above a form: what was kept, what went wrong, what another person changed meanwhile. */
export function above(page, form, { labels }, tell) {
    const { s } = page;
    return [
        form.restored && h('p', { class: 'warnings', key: 'restored', role: 'status' },
            s.t('planning.restored'), ' ',
            h('button', { class: 'link-button', type: 'button', on: { click: () => {
                giveUp(page);
                page.announce(s.t('planning.givenUp'));
                focusSoon(`${form.id}-save`);
            } } }, s.t('planning.giveUp'))),
        problemBox(s, form.problem, { form: form.id, labelOf: (name) => labels.get(name) ?? null }),
        form.conflict && conflictBox(s, {
            ...form.conflict,
            rows: differing(form).map((name) => ({
                label: s.named('planning.field', name),
                mine: same(form.began[name], form.values[name]) ? s.t('planning.untouched') : tell(name, form.values[name]),
                theirs: tell(name, form.conflict.values[name]),
            })),
            keep: () => {
                keepMine(page);
                page.announce(s.t('planning.keptMine'));
                focusSoon(`${form.id}-save`);
            },
            take() {
                takeTheirs(page);
                page.announce(s.t('planning.tookTheirs'));
                focusSoon(`${form.id}-save`);
            },
        }),
    ];
}

function differing({ values, conflict }) {
    return Object.keys(conflict.values).filter((name) => !same(values[name], conflict.values[name]));
}

/** What stands below a form: to send it, to leave it, and whether something is not sent yet. */
export function below(page, form, { save, back, isNew = false }) {
    const { s } = page;
    return h('div', { class: 'actions plan-sending', key: 'sending' },
        button(s, { label: save, kind: 'is-primary', type: 'submit', busy: form.busy, id: `${form.id}-save` }),
        h('a', { class: 'button', href: back }, s.t(isNew ? 'planning.leave' : 'planning.back')),
        isTyped(form) && h('p', { class: 'card-note' }, s.t('planning.keptOnDevice')));
}
