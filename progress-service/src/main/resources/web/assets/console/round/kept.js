/**
 * A form whose fields are kept in the page's state and on this device until they are sent: `page.state[name]` is
 * `{of, values, problem, busy, conflict}`.
 */
import { ask } from '../../work/dialog.js';
import { draftOf, focusLater } from './pieces.js';

/** Begins with what was kept, else with `values`; does nothing where it has begun already. */
export function begin(page, name, of, values) {
    if (page.state[name]?.of === of) {
        return;
    }
    const kept = draftOf(page, of).read();
    page.set({ [name]: { of, values: { ...values, ...kept }, problem: null, busy: false, conflict: null, kept: kept !== null } });
}

export function type(page, name, changes) {
    const form = page.state[name];
    const values = { ...form.values, ...changes };
    page.set({ [name]: { ...form, values } });
    draftOf(page, form.of).keep(values);
}

/** Gives up what was typed. */
export function drop(page, name) {
    const form = page.state[name];
    if (form) {
        draftOf(page, form.of).forget();
        page.set({ [name]: null });
    }
}

/**
 * Sends what was typed, once at a time. Whatever the answer, nothing typed is lost until it is done.
 *
 * @param {function(object): Promise} call what is sent, with the values
 * @param {function(object)} done with the answer
 */
export async function send(page, name, call, done) {
    const form = page.state[name];
    if (form.busy) {
        return null;
    }
    page.set({ [name]: { ...form, busy: true, problem: null } });
    const answer = await call(form.values);
    if (answer.ok) {
        drop(page, name);
        done(answer);
    } else {
        page.set({ [name]: { ...page.state[name], busy: false, problem: answer.problem } });
        focusLater(`${name}-problem`);
    }
    return answer;
}

/** A question in a dialog whose answer is kept on this device until it is sent, too. */
export function askKept(page, name, question) {
    const draft = draftOf(page, name);
    ask(page, {
        ...question,
        values: { ...question.values, ...draft.read() },
        body: (values, change, problem) => question.body(values, (changes) => {
            draft.keep({ ...values, ...changes });
            change(changes);
        }, problem),
        run: async (values) => {
            const problem = await question.run(values);
            if (!problem) {
                draft.forget();
            }
            return problem;
        },
    });
}
