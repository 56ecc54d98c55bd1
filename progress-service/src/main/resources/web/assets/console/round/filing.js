/** Filing for an agency without reporters of its own: the form, and taking back what nobody has reviewed. */
import { h } from '../../h.js';
import { healthIcon, plain } from '../../parts.js';
import { button, choiceField, errorsOf, problemBox, textArea, textField } from '../../work/forms.js';
import { askButton } from './asking.js';
import { askKept, begin, send, type } from './kept.js';
import { evidenceFields, measurementFields } from './filing-lists.js';
import { loadQueue } from './queue.js';
import { loadCheckpoint } from './review.js';
import { card, focusLater, tell } from './pieces.js';

const KINDS = ['PROGRESS', 'NOTHING_TO_REPORT', 'NOT_APPLICABLE'];
const HEALTHS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'COMPLETED'];
const TEXTS = ['achievements', 'issues', 'nextSteps'];
const EMPTY = {
    kind: 'PROGRESS', percentComplete: '', declaredHealth: null, achievements: '', issues: '', nextSteps: '',
    measurements: [], evidence: [], documentNo: '', approver: '', approvedOn: '', correctionReason: '',
};

/** Whether the caller may file here: the API says so for agencies without reporters. */
export function mayFile({ checkpoint }) {
    return checkpoint.allowedTransitions.includes('SUBMITTED');
}

export function openFiling(page, data) {
    if (mayFile(data)) {
        begin(page, 'filing', `filing.${data.checkpoint.id}`, { ...EMPTY, ...lastFiled(data) });
    }
}

/** A return and a correction begin with what was filed last. */
function lastFiled({ submissions }) {
    const last = submissions.at(-1);
    return last ? {
        ...Object.fromEntries(TEXTS.map((name) => [name, last[name] ?? ''])),
        kind: last.kind, percentComplete: last.percentComplete ?? '', declaredHealth: last.declaredHealth,
        measurements: (last.measurements ?? []).map((one) => ({ ...one, value: String(one.value), note: one.note ?? '' })),
        evidence: last.evidence ?? [],
        documentNo: last.approval?.documentNo ?? '', approver: last.approval?.approver ?? '', approvedOn: last.approval?.approvedOn ?? '',
    } : {};
}

export function filing(page, data) {
    const { s, state } = page;
    const takeBack = data.checkpoint.status === 'SUBMITTED' && data.checkpoint.allowedTransitions.includes('OPEN');
    if (takeBack) {
        return card(s.t('filing.withdrawTitle'), 'withdraw-title', s.t('filing.withdrawHint'),
            button(s, { label: s.t('filing.withdraw'), run: () => withdraw(page, data) }));
    }
    if (!mayFile(data) || state.filing?.of !== `filing.${data.checkpoint.id}`) {
        return null;
    }
    return card(s.t('filing.title'), 'filing-title', s.t('filing.note', { agency: plain(s, data.checkpoint.agencyName) }), form(page, data));
}

function form(page, data) {
    const { s, state: { filing: { values, problem, busy } } } = page;
    const errors = errorsOf(problem);
    const change = (changes) => type(page, 'filing', changes);
    const correcting = data.checkpoint.status === 'ACCEPTED';
    return h('form', { on: { submit: (event) => { event.preventDefault(); file(page, data); } } },
        problemBox(s, problem, { form: 'filing', labelOf: (name) => (s.has(`filing.${name}`) ? s.t(`filing.${name}`) : null) }),
        correcting && textArea(s, {
            form: 'filing', name: 'correctionReason', label: s.t('review.correctionReason'), required: true, errors, maxlength: 5000,
            value: values.correctionReason, change: (correctionReason) => change({ correctionReason }),
        }),
        choiceField(s, {
            form: 'filing', name: 'kind', label: s.t('filing.kind'), required: true, errors, value: values.kind,
            options: KINDS.map((value) => ({ value, label: s.t(`kind.${value}`) })), change: (kind) => change({ kind }),
        }),
        values.kind === 'PROGRESS' ? progress(page, data, errors, change) : textArea(s, {
            form: 'filing', name: 'achievements', label: s.t('filing.remark'), errors, rows: 3, maxlength: 10000,
            value: values.achievements, change: (achievements) => change({ achievements }),
        }),
        approval(s, values, errors, change),
        h('div', { class: 'actions' },
            button(s, { label: s.t(correcting ? 'filing.correct' : 'filing.send'), type: 'submit', kind: 'is-primary', busy }),
            askButton(page, data),
            h('span', { class: 'card-note' }, s.t('filing.kept'))));
}

function progress(page, data, errors, change) {
    const { s, state: { filing: { values } } } = page;
    return [
        h('div', { class: 'fields', key: 'figures' },
            textField(s, {
                form: 'filing', name: 'percentComplete', type: 'number', inputmode: 'numeric', label: s.t('filing.percentComplete'), errors,
                value: values.percentComplete, change: (percentComplete) => change({ percentComplete }),
            }),
            choiceField(s, {
                form: 'filing', name: 'declaredHealth', label: s.t('filing.declaredHealth'), errors, value: values.declaredHealth,
                options: HEALTHS.map((value) => ({ value, label: s.t(`health.${value}`), icon: healthIcon(value) })),
                change: (declaredHealth) => change({ declaredHealth }),
            })),
        TEXTS.map((name) => textArea(s, {
            form: 'filing', name, label: s.t(`filing.${name}`), errors, rows: 4, maxlength: 10000,
            value: values[name], change: (value) => change({ [name]: value }),
        })),
        measurementFields(page, data, errors, change),
        evidenceFields(page, data, errors, change),
    ];
}

function approval(s, values, errors, change) {
    return h('fieldset', { class: 'field', key: 'approval' },
        h('legend', null, s.t('section.APPROVAL')),
        h('p', { class: 'field-hint' }, s.t('filing.approvalHint')),
        h('div', { class: 'fields' }, [['documentNo', 'text', 100], ['approver', 'text', 100], ['approvedOn', 'date', null]].map(([name, kind, maxlength]) =>
            textField(s, {
                form: 'filing', name: `approval/${name}`, type: kind, maxlength, label: s.t(`filing.approval/${name}`), errors,
                value: values[name], change: (value) => change({ [name]: value }),
            }))));
}

/** What is sent: what nobody filled in is not there, rather than empty. */
function contentOf(values) {
    const text = (value) => value?.trim() || null;
    const full = values.kind === 'PROGRESS';
    return {
        kind: values.kind,
        approval: text(values.documentNo) || text(values.approver) || values.approvedOn
            ? { documentNo: values.documentNo.trim(), approver: text(values.approver), approvedOn: values.approvedOn || null } : null,
        percentComplete: full && values.percentComplete !== '' ? Number(values.percentComplete) : null,
        declaredHealth: full ? values.declaredHealth : null,
        achievements: text(values.achievements),
        issues: full ? text(values.issues) : null,
        nextSteps: full ? text(values.nextSteps) : null,
        measurements: full ? values.measurements.map(({ indicator, value, unit, measuredOn, note }) => ({
            indicator, value: value === '' ? null : Number(value), unit: unit || null, measuredOn: measuredOn || null, note: text(note),
        })) : [],
        evidence: full ? values.evidence.map(({ title, url, file }) => ({ title, ...(file ? { file } : { url: url || null }) })) : [],
    };
}

async function file(page, data) {
    const { s } = page;
    const { checkpoint } = data;
    const at = `/api/v1/checkpoints/${encodeURIComponent(checkpoint.id)}`;
    const answer = await send(page, 'filing', (values) => checkpoint.status === 'ACCEPTED'
        ? page.api.post(`${at}/corrections`, { reason: values.correctionReason, submission: contentOf(values) }, { etag: checkpoint.etag })
        : page.api.post(`${at}/submissions`, contentOf(values), { etag: checkpoint.etag }),
    () => {
        page.set({ review: null });
        loadCheckpoint(page, checkpoint.id);
        loadQueue(page);
        tell(page, s.t('filing.done', { agency: plain(s, checkpoint.agencyName) }));
        focusLater('round-h1');
    });
    if (answer?.status === 412 || answer?.status === 409) {
        loadCheckpoint(page, checkpoint.id);
    }
}

function withdraw(page, { checkpoint }) {
    const { s } = page;
    askKept(page, `withdraw.${checkpoint.id}`, {
        title: s.t('filing.withdrawTitle'), confirm: s.t('filing.withdraw'), values: { reason: '' },
        body: (values, change, problem) => textArea(s, {
            form: 'dialog', name: 'reason', label: s.t('form.reason'), maxlength: 5000, errors: errorsOf(problem),
            value: values.reason, change: (reason) => change({ reason }),
        }),
        run: async ({ reason }) => {
            const answer = await page.api.post(`/api/v1/checkpoints/${encodeURIComponent(checkpoint.id)}/withdrawals`,
                reason.trim() ? { reason: reason.trim() } : {}, { etag: checkpoint.etag });
            if (answer.ok) {
                page.set({ review: null, filing: null });
                loadCheckpoint(page, checkpoint.id);
                loadQueue(page);
                tell(page, s.t('filing.withdrawn'));
            }
            return answer.problem;
        },
    });
}
