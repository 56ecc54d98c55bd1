/** Questions whose answers are kept on this device until they are sent: a session that ends loses nothing. */
import { ask } from '../../work/dialog.js';
import { errorsOf, textArea } from '../../work/forms.js';
import { draft } from '../../work/drafts.js';

/**
 * Asks.
 *
 * @param {object} question as that of `ask`, with the `name` under which what is typed is kept
 */
export function askKept(page, { name, values = {}, body, run, ...question }) {
    const kept = draft(page.session.name, name);
    ask(page, {
        ...question,
        labelOf: (field) => (page.s.has(`planning.field.${field}`) ? page.s.t(`planning.field.${field}`) : null),
        values: { ...values, ...kept.read() },
        body: (current, change, problem) => body(current, (values) => {
            kept.keep({ ...current, ...values });
            change(values);
        }, problem),
        async run(current) {
            const problem = await run(current);
            if (problem === null) {
                kept.forget();
            }
            return problem;
        },
    });
}

/** The field for a reason in such a question. */
export function reasonField(page, current, change, problem, { required = true, hint = null, maxlength = 2000 } = {}) {
    const { s } = page;
    return textArea(s, {
        form: 'dialog', name: 'reason', label: s.t('form.reason'), required, hint, maxlength,
        value: current.reason, change: (reason) => change({ reason }), errors: errorsOf(problem),
    });
}
