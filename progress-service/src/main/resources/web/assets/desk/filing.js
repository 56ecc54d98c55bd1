/** What an agency does with its checkpoint: file, take back, correct, ask for more time. */
import { ask, askReason } from '../work/dialog.js';
import { errorsOf, textField } from '../work/forms.js';
import { submissionOf } from './content.js';
import { loadSheet, put } from './sheet-loading.js';
import { forget } from './keeping.js';

const at = (page, rest) => `/api/v1/checkpoints/${encodeURIComponent(page.state.sheet.id)}${rest}`;

/** Asks, and files. What the server refuses is shown beside the fields, so the question does not stay open over them. */
export function file(page) {
    const { s, state: { sheet } } = page;
    if (sheet.correcting) {
        correct(page);
        return;
    }
    const again = sheet.data.checkpoint.status === 'RETURNED';
    ask(page, {
        title: s.t(again ? 'sheet.fileAgainAsk' : 'sheet.fileAsk'),
        body: () => s.t('sheet.fileAskHint'),
        confirm: s.t(again ? 'sheet.fileAgain' : 'sheet.file'),
        run: async () => {
            put(page, sheet.id, { filing: true });
            const answer = await page.api.post(at(page, '/submissions'), submissionOf(page.state.sheet.form),
                { etag: page.state.sheet.etag });
            await settle(page, answer, 'sheet.filed');
            return null;
        },
    });
}

function correct(page) {
    const { s, state: { sheet } } = page;
    askReason(page, {
        title: s.t('sheet.correctAsk'), hint: s.t('sheet.correctHint'), confirm: s.t('sheet.correctFile'),
        run: async ({ reason }) => {
            put(page, sheet.id, { filing: true });
            const answer = await page.api.post(at(page, '/corrections'),
                { reason, submission: submissionOf(page.state.sheet.form) }, { etag: page.state.sheet.etag });
            const aboutReason = answer.problem?.errors?.some(({ pointer }) => pointer === '/reason');
            if (aboutReason) {
                put(page, sheet.id, { filing: false });
                return answer.problem;
            }
            await settle(page, answer, 'sheet.corrected');
            return null;
        },
    });
}

export function withdraw(page) {
    const { s } = page;
    ask(page, {
        title: s.t('sheet.withdrawAsk'), confirm: s.t('sheet.withdraw'), kind: 'is-danger',
        body: () => s.t('sheet.withdrawHint'),
        run: async () => {
            const answer = await page.api.post(at(page, '/withdrawals'), {}, { etag: page.state.sheet.etag });
            await settle(page, answer, 'sheet.withdrawn', false);
            return null;
        },
    });
}

export function askExtension(page) {
    const { s } = page;
    askReason(page, {
        title: s.t('sheet.extensionAsk'), hint: s.t('sheet.extensionHint'), confirm: s.t('sheet.extensionConfirm'),
        values: { until: '' },
        extra: (values, change, problem) => textField(s, {
            form: 'dialog', name: 'until', label: s.t('sheet.extensionUntil'), type: 'date', required: true,
            value: values.until, change: (until) => change({ until }), errors: errorsOf(problem),
        }),
        run: async ({ until, reason }) => {
            const answer = await page.api.post(at(page, '/extensions'), { until: until || null, reason });
            if (!answer.ok) {
                return answer.problem;
            }
            await done(page, 'sheet.extensionAsked');
            return null;
        },
    });
}

/** What becomes of the form once the server has answered. */
async function settle(page, answer, message, isSent = true) {
    const { id } = page.state.sheet;
    if (answer.ok) {
        // What was typed over a version that is withdrawn has not been sent yet.
        if (isSent) {
            forget(page);
        }
        await done(page, message);
    } else if (answer.status === 412 || answer.status === 409) {
        await overtaken(page, answer);
    } else {
        put(page, id, { filing: false, trouble: answer.problem });
        focusOn('sheet-problem');
    }
}

async function done(page, message) {
    const { id } = page.state.sheet;
    put(page, id, { filing: false, trouble: null, done: message, correcting: false });
    await loadSheet(page);
    page.announce(page.s.t(message));
    focusOn('sheet-done');
}

/** Somebody moved the checkpoint meanwhile: where it stands now is shown, and what was typed stays. */
async function overtaken(page, answer) {
    const { id, form, correcting } = page.state.sheet;
    await loadSheet(page);
    put(page, id, { form, correcting, filing: false, overtaken: true, done: null,
        trouble: answer.status === 409 ? answer.problem : null });
    focusOn('conflict-title');
}

function focusOn(id) {
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const element = document.getElementById(id);
        element?.setAttribute('tabindex', '-1');
        element?.focus();
        element?.scrollIntoView({ block: 'center' });
    }));
}
