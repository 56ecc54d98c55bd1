/** One opinion: what was asked, every answer, and what the reader may do about it. */
import { h } from '../h.js';
import { content } from '../parts.js';
import { askReason } from '../work/dialog.js';
import { conflictBox } from '../work/conflict.js';
import { button, problemBox } from '../work/forms.js';
import { loaded } from '../work/loaded.js';
import { agencyOf, facts, opinionStanding, prose, section } from './pieces.js';

export async function loadOpinion(page) {
    const { api, path: [, id] } = page;
    const at = `/api/v1/opinions/${encodeURIComponent(id)}`;
    const [found, steps, agencies] = await Promise.all([api.get(at), api.all(`${at}/history`), api.all('/api/v1/agencies')]);
    const failed = [found, steps, agencies].find((answer) => !answer.ok);
    const task = !failed && found.data.task ? await api.get(`/api/v1/tasks/${encodeURIComponent(found.data.task)}`) : null;
    page.set(({ opinion: before }) => ({ opinion: failed ? { id, problem: failed.problem } : {
        ...(before?.id === id ? before : null), id, problem: null, etag: found.etag,
        data: { opinion: found.data, steps: steps.data, agencies: agencies.data, task: task?.ok ? task.data : null } } }));
}

export function opinion(page) {
    const { s, path, state } = page;
    const slot = state.opinion?.id === path[1] ? state.opinion : undefined;
    return loaded(s, slot, () => loadOpinion(page), ({ opinion: given, steps, agencies, task }) => [
        h('nav', { class: 'way-back', key: 'back', 'aria-label': s.t('reports.way') }, h('a', { href: '/reports/opinions' }, `‹ ${s.t('reports.opinions')}`)),
        h('section', { class: 'card', key: 'given' },
            h('h1', null, s.t('reports.opinion')),
            facts([
                [s.t('reports.task'), task ? [h('a', { href: `/tasks/${encodeURIComponent(given.task)}` }, content(s, task.title)), ' ', given.task]
                    : given.task ?? s.t('report.onTheWhole')],
                [s.t('reports.addressedTo'), agencyOf(s, agencies, given.addressedTo)],
                [s.t('reports.meeting'), given.meeting
                    ? h('a', { href: `/reports/meetings/${encodeURIComponent(given.meeting)}` }, given.meeting) : s.t('reports.noMeeting')],
                [s.t('reports.givenAt'), s.instant(given.givenAt)],
                [s.t('report.column.opinionStatus'), opinionStanding(s, given.status)],
            ]),
            h('blockquote', { class: 'prose', lang: s.languageOf(given.text) }, given.text)),
        slot.done && h('p', { class: 'done-line', id: 'opinion-done', tabindex: -1, key: 'done' }, s.t(slot.done)),
        overtaken(page, slot, given),
        answer(page, slot, given),
        section(s, { id: 'trail', title: s.t('reports.history') }, h('ol', { class: 'steps' }, steps.toReversed().map((step) => h('li', { key: step.version },
            h('p', null, h('b', null, s.t(step.from ? `opinion.step.${step.from}.${step.to}` : 'opinion.step.GIVEN')), ' ',
                h('span', { class: 'owed-facts' }, [s.instant(step.at), step.actorAgency].filter(Boolean).join(' · '))),
            step.reason && prose(s, step.reason))))),
    ]);
}

function answer(page, slot, given) {
    const { s, session } = page;
    const mine = session.roles?.includes('reporter') && given.allowedTransitions.includes('ANSWERED');
    const moves = mine ? [] : given.allowedTransitions;
    return section(s, { id: 'answer', title: s.t('report.column.answer') },
        given.answer ? [
            prose(s, given.answer),
            h('p', { class: 'owed-facts' }, [given.answeredByAgency, given.answeredAt && s.instant(given.answeredAt)].filter(Boolean).join(' · ')),
        ] : h('p', { class: 'card-note' }, s.t(given.status === 'CLOSED' ? 'reports.closedUnanswered' : 'reports.awaitsAnswer')),
        given.sentBackReason && h('p', { class: 'comment' }, h('b', null, s.t('reports.sentBack')), ' ', given.sentBackReason),
        given.closingReason && h('p', { class: 'comment' }, h('b', null, s.t('reports.closedBecause')), ' ', given.closingReason),
        problemBox(s, slot.trouble, { form: 'opinion' }),
        (mine || moves.length > 0) && h('div', { class: 'actions' },
            mine && h('a', { class: 'button is-primary', href: `/desk/opinions/${given.id}` }, s.t('reports.answerAtDesk')),
            moves.toSorted().map((to) => button(s, { key: to, label: s.t(moveKey(given.status, to)), kind: to === 'CLOSED' && given.status === 'ANSWERED' ? 'is-primary' : '',
                run: () => move(page, to) }))));
}

function moveKey(from, to) {
    return `reports.move.${from}.${to}`;
}

function move(page, to, reason = '') {
    const { s, state: { opinion: { data: { opinion: given } } } } = page;
    const key = moveKey(given.status, to);
    askReason(page, {
        title: s.t(key), hint: s.t(`${key}.hint`), confirm: s.t(key), values: { reason },
        label: to === 'ANSWERED' ? s.t('report.column.answer') : undefined,
        run: (values) => send(page, to, values.reason),
    });
}

async function send(page, to, reason) {
    const { api, s, state: { opinion: slot } } = page;
    const set = (changes) => page.set((state) => ({ opinion: { ...state.opinion, ...changes } }));
    set({ trouble: null, done: null });
    const sent = await api.post(`/api/v1/opinions/${encodeURIComponent(slot.id)}/status-transitions`, { to, reason }, { etag: slot.etag });
    if (sent.status === 412 || sent.status === 409) {
        await loadOpinion(page);
        set({ overtaken: { to, reason } });
        return null;
    }
    if (!sent.ok) {
        return sent.problem;
    }
    await loadOpinion(page);
    page.set(({ opinions }) => ({ opinions: opinions && { ...opinions, stale: true } }));
    set({ done: `reports.moved.${to}` });
    page.announce(s.t(`reports.moved.${to}`));
    return null;
}

/** Somebody moved it meanwhile: where it stands now and what one had meant to do stand side by side. */
function overtaken(page, slot, given) {
    const { s } = page;
    const { overtaken: meant } = slot;
    if (!meant) {
        return null;
    }
    const give = (then) => {
        page.set(({ opinion: before }) => ({ opinion: { ...before, overtaken: null } }));
        then?.();
    };
    const last = slot.data.steps.at(-1);
    return conflictBox(s, { by: last?.actorAgency ?? null, at: last?.at ?? null, rows: [
        { label: s.t('report.column.opinionStatus'), mine: s.t(`opinion.${meant.to}`), theirs: s.t(`opinion.${given.status}`) },
        { label: s.t('form.reason'), mine: meant.reason || '–', theirs: last?.reason ?? '–' },
    ], keep: () => give(given.allowedTransitions.includes(meant.to) ? () => move(page, meant.to, meant.reason) : null), take: () => give() });
}
