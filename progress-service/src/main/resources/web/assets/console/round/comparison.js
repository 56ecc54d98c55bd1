/** What was filed beside what it is compared with, section by section, with what differs marked. */
import { h } from '../../h.js';
import { content } from '../../parts.js';
import { selectField } from '../../work/forms.js';
import { commentButton, commentField } from './comments.js';
import { mayDecide } from './deciding.js';
import { differences } from './differences.js';
import { approvalPart, evidencePart, measurementsPart } from './figures.js';
import { address, healthWord, stated } from './pieces.js';

export const SECTIONS = [
    'PERCENT_COMPLETE', 'HEALTH', 'ACHIEVEMENTS', 'ISSUES', 'NEXT_STEPS', 'MEASUREMENTS', 'EVIDENCE', 'APPROVAL', 'OTHER',
];
const TEXTS = { ACHIEVEMENTS: 'achievements', ISSUES: 'issues', NEXT_STEPS: 'nextSteps' };

/** With what a submission can be compared, the likeliest first. */
export function basesOf({ checkpoint, submissions, earlier }, submission) {
    const before = submissions.filter(({ no }) => no < submission.no);
    const accepted = before.find(({ no }) => no === checkpoint.acceptedNo);
    const last = before.at(-1);
    return [
        accepted && { id: 'accepted', submission: accepted },
        last && last !== accepted && { id: 'last', submission: last },
        earlier?.submission && { id: 'cycle', submission: earlier.submission, period: earlier.checkpoint.period },
    ].filter(Boolean);
}

export function comparison(page, data, submission) {
    const { s } = page;
    const bases = basesOf(data, submission);
    const base = bases.find(({ id }) => id === page.query.get('against')) ?? bases[0] ?? null;
    const of = { page, data, now: submission, old: base?.submission ?? null };
    return h('section', { class: 'card round-card round-compare', key: 'compare', 'aria-labelledby': 'compare-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'compare-title' }, s.t('review.filed', { no: submission.no })),
            h('p', { class: 'card-note' }, filedNote(s, submission))),
        submission.correctionReason && h('p', { class: 'round-callout', key: 'correction' },
            h('strong', null, s.t('review.correctionReason')), ' ', submission.correctionReason),
        chooser(page, data, submission, bases, base),
        kind(of),
        SECTIONS.filter((section) => section !== 'OTHER' || mayDecide(data)).map((section) => part(of, section)));
}

function filedNote(s, submission) {
    return [
        s.instant(submission.submittedAt), ' · ', s.t(`kind.${submission.kind}`),
        submission.filedBy === 'PROXY' && [' · ', h('span', { class: 'mark' }, s.t('review.proxy'))],
        submission.inForce && [' · ', h('span', { class: 'mark' }, s.t('review.inForce'))],
    ];
}

function chooser(page, { checkpoint, submissions }, submission, bases, base) {
    const { s, query } = page;
    const go = (changes) => page.go(address(`review/${checkpoint.id}`, { ...Object.fromEntries(query), ...changes }), true);
    return h('div', { class: 'round-filters', key: 'chooser' },
        submissions.length > 1 && selectField(s, {
            form: 'compare', name: 'no', label: s.t('review.shown'), value: String(submission.no),
            options: submissions.toReversed().map(({ no, submittedAt }) => ({
                value: String(no), label: `${s.t('review.version', { no })} · ${s.instantDay(submittedAt)}`,
            })),
            change: (no) => go({ no: Number(no) === checkpoint.latestNo ? '' : no, against: '' }),
        }),
        bases.length > 0
            ? selectField(s, {
                form: 'compare', name: 'against', label: s.t('review.against'), value: base.id,
                options: bases.map(({ id, submission: { no }, period }) => ({
                    value: id, label: s.t(`review.base.${id}`, { no, period: period ? s.period(period) : '' }),
                })),
                change: (against) => go({ against }),
            })
            : h('p', { class: 'card-note', key: 'first' }, s.t('review.first')));
}

function kind({ page: { s }, now, old }) {
    if (now.kind === 'PROGRESS' && (!old || old.kind === now.kind)) {
        return null;
    }
    return h('p', { class: 'round-callout', key: 'kind' },
        h('strong', null, s.t('review.kind')), ' ',
        old && old.kind !== now.kind && [gone(s, s.t(`kind.${old.kind}`)), ' → '],
        old && old.kind !== now.kind ? added(s, s.t(`kind.${now.kind}`)) : s.t(`kind.${now.kind}`));
}

export function gone(s, text) {
    return h('del', { class: 'round-gone' }, h('span', { class: 'sr-only' }, s.t('review.gone')), text);
}

export function added(s, text) {
    return h('ins', { class: 'round-new' }, h('span', { class: 'sr-only' }, s.t('review.new')), text);
}

/** A section: its heading with whether it differs, both sides, and what the reviewer says to it. */
function part(of, section) {
    const { page: { s }, data } = of;
    const shown = section === 'OTHER' ? null : sides(of, section);
    const said = returnedWith(data, section);
    return h('section', { class: 'round-part', key: section, id: `part-${section}`, tabindex: -1, 'aria-labelledby': `part-${section}-title` },
        h('div', { class: 'round-part-head' },
            h('h3', { id: `part-${section}-title` }, s.t(`section.${section}`)),
            shown && of.old && h('span', { class: shown.differs ? 'mark is-changed' : 'mark' }, s.t(shown.differs ? 'review.changed' : 'review.same')),
            commentButton(of.page, data, section)),
        said.map((text, place) => h('p', { class: 'round-said', key: `said${place}` },
            h('strong', null, s.t('review.said')), ' ', text)),
        shown?.view,
        commentField(of.page, data, section));
}

/** What was asked for in the last return, so that one sees whether it was done. */
function returnedWith({ history }, section) {
    const last = history.toReversed().find(({ action }) => action === 'RETURNED');
    return (last?.comments ?? []).filter((comment) => comment.section === section).map(({ text }) => text);
}

function sides(of, section) {
    if (TEXTS[section]) {
        return texts(of, TEXTS[section]);
    }
    return { PERCENT_COMPLETE: percent, HEALTH: health, MEASUREMENTS: measurementsPart, EVIDENCE: evidencePart, APPROVAL: approvalPart }[section](of);
}

/** Both sides under their names; one is enough where they are the same, or where there is nothing to compare with. */
export function beside({ page: { s } }, differs, before, after) {
    return h('div', { class: `round-sides${differs ? '' : ' is-single'}` },
        differs && h('div', { class: 'round-side-old', key: 'old' }, h('p', { class: 'round-side-name' }, s.t('review.before.name')), before),
        h('div', { class: 'round-side-new', key: 'new' }, differs && h('p', { class: 'round-side-name' }, s.t('review.now.name')), after));
}

function texts(of, name) {
    const { page: { s }, old, now } = of;
    const pieces = old ? differences(old[name], now[name]) : [{ kind: 'same', text: now[name] ?? '' }];
    const side = (mine, mark, text) => h('p', { class: 'round-prose', lang: text ? s.languageOf(text) : null },
        text ? pieces.filter(({ kind: one }) => one === 'same' || one === mine)
            .map(({ kind: one, text: words }) => (one === 'same' ? words : mark(s, words))) : stated(s, null));
    const differs = old !== null && pieces.some(({ kind: one }) => one !== 'same');
    return {
        differs,
        view: beside(of, differs, old && side('gone', gone, old[name]), side('new', added, now[name])),
    };
}

function percent(of) {
    const { page: { s }, old, now } = of;
    const differs = old !== null && old.percentComplete !== now.percentComplete;
    const value = (submission) => (submission.percentComplete === null ? stated(s, null) : `${s.number(submission.percentComplete)}%`);
    const change = differs && old.percentComplete !== null && now.percentComplete !== null
        ? now.percentComplete - old.percentComplete : null;
    return {
        differs,
        view: beside(of, differs, old && gone(s, value(old)), [
            differs ? added(s, value(now)) : value(now),
            change !== null && h('span', { class: 'round-change' }, ` ${change > 0 ? '▲' : '▼'} ${s.t('review.points', { points: Math.abs(change) })}`,
                change < 0 && h('span', { class: 'mark is-warning' }, s.t('review.backwards'))),
        ]),
    };
}

function health(of) {
    const { page: { s }, old, now } = of;
    const differs = old !== null && old.declaredHealth !== now.declaredHealth;
    return {
        differs,
        view: beside(of, differs, old && gone(s, healthWord(s, old.declaredHealth)),
            differs ? added(s, healthWord(s, now.declaredHealth)) : healthWord(s, now.declaredHealth)),
    };
}

/** The name of an indicator of the task, by its code. */
export function indicatorName(s, { task }, code) {
    const known = task.indicators?.find((indicator) => indicator.code === code);
    return known ? content(s, known.name) : code;
}
