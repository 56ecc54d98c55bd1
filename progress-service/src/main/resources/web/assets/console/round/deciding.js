/** Deciding on what was filed: what is typed is kept until it is sent, and what others decide meanwhile is not written over. */
import { plain } from '../../parts.js';
import { SECTIONS } from './comparison.js';
import { filtersOf, loadQueue } from './queue.js';
import { loadCheckpoint, neighbours } from './review.js';
import { address, draftOf, focusLater, tell } from './pieces.js';

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

export function giveUp(page, checkpoint) {
    draftOf(page, `review.${checkpoint.id}`).forget();
    page.set({ review: null });
    tell(page, page.s.t('review.givenUp'));
    focusLater('round-h1');
}

/** What is missing is said before anything is sent. */
function missing(s, review) {
    const wrong = (pointer, detail) => ({ title: s.t('form.failed'), detail, status: 422, errors: [{ pointer, detail }] });
    if (!review.decision) {
        return wrong('decision', s.t('review.decideFirst'));
    }
    return review.decision === 'RETURN' && !review.reason.trim() ? wrong('reason', s.t('review.reasonNeeded')) : null;
}

export async function confirm(page, data) {
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
