/**
 * A question that must be answered before going on: title, content and two buttons. The frame shows the one of
 * `page.dialog`; Escape and the second button close it, and the browser gives the focus back to where it was.
 */
import { h } from '../h.js';
import { button, problemBox, textArea, errorsOf } from './forms.js';

/**
 * Asks.
 *
 * @param {object} question `title`, `body(values, change)` descriptions, `values` to begin with, `confirm` the label of the
 *     button, `kind` its class, `labelOf` the labels of its fields by their pointers, and `run(values)` which resolves to null
 *     when done, else to the problem that is then shown
 */
export function ask(page, question) {
    page.dialog = { ...question, values: question.values ?? {}, problem: null, busy: false };
    page.set({});
}

/** Asks for a reason, which must be given. */
export function askReason(page, { title, hint, confirm, kind = 'is-primary', label, name = 'reason', run, extra = () => null, values = {} }) {
    const { s } = page;
    ask(page, {
        title, confirm, kind, values: { [name]: '', ...values },
        body: (current, change, problem) => [
            hint && h('p', null, hint),
            extra(current, change, problem),
            textArea(s, {
                form: 'dialog', name, label: label ?? s.t('form.reason'), required: true, maxlength: 4000,
                value: current[name], change: (value) => change({ [name]: value }), errors: errorsOf(problem),
            }),
        ],
        run,
    });
}

/** What the frame draws of it. */
export function dialogView(page) {
    const { s, dialog } = page;
    if (!dialog) {
        return null;
    }
    const change = (values) => {
        dialog.values = { ...dialog.values, ...values };
        page.set({});
    };
    const confirm = async () => {
        dialog.busy = true;
        dialog.problem = null;
        page.set({});
        const problem = await dialog.run(dialog.values);
        dialog.busy = false;
        if (problem) {
            dialog.problem = problem;
        } else if (page.dialog === dialog) {
            close(page);
        }
        page.set({});
    };
    return h(
        'dialog',
        { key: 'dialog', id: 'dialog', class: 'dialog', 'aria-labelledby': 'dialog-title',
            on: { cancel: (event) => { event.preventDefault(); close(page); } } },
        h(
            'form',
            { method: 'dialog', on: { submit: (event) => { event.preventDefault(); if (!dialog.busy) { confirm(); } } } },
            h('h2', { id: 'dialog-title' }, dialog.title),
            problemBox(s, dialog.problem, { form: 'dialog', labelOf: dialog.labelOf ?? (() => null) }),
            dialog.body(dialog.values, change, dialog.problem),
            h('div', { class: 'actions' },
                button(s, { label: dialog.confirm, type: 'submit', kind: dialog.kind ?? 'is-primary', busy: dialog.busy }),
                button(s, { label: s.t('form.cancel'), run: () => close(page) })),
        ),
    );
}

/** Closes it before its element goes, so that the focus goes back to where it came from. */
export function close(page) {
    document.getElementById('dialog')?.close();
    page.dialog = null;
    page.set({});
}

/** Opens what was drawn. */
export function opened() {
    const element = document.getElementById('dialog');
    if (element && !element.open) {
        element.showModal();
    }
}
