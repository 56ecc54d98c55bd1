/**
 * What a submission says, as the API takes it and as the form keeps it. The form keeps what was typed as text, also what is
 * not yet a number or a day; only what is whole goes to the server.
 */

const EMPTY = {
    kind: 'PROGRESS', percentComplete: '', declaredHealth: '', achievements: '', issues: '', nextSteps: '',
    measurements: {}, approval: { documentNo: '', approver: '', approvedOn: '' }, evidence: [],
};

/** What is asked with each kind. What is not asked is kept in the form and not filed. */
export const ASKED = {
    PROGRESS: ['percentComplete', 'declaredHealth', 'achievements', 'issues', 'nextSteps', 'measurements', 'approval', 'evidence'],
    NOTHING_TO_REPORT: ['percentComplete', 'declaredHealth', 'issues', 'nextSteps', 'approval', 'evidence'],
    NOT_APPLICABLE: ['issues', 'approval', 'evidence'],
};

export const REQUIRED = {
    PROGRESS: ['percentComplete', 'declaredHealth', 'achievements'],
    NOTHING_TO_REPORT: [],
    NOT_APPLICABLE: ['issues'],
};

export const NARRATIVES = ['achievements', 'issues', 'nextSteps'];

export function formOf(content) {
    const text = (value) => value === null || value === undefined ? '' : String(value);
    return {
        kind: content?.kind ?? EMPTY.kind,
        percentComplete: text(content?.percentComplete),
        declaredHealth: text(content?.declaredHealth),
        achievements: text(content?.achievements),
        issues: text(content?.issues),
        nextSteps: text(content?.nextSteps),
        measurements: Object.fromEntries((content?.measurements ?? []).map((measurement) => [measurement.indicator, {
            value: text(measurement.value), measuredOn: text(measurement.measuredOn), note: text(measurement.note),
        }])),
        approval: {
            documentNo: text(content?.approval?.documentNo), approver: text(content?.approval?.approver),
            approvedOn: text(content?.approval?.approvedOn),
        },
        evidence: (content?.evidence ?? []).map(({ title, url, file }) => ({ title, url: text(url), file: text(file) })),
    };
}

/** Everything that is whole enough for the server's draft. */
export function draftOf(form) {
    return {
        kind: form.kind,
        percentComplete: percent(form.percentComplete),
        declaredHealth: form.declaredHealth || null,
        achievements: form.achievements || null,
        issues: form.issues || null,
        nextSteps: form.nextSteps || null,
        measurements: measured(form).filter(({ value, measuredOn }) => Number.isFinite(value) && measuredOn),
        approval: form.approval.documentNo ? approvalOf(form) : null,
        evidence: evidenceOf(form).filter(({ title, url, file }) => title && (/^https?:\/\/./.test(url ?? '') || file)),
    };
}

/** What is filed: all that is asked with its kind, whole or not, so that the server can say what is missing. */
export function submissionOf(form) {
    const all = {
        percentComplete: form.percentComplete === '' ? null : Number(form.percentComplete),
        declaredHealth: form.declaredHealth || null,
        achievements: form.achievements || null,
        issues: form.issues || null,
        nextSteps: form.nextSteps || null,
        measurements: measured(form),
        approval: Object.values(form.approval).some(Boolean) ? approvalOf(form) : null,
        evidence: evidenceOf(form),
    };
    return { kind: form.kind, ...Object.fromEntries(ASKED[form.kind].map((name) => [name, all[name]])) };
}

/** The indicators that a submission measures, in their order: the pointers of errors count by it. */
export function measuredIndicators(form) {
    return Object.entries(form.measurements).filter(([, { value }]) => value !== '').map(([indicator]) => indicator);
}

function measured(form) {
    return measuredIndicators(form).map((indicator) => {
        const { value, measuredOn, note } = form.measurements[indicator];
        return { indicator, value: Number(value.replaceAll(',', '')), measuredOn: measuredOn || null, note: note || null };
    });
}

function percent(text) {
    const value = Number(text);
    return text !== '' && Number.isInteger(value) && value >= 0 && value <= 100 ? value : null;
}

function approvalOf({ approval: { documentNo, approver, approvedOn } }) {
    return { documentNo, approver: approver || null, approvedOn: approvedOn || null };
}

function evidenceOf({ evidence }) {
    return evidence.map(({ title, url, file }) => ({ title, url: url || null, file: file || null }));
}

export function sameForm(one, other) {
    return JSON.stringify(draftOf(one)) === JSON.stringify(draftOf(other));
}

/** Whether the server's draft holds everything that was typed. */
export function isWhole(form) {
    return JSON.stringify(formOf(draftOf(form))) === JSON.stringify(withoutEmpty(form));
}

function withoutEmpty(form) {
    const measurements = Object.fromEntries(Object.entries(form.measurements)
        .filter(([, { value, measuredOn, note }]) => value || measuredOn || note));
    return { ...form, measurements };
}
