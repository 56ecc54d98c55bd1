/** The decision on what was filed, as it is shown: accepted, or returned with a reason. */
import { h } from '../../h.js';
import { button, choiceField, errorsOf, problemBox, textArea, textField } from '../../work/forms.js';
import { SECTIONS } from './comparison.js';
import { change, confirm, giveUp, mayDecide } from './deciding.js';
import { filtersOf } from './queue.js';
import { neighbours } from './review.js';
import { stepLine } from './trail.js';
import { address, card } from './pieces.js';

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
