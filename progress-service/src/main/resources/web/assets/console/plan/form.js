/**
 * A form about a resource: what it began with, what is typed, what went wrong. What is typed is kept on this device until
 * it is sent, with the version it was typed upon, so that a later version is never written over unseen.
 */
import { draft } from '../../work/drafts.js';
import { held, hold } from '../../work/loading.js';
import { changesOf, put, same } from './paths.js';

const FORM = 'form';

/** The form at hand; null where another one is. */
export function formOf(page, name) {
    const form = held(page, FORM);
    return form.name === name ? form : null;
}

/**
 * Begins a form, with what was typed earlier where something was.
 *
 * @param {object} beginning `name` of the draft, `id` of its controls, `values` to begin with, `etag` of the version they
 *     come from (null for a new resource)
 */
export function begin(page, { name, id, values, etag = null }) {
    const kept = draft(page.session.name, name).read();
    const restored = kept !== null && !same(kept.values, values);
    hold(page, FORM, {
        name, id, problem: null, conflict: null, busy: false, unanswered: null, restored,
        began: restored ? kept.began : values, values: restored ? kept.values : values, etag: restored ? kept.etag : etag,
        fresh: { values, etag },
    });
}

/** Takes what was typed into a field. */
export function type(page, path, value) {
    const form = held(page, FORM);
    keep(page, { ...form, values: put(form.values, path, value) });
}

/** Takes many values at once. */
export function fill(page, values) {
    keep(page, { ...held(page, FORM), values });
}

function keep(page, form) {
    if (same(form.values, form.fresh.values)) {
        draft(page.session.name, form.name).forget();
    } else {
        draft(page.session.name, form.name).keep({ values: form.values, began: form.began, etag: form.etag });
    }
    hold(page, FORM, form);
}

/** Gives up what was typed. */
export function giveUp(page) {
    const form = held(page, FORM);
    draft(page.session.name, form.name).forget();
    hold(page, FORM, {
        values: form.fresh.values, began: form.fresh.values, etag: form.fresh.etag,
        restored: false, problem: null, conflict: null,
    });
}

/** Whether something is typed that is not sent. */
export function isTyped(form) {
    return !same(form.values, form.began);
}

/**
 * Sends a form.
 *
 * @param {function(object): Promise} call sends the form it is given, with its `key` where it creates, and answers as the
 *     API does
 * @param {function(): Promise<object|null>} latest what stands there now, as `{values, etag, by, at}`; asked for after a 412
 * @returns the answer where it went well, else null
 */
export async function send(page, call, latest = null) {
    const form = held(page, FORM);
    const key = form.unanswered && same(form.unanswered.values, form.values) ? form.unanswered.key : crypto.randomUUID();
    hold(page, FORM, { busy: true, problem: null, conflict: null });
    const answer = await call({ ...form, key });
    const theirs = answer.status === 412 && latest ? await latest() : null;
    if (answer.ok) {
        draft(page.session.name, form.name).forget();
    }
    if (held(page, FORM).name !== form.name) {
        // Who has gone elsewhere meanwhile is not called back.
        return null;
    }
    if (answer.ok) {
        hold(page, FORM, { busy: false, name: null });
        return answer;
    }
    // Nobody knows whether what had no answer arrived: sent again unchanged it must not be done twice.
    hold(page, FORM, {
        busy: false, conflict: theirs, problem: theirs ? null : answer.problem,
        unanswered: answer.status === 0 ? { values: form.values, key } : null,
    });
    if (theirs) {
        toConflict();
    } else {
        toProblem(form.id);
    }
    return null;
}

/** Goes on with one's own changes on top of theirs: what was not changed here is as they left it. */
export function keepMine(page) {
    const form = held(page, FORM);
    const mine = changesOf(form.began, form.values);
    const { values, etag } = form.conflict;
    keep(page, {
        ...form, values: { ...values, ...mine }, began: values, etag, fresh: { values, etag }, conflict: null,
    });
}

/** Gives one's own changes up for theirs. */
export function takeTheirs(page) {
    const { values, etag } = held(page, FORM).conflict;
    hold(page, FORM, { fresh: { values, etag } });
    giveUp(page);
}

function toProblem(id) {
    focusSoon(`${id}-problem`);
}

function toConflict() {
    focusSoon('conflict-title', (title) => {
        title.tabIndex = -1;
    });
}

/** Leads to an element once it is drawn. */
export function focusSoon(id, before = () => {}) {
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const element = document.getElementById(id);
        if (element) {
            before(element);
            element.focus();
        }
    }));
}
