/** One checkpoint: what is asked, by when, the form or what was filed, and how it came to stand as it does. */
import { h } from '../h.js';
import { loaded } from '../work/loaded.js';
import { conflictBox } from '../work/conflict.js';
import { button, problemBox } from '../work/forms.js';
import { EDITABLE, loadSheet, put } from './sheet-loading.js';
import { formOf } from './content.js';
import { back, dueDay, facts, lastReturn, moved, standing, timely, titleOf } from './pieces.js';
import { sheetForm } from './sheet-form.js';
import { differences } from './sheet-differences.js';
import { filedContent, history } from './sheet-history.js';
import { askExtension, withdraw } from './filing.js';
import { forget, type } from './keeping.js';

export function sheet(page) {
    const { s, state } = page;
    return loaded(s, state.sheet, () => loadSheet(page), (data) => [
        back(s),
        head(page, data),
        doneLine(s, state.sheet),
        returned(s, data),
        overtaken(page, data),
        body(page, data),
        extensions(page, data),
        history(s, data),
    ]);
}

function head(page, { checkpoint, cycle, today }) {
    const { s } = page;
    const dueOn = checkpoint.status === 'RETURNED' ? checkpoint.returnedDueOn : checkpoint.dueOn;
    const settled = !EDITABLE.includes(checkpoint.status);
    return h('header', { class: 'card sheet-head', key: 'head' },
        h('div', { class: 'sheet-what' },
            h('p', { class: 'owed-facts' }, s.t('round.titleOf', { period: s.period(checkpoint.period) }), ' · ',
                h('a', { class: 'code', href: `/tasks/${encodeURIComponent(checkpoint.task)}` }, checkpoint.task), ' · ',
                s.t(`role.${checkpoint.role}`)),
            h('h1', null, titleOf(s, checkpoint)),
            facts([
                [s.t('sheet.status'), [standing(s, checkpoint.status), ' ', timely(s, checkpoint)]],
                [s.t('sheet.due'), [s.date(dueOn),
                    checkpoint.extendedDueOn && h('span', { class: 'mark' }, s.t('sheet.extended')),
                    dueOn === cycle.dueOn ? moved(s, cycle.dueDerivation) : null]],
                [s.t('sheet.locks'), s.date(checkpoint.locksOn)],
            ])),
        settled ? null : dueDay(s, today, dueOn),
        (checkpoint.guidance ?? cycle.guidance) && h('details', { class: 'guidance', open: !settled },
            h('summary', null, s.t('round.guidance')),
            h('p', { class: 'prose', lang: s.languageOf(checkpoint.guidance ?? cycle.guidance) }, checkpoint.guidance ?? cycle.guidance)));
}

function doneLine(s, { done }) {
    return done && h('p', { class: 'done-line', id: 'sheet-done', key: 'done', tabindex: -1 }, s.t(done));
}

function returned(s, data) {
    const step = lastReturn(data);
    const other = step?.comments.filter(({ section }) => section === 'OTHER') ?? [];
    return step && h('section', { class: 'card returned', key: 'returned', 'aria-labelledby': 'returned-title' },
        h('h2', { id: 'returned-title' }, s.t('sheet.returnedTitle')),
        h('p', { class: 'owed-facts' }, s.t('sheet.returnedAt', {
            at: s.instant(step.at), due: s.date(data.checkpoint.returnedDueOn) })),
        h('p', { class: 'prose returned-reason', lang: s.languageOf(step.reason) }, step.reason),
        other.map(({ text }, index) => h('p', { key: index, class: 'prose', lang: s.languageOf(text) }, text)),
        step.comments.length > other.length && h('p', { class: 'field-hint' }, s.t('sheet.returnedComments')));
}

function overtaken(page, data) {
    const { s, state: { sheet: current } } = page;
    if (!current.overtaken) {
        return null;
    }
    const step = data.steps.at(-1);
    return conflictBox(s, {
        by: step ? step.actor ?? step.actorAgency ?? s.t('sheet.planners') : null, at: step?.at ?? null,
        rows: [
            { label: s.t('sheet.status'), mine: s.t('sheet.beforeFiling'), theirs: s.t(`checkpoint.${data.checkpoint.status}`) },
            ...differences(s, data, current.form, data.versions.at(-1)),
        ],
        keep: () => put(page, current.id, { overtaken: false, trouble: null }),
        take: () => {
            forget(page);
            put(page, current.id, { overtaken: false, trouble: null, correcting: false, form: formOf(data.versions.at(-1)) });
        },
    });
}

function body(page, data) {
    const { s, state: { sheet: current } } = page;
    const { checkpoint } = data;
    const fileable = EDITABLE.includes(checkpoint.status) && checkpoint.allowedTransitions.includes('SUBMITTED');
    if (fileable || current.correcting) {
        return sheetForm(page, data);
    }
    const latest = data.versions.at(-1);
    return h('section', { class: 'card', key: 'filed', 'aria-labelledby': 'filed-title' },
        h('h2', { id: 'filed-title' }, s.t(latest ? 'sheet.filedTitle' : `sheet.none.${checkpoint.status}`)),
        problemBox(s, current.trouble, { form: 'sheet' }),
        checkpoint.reason && checkpoint.status === 'WAIVED'
            && h('p', { class: 'prose', lang: s.languageOf(checkpoint.reason) }, checkpoint.reason),
        latest ? filedContent(s, data, latest) : h('p', { class: 'card-note' }, s.t(`sheet.noneHint.${checkpoint.status}`)),
        h('div', { class: 'actions' },
            checkpoint.status === 'SUBMITTED' && button(s, { label: s.t('sheet.withdraw'), run: () => withdraw(page) }),
            checkpoint.status === 'ACCEPTED' && button(s, { label: s.t('sheet.correct'), run: () => beginCorrection(page) })));
}

function beginCorrection(page) {
    const { sheet: current } = page.state;
    put(page, current.id, { correcting: true, done: null, form: formOf(current.data.versions.at(-1)) });
    type(page, {});
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('form-title')?.focus()));
}

function extensions(page, { checkpoint, extensions: asked }) {
    const { s } = page;
    const waiting = asked.some(({ status }) => status === 'ASKED');
    const possible = EDITABLE.includes(checkpoint.status) && !waiting;
    if (!possible && asked.length === 0) {
        return null;
    }
    return h('section', { class: 'card', key: 'extensions', 'aria-labelledby': 'extensions-title' },
        h('div', { class: 'card-head has-action' },
            h('h2', { id: 'extensions-title' }, s.t('sheet.extensions')),
            possible && button(s, { label: s.t('sheet.extensionAsk'), kind: 'is-small', run: () => askExtension(page) })),
        asked.length === 0 ? h('p', { class: 'card-note' }, s.t('sheet.noExtensions')) : h('ul', { class: 'steps' },
            asked.map((extension) => h('li', { key: extension.id },
                h('p', null, h('b', null, s.t(`extension.${extension.status}`)), ' ',
                    s.t('sheet.extensionUntilDay', { day: s.date(extension.grantedUntil ?? extension.until) }),
                    ' ', h('span', { class: 'owed-facts' }, s.instant(extension.decidedAt ?? extension.askedAt))),
                h('p', { class: 'prose', lang: s.languageOf(extension.reason) }, extension.reason),
                extension.decisionReason && h('p', { class: 'prose', lang: s.languageOf(extension.decisionReason) },
                    h('b', null, s.t('sheet.decisionReason')), ' ', extension.decisionReason)))));
}
