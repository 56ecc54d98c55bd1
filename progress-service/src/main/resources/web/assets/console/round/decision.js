/** The decision on what was filed: accepted, or returned with a reason. What is typed is kept until it is sent. */
import { h } from '../../h.js';
import { plain } from '../../parts.js';
import { button, choiceField, errorsOf, problemBox, textArea, textField } from '../../work/forms.js';
import { SECTIONS } from './comparison.js';
import { filtersOf, loadQueue } from './queue.js';
import { loadCheckpoint, neighbours } from './review.js';
import { stepLine } from './trail.js';
import { address, card, draftOf, focusLater, tell } from './pieces.js';

/** Whether the API lets the caller decide now. */
export function mayDecide({ checkpoint }) {
    return checkpoint.allowedTransitions.includes('ACCEPTED');
}

/** Begins with what was kept, or with nothing; what is typed now stays when the checkpoint is loaded anew. */
export function openDecision(page, { checkpoint }) {
    if (page.state.review?.of === checkpoint.id) {
        return;
    }
    const kept = draftOf(page, `review.${checkpoint.id}`).read();
    page.set({ review: {
        of: checkpoint.id, no: checkpoint.latestNo, version: checkpoint.version,
        decision: null, reason: '', dueOn: '', comments: {}, ...kept, problem: null, busy: false, steps: null, kept: kept !== null,
    } });
}

export function change(page, changes) {
    const review = { ...page.state.review, ...changes };
    page.set({ review });
    const { no, version, decision, reason, dueOn, comments } = review;
    draftOf(page, `review.${review.of}`).keep({ no, version, decision, reason, dueOn, comments });
}

export function choose(page, decision) {
    change(page, { decision, problem: null });
    focusLater(decision === 'RETURN' ? 'review-reason' : 'review-confirm');
}

export function decision(page, data) {
    const { s, state: { review } } = page;
    const { checkpoint } = data;
    if (review?.of !== checkpoint.id) {
        return null;
    }
    if (checkpoint.status !== 'SUBMITTED') {
        return review.steps && settled(page, checkpoint);
    }
    if (!mayDecide(data)) {
        return card(s.t('review.decision'), 'decision-title', null, h('div', { class: 'round-callout is-refused', role: 'note' },
            h('p', null, h('strong', null, s.t('review.ownTitle'))), h('p', null, s.t('review.ownHint'))),
            nextLink(page, checkpoint.id));
    }
    return card(s.t('review.decision'), 'decision-title', s.t('review.decides', { no: checkpoint.latestNo }),
        changedMeanwhile(page),
        problemBox(s, review.problem, { form: 'review', labelOf: (name) => labels(s)[name] ?? null }),
        stale(page, checkpoint),
        form(page, data));
}

const labels = (s) => ({ reason: s.t('form.reason'), dueOn: s.t('review.dueOn') });

function nextLink(page, id) {
    const { after } = neighbours(page, id);
    return after && h('p', { class: 'actions' },
        h('a', { class: 'button', href: address(`review/${after.id}`, filtersOf(page)) }, page.s.t('review.next')));
}

/** Another one was faster and nothing is left to decide: what was typed can be read until it is given up. */
function settled(page, checkpoint) {
    const { s, state: { review } } = page;
    return card(s.t('review.decision'), 'decision-title', null,
        changedMeanwhile(page),
        review.reason && h('p', { class: 'round-callout' }, h('strong', null, s.t('conflict.mine')), ' ', review.reason),
        said(page),
        h('div', { class: 'actions' }, button(s, { label: s.t('review.giveUp'), run: () => giveUp(page, checkpoint) })),
        nextLink(page, checkpoint.id));
}

function giveUp(page, checkpoint) {
    draftOf(page, `review.${checkpoint.id}`).forget();
    page.set({ review: null });
    tell(page, page.s.t('review.givenUp'));
    focusLater('round-h1');
}

/** What was typed for an earlier version says so. */
function stale(page, checkpoint) {
    const { s, state: { review } } = page;
    return review.no !== checkpoint.latestNo
        && h('p', { class: 'round-callout', key: 'stale' }, s.t('review.typedFor', { no: review.no, latest: checkpoint.latestNo }));
}

function changedMeanwhile(page) {
    const { s, state: { review } } = page;
    return review.steps && h('div', { class: 'problem is-conflict', role: 'alert', key: 'changed', id: 'review-changed', tabindex: -1 },
        h('p', { class: 'problem-title' }, s.t('review.changedTitle')),
        h('p', null, s.t('review.changedHint')),
        h('ul', { class: 'round-steps' }, review.steps.map((step) => stepLine(page, step))));
}

function form(page, data) {
    const { s, state: { review } } = page;
    const errors = errorsOf(review.problem);
    const returning = review.decision === 'RETURN';
    return h('form', {
        key: 'form',
        on: {
            submit: (event) => { event.preventDefault(); confirm(page, data); },
            keydown: (event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                    event.preventDefault();
                    confirm(page, data);
                }
            },
        },
    },
        choiceField(s, {
            form: 'review', name: 'decision', label: s.t('review.decide'), required: true, errors, value: review.decision,
            options: ['ACCEPT', 'RETURN'].map((value) => ({ value, label: s.t(`review.decision.${value}`) })),
            change: (value) => change(page, { decision: value, problem: null }),
        }),
        review.decision && textArea(s, {
            form: 'review', name: 'reason', label: returning ? s.t('review.reasonReturn') : s.t('review.reasonAccept'),
            hint: returning ? s.t('review.reasonReturnHint') : null, required: returning, rows: returning ? 4 : 2, maxlength: 5000,
            errors, value: review.reason, change: (reason) => change(page, { reason }),
        }),
        returning && textField(s, {
            form: 'review', name: 'dueOn', type: 'date', label: s.t('review.dueOn'), hint: s.t('review.dueOnHint'), errors,
            value: review.dueOn, change: (dueOn) => change(page, { dueOn }),
        }),
        said(page),
        h('div', { class: 'actions' },
            button(s, {
                label: s.t(review.decision ? `review.confirm.${review.decision}` : 'review.confirm'), type: 'submit', kind: 'is-primary',
                id: 'review-confirm', busy: review.busy,
            }),
            button(s, { label: s.t('keys.open'), kind: 'is-small', run: () => page.set({ keysShown: !page.state.keysShown }), id: 'keys-open' })));
}

/** The comments so far, each leading to its section. */
function said(page) {
    const { s, state: { review } } = page;
    const written = SECTIONS.filter((section) => review.comments[section]?.trim());
    return written.length > 0 && h('div', { key: 'said' },
        h('p', { class: 'round-said-title' }, s.t('review.comments', { count: written.length })),
        h('ul', { class: 'round-said-list' }, written.map((section) => h('li', { key: section },
            h('a', { href: `#comment-${section}`, on: { click: (event) => {
                event.preventDefault();
                document.getElementById(`comment-${section}`)?.focus();
            } } }, s.t(`section.${section}`)), ': ', review.comments[section]))));
}

/** What is missing is said before anything is sent. */
function missing(s, review) {
    const wrong = (pointer, detail) => ({ title: s.t('form.failed'), detail, status: 422, errors: [{ pointer, detail }] });
    if (!review.decision) {
        return wrong('decision', s.t('review.decideFirst'));
    }
    return review.decision === 'RETURN' && !review.reason.trim() ? wrong('reason', s.t('review.reasonNeeded')) : null;
}

async function confirm(page, data) {
    const { s, state: { review } } = page;
    const { checkpoint } = data;
    if (review.busy) {
        return;
    }
    const lacking = missing(s, review);
    if (lacking) {
        page.set({ review: { ...review, problem: lacking } });
        focusLater(lacking.errors[0].pointer === 'reason' ? 'review-reason' : 'review-problem');
        return;
    }
    page.set({ review: { ...review, busy: true, problem: null, steps: null } });
    const answer = await page.api.post(`/api/v1/checkpoints/${encodeURIComponent(checkpoint.id)}/reviews`, bodyOf(review), { etag: checkpoint.etag });
    if (answer.ok) {
        decided(page, checkpoint, answer.data);
    } else if (answer.status === 412 || answer.status === 409) {
        await overtaken(page, checkpoint, answer.problem);
    } else {
        page.set({ review: { ...page.state.review, busy: false, problem: answer.problem } });
        focusLater('review-problem');
    }
}

function bodyOf({ decision, reason, dueOn, comments }) {
    const body = { decision, comments: SECTIONS.filter((section) => comments[section]?.trim())
        .map((section) => ({ section, text: comments[section].trim() })) };
    if (reason.trim()) {
        body.reason = reason.trim();
    }
    if (decision === 'RETURN' && dueOn) {
        body.dueOn = dueOn;
    }
    return body;
}

/** The next one follows by itself; where none is left, the queue says so. */
function decided(page, checkpoint, answer) {
    const { s } = page;
    const { after } = neighbours(page, checkpoint.id);
    draftOf(page, `review.${checkpoint.id}`).forget();
    const text = s.t(`review.done.${answer.status}`, {
        title: plain(s, checkpoint.taskTitle), agency: plain(s, checkpoint.agencyName),
        due: answer.returnedDueOn ? s.date(answer.returnedDueOn) : '',
    });
    page.set({ review: null, checkpoint: null });
    const path = address(after ? `review/${after.id}` : 'review', filtersOf(page));
    page.go(path);
    tell(page, after ? text : `${text} ${s.t('review.allDone')}`);
    focusLater('round-h1');
}

/** Somebody was faster: what they did is shown, and what was typed here stays. */
async function overtaken(page, checkpoint, problem) {
    const seen = page.state.review.version;
    const answer = await loadCheckpoint(page, checkpoint.id);
    loadQueue(page);
    const steps = answer.ok ? answer.data.history.filter(({ version }) => version > seen) : [];
    page.set({ review: {
        ...page.state.review, busy: false,
        version: answer.ok ? answer.data.checkpoint.version : seen,
        ...(steps.length > 0 ? { steps, problem: null } : { steps: null, problem }),
    } });
    if (answer.ok && answer.data.checkpoint.status !== 'SUBMITTED') {
        tell(page, page.s.t('review.settledMeanwhile'));
    }
    focusLater(steps.length > 0 ? 'review-changed' : 'review-problem');
}

