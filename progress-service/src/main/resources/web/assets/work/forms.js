/**
 * Fields of forms: each with its label, its hint and what the API says against it. Pure, as the panels are; what is typed
 * goes to `change(value)`.
 */
import { h } from '../h.js';

/**
 * What a problem says against each field, by JSON pointer without its leading `/`: `title/ko`, `indicators/0/target`.
 *
 * @returns {Map<string, string>}
 */
export function errorsOf(problem) {
    const errors = new Map();
    for (const { pointer, detail } of problem?.errors ?? []) {
        const place = String(pointer ?? '').replace(/^#?\/?/, '');
        errors.set(place, errors.has(place) ? `${errors.get(place)} ${detail}` : detail);
    }
    return errors;
}

/** The element id of a field's control. */
export function idOf(form, name) {
    return `${form}-${name.replaceAll('/', '-')}`;
}

/**
 * One field.
 *
 * @param {object} options `form` and `name` (its pointer), `label`, `hint`, `required`, `errors` as of errorsOf, and
 *     `control(attributes)` which describes the control with the attributes that tie it to its label, hint and error
 */
export function field(s, { form, name, label, hint = null, required = false, errors = new Map(), control, lang = null }) {
    const id = idOf(form, name);
    const error = errors.get(name);
    const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
    return h(
        'div',
        { class: `field${error ? ' is-wrong' : ''}`, key: id },
        h('label', { for: id, lang }, label,
            required && h('span', { class: 'field-required' }, ` ${s.t('form.required')}`)),
        hint && h('p', { class: 'field-hint', id: `${id}-hint` }, hint),
        control({
            id, 'aria-describedby': described || null, 'aria-invalid': error ? 'true' : null,
            'aria-required': required ? 'true' : null,
        }),
        error && h('p', { class: 'field-error', id: `${id}-error` }, error),
    );
}

/** A line of text; `type` may be `date`, `number`, `url`, `email`, `datetime-local`. */
export function textField(s, { value, change, type = 'text', maxlength = null, inputmode = null, disabled = false, ...rest }) {
    return field(s, {
        ...rest,
        control: (attributes) => h('input', {
            ...attributes, class: 'control', type, value: value ?? '', maxlength, inputmode, disabled, autocomplete: 'off',
            on: { input: (event) => change(event.target.value) },
        }),
    });
}

export function textArea(s, { value, change, rows = 4, maxlength = null, disabled = false, ...rest }) {
    return field(s, {
        ...rest,
        control: (attributes) => h('textarea', {
            ...attributes, class: 'control', rows, value: value ?? '', maxlength, disabled,
            on: { input: (event) => change(event.target.value) },
        }),
    });
}

/** @param {Array<{value: string, label: string}>} options an empty value stands for none */
export function selectField(s, { value, change, options, disabled = false, ...rest }) {
    return field(s, {
        ...rest,
        control: (attributes) => h(
            'select',
            { ...attributes, class: 'control', value: value ?? '', disabled, on: { change: (event) => change(event.target.value) } },
            options.map((option) => h('option', { key: option.value, value: option.value }, option.label)),
        ),
    });
}

export function checkField(s, { form, name, label, hint = null, value, change, disabled = false }) {
    const id = idOf(form, name);
    return h(
        'div',
        { class: 'field is-check', key: id },
        h('input', {
            id, type: 'checkbox', checked: Boolean(value), disabled, 'aria-describedby': hint ? `${id}-hint` : null,
            on: { change: (event) => change(event.target.checked) },
        }),
        h('label', { for: id }, label),
        hint && h('p', { class: 'field-hint', id: `${id}-hint` }, hint),
    );
}

/** One of few, all of them seen. */
export function choiceField(s, { form, name, label, hint = null, required = false, errors = new Map(), value, change, options, disabled = false }) {
    const id = idOf(form, name);
    const error = errors.get(name);
    return h(
        'fieldset',
        { class: `field is-choice${error ? ' is-wrong' : ''}`, key: id, id, 'aria-describedby': error ? `${id}-error` : null },
        h('legend', null, label, required && h('span', { class: 'field-required' }, ` ${s.t('form.required')}`)),
        hint && h('p', { class: 'field-hint' }, hint),
        h('div', { class: 'choices' }, options.map((option) => h(
            'label',
            { key: option.value, class: 'choice' },
            h('input', {
                type: 'radio', name: id, value: option.value, checked: option.value === value, disabled,
                on: { change: () => change(option.value) },
            }),
            ' ', option.icon, ' ', option.label,
        ))),
        error && h('p', { class: 'field-error', id: `${id}-error` }, error),
    );
}

/**
 * What went wrong with a call, above the form: what the server says, and for each field that is wrong a link to it.
 *
 * @param {function(string): string|null} labelOf the label of a field by its pointer; null where the form has none
 */
export function problemBox(s, problem, { form = '', labelOf = () => null } = {}) {
    if (!problem) {
        return null;
    }
    const unreachable = problem.status === 0;
    // What the API says then is meant for programs.
    const signedOut = problem.status === 401;
    const errors = [...errorsOf(problem)];
    return h(
        'div',
        { class: 'problem', role: 'alert', key: 'problem', tabindex: -1, id: `${form}-problem` },
        h('p', { class: 'problem-title' },
            unreachable ? s.t('state.failedNetwork') : signedOut ? s.t('load.over') : problem.title || s.t('form.failed')),
        h('p', null, unreachable ? s.t('form.keptHere') : signedOut ? s.t('load.overKept') : problem.detail),
        errors.length > 0 && h('ul', null, errors.map(([name, detail]) => {
            const label = labelOf(name);
            return h('li', { key: name },
                label ? [h('a', { href: `#${idOf(form, name)}`, on: { click: (event) => toField(event, form, name) } }, label), ': '] : null,
                detail);
        })),
        signedOut && h('p', { key: 'again', class: 'actions' }, signInLink(s)),
        problem.traceId && !signedOut && h('p', { class: 'problem-trace' }, s.t('form.trace', { id: problem.traceId })),
    );
}

/** Where to sign in so that one comes back here. */
export function signInLink(s) {
    return h('a', {
        class: 'button is-primary', href: `/signin?return=${encodeURIComponent(location.pathname + location.search)}`,
    }, s.t('session.signIn'));
}

function toField(event, form, name) {
    const control = document.getElementById(idOf(form, name));
    if (control) {
        event.preventDefault();
        control.focus();
    }
}

/** A button; `busy` while what it began is going on. */
export function button(s, { label, run, kind = '', type = 'button', busy = false, disabled = false, key = null, ...rest }) {
    return h('button', {
        class: `button ${kind}`.trim(), type, key, 'aria-disabled': busy || disabled ? 'true' : null,
        'aria-busy': busy ? 'true' : null, ...rest,
        on: { click: (event) => {
            if (busy || disabled) {
                event.preventDefault();
            } else {
                run?.(event);
            }
        } },
    }, label, busy && h('span', { class: 'sr-only' }, ` ${s.t('form.busy')}`));
}
