/** What the committee asked this agency, what was answered, and the answer to be given. */
import { h } from '../h.js';
import { content } from '../parts.js';
import { draft } from '../work/drafts.js';
import { loaded } from '../work/loaded.js';
import { button, errorsOf, problemBox, textArea } from '../work/forms.js';
import { conflictBox } from '../work/conflict.js';
import { back, facts } from './pieces.js';

const LONGEST = 5000;

export async function loadOpinion(page) {
    const { api, path: [, id], session } = page;
    const at = `/api/v1/opinions/${encodeURIComponent(id)}`;
    const [found, steps] = await Promise.all([api.get(at), api.all(`${at}/history`)]);
    const failed = [found, steps].find((answer) => !answer.ok);
    const task = !failed && found.data.task ? await api.get(`/api/v1/tasks/${encodeURIComponent(found.data.task)}`) : null;
    page.set(({ opinion: before }) => ({
        opinion: failed ? { id, problem: failed.problem } : {
            ...(before?.id === id ? before : { text: draft(session.name, `opinion.${id}`).read() ?? '' }), id, problem: null,
            etag: found.etag, data: { opinion: found.data, steps: steps.data, task: task?.ok ? task.data : null },
        },
    }));
}

export function opinion(page) {
    const { s, state } = page;
    const slot = state.opinion?.id === page.path[1] ? state.opinion : undefined;
    return loaded(s, slot, () => loadOpinion(page), ({ opinion: asked, steps, task }) => [
        back(s),
        h('section', { class: 'card', key: 'asked' },
            h('h1', null, s.t('desk.opinionTitle')),
            facts([
                [s.t('opinion.task'), task ? [h('a', { href: `/tasks/${task.code}` }, content(s, task.title)), ' ', task.code]
                    : asked.task ?? s.t('desk.onWholePlan')],
                [s.t('opinion.meeting'), asked.meeting
                    ? h('a', { href: `/reports/meetings/${encodeURIComponent(asked.meeting)}` }, asked.meeting) : s.t('opinion.noMeeting')],
                [s.t('opinion.givenAt'), s.instant(asked.givenAt)],
                [s.t('sheet.status'), s.t(`opinion.${asked.status}`)],
            ]),
            h('blockquote', { class: 'prose', lang: s.languageOf(asked.text) }, asked.text)),
        slot.done && h('p', { class: 'done-line', id: 'opinion-done', tabindex: -1, key: 'done' }, s.t('opinion.answered')),
        asked.status === 'OPEN' && asked.allowedTransitions.includes('ANSWERED') && answerForm(page, slot, asked),
        trail(s, steps),
    ]);
}

function answerForm(page, slot, asked) {
    const { s } = page;
    return h('form', { class: 'card', key: 'answer', novalidate: true, 'aria-labelledby': 'answer-title',
        on: { submit: (event) => { event.preventDefault(); send(page); } } },
        h('h2', { id: 'answer-title' }, s.t('opinion.answerTitle')),
        asked.sentBackReason && h('p', { class: 'comment', lang: s.languageOf(asked.sentBackReason) },
            h('b', { lang: s.language }, s.t('desk.sentBack')), ' ', asked.sentBackReason),
        problemBox(s, slot.trouble, { form: 'answer', labelOf: (name) => (name === 'reason' ? s.t('opinion.answer') : null) }),
        slot.overtaken && conflictBox(s, { by: null, at: null,
            rows: [{ label: s.t('opinion.answer'), mine: slot.text || '–', theirs: asked.answer ?? '–' }],
            keep: () => set(page, { overtaken: false }), take: () => { type(page, ''); set(page, { overtaken: false }); } }),
        textArea(s, { form: 'answer', name: 'reason', label: s.t('opinion.answer'), hint: s.t('opinion.answerHint'), required: true,
            rows: 8, maxlength: LONGEST, value: slot.text, change: (text) => type(page, text), errors: errorsOf(slot.trouble) }),
        h('div', { class: 'actions' }, button(s, { label: s.t('opinion.send'), type: 'submit', kind: 'is-primary', busy: slot.busy })));
}

function trail(s, steps) {
    return h('section', { class: 'card', key: 'trail', 'aria-labelledby': 'trail-title' },
        h('h2', { id: 'trail-title' }, s.t('sheet.history')),
        h('ol', { class: 'steps' }, steps.toReversed().map((step) => h('li', { key: step.version },
            h('p', null, h('b', null, s.t(step.from === null || step.from === undefined ? 'opinion.step.GIVEN' : `opinion.step.${step.from}.${step.to}`)),
                ' ', h('span', { class: 'owed-facts' }, [s.instant(step.at), step.actorAgency].filter(Boolean).join(' · '))),
            step.reason && h('p', { class: 'prose', lang: s.languageOf(step.reason) }, step.reason)))));
}

function set(page, changes) {
    page.set(({ opinion: slot }) => ({ opinion: { ...slot, ...changes } }));
}

function type(page, text) {
    draft(page.session.name, `opinion.${page.state.opinion.id}`).keep(text);
    set(page, { text });
}

async function send(page) {
    const { api, s, state: { opinion: slot } } = page;
    set(page, { busy: true, trouble: null, done: false });
    const answer = await api.post(`/api/v1/opinions/${encodeURIComponent(slot.id)}/status-transitions`,
        { to: 'ANSWERED', reason: slot.text }, { etag: slot.etag });
    if (answer.ok) {
        draft(page.session.name, `opinion.${slot.id}`).forget();
        set(page, { busy: false, done: true, text: '' });
        await loadOpinion(page);
        page.announce(s.t('opinion.answered'));
        requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('opinion-done')?.focus()));
    } else if (answer.status === 412 || answer.status === 409) {
        await loadOpinion(page);
        set(page, { busy: false, overtaken: true, trouble: answer.status === 409 ? answer.problem : null });
    } else {
        set(page, { busy: false, trouble: answer.problem });
    }
}
