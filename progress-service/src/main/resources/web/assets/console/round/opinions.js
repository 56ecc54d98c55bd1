/** The opinions of the committee: what was answered, and closing them; answering for agencies without reporters. */
import { h } from '../../h.js';
import { notice } from '../../parts.js';
import { button, errorsOf, textArea } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load } from '../../work/loading.js';
import { askKept } from './kept.js';
import { address, agency, agencyPlain, head, learnAgencies, prose, tell } from './pieces.js';

export const opinions = { path: 'opinions', nav: 'advice.nav', arrived, view };
const STATUSES = ['ANSWERED', 'OPEN', 'CLOSED'];

function arrived(page) {
    learnAgencies(page);
    loadOpinions(page);
}

function loadOpinions(page) {
    return load(page, 'opinions', 'opinions', (api) => api.all('/api/v1/opinions'));
}

function view(page) {
    const { s } = page;
    return [
        head(page, { title: s.t('advice.nav'), note: s.t('advice.note') }),
        shown(page, 'opinions', (all) => list(page, all)),
    ];
}

function list(page, all) {
    const { s } = page;
    const chosen = STATUSES.includes(page.query.get('show')) ? page.query.get('show') : 'ANSWERED';
    const items = all.filter(({ status }) => status === chosen).sort((one, other) => other.givenAt.localeCompare(one.givenAt));
    return h('section', { class: 'card round-card', key: 'opinions', 'aria-labelledby': 'advice-title' },
        h('nav', { 'aria-label': s.t('review.lists') }, h('ul', { class: 'round-lists' }, STATUSES.map((status) =>
            h('li', { key: status }, h('a', {
                class: 'round-list', href: address('opinions', { show: status === 'ANSWERED' ? null : status }),
                'aria-current': status === chosen ? 'page' : null,
            }, s.t(`advice.list.${status}`), ' ', h('strong', null, s.number(all.filter((one) => one.status === status).length))))))),
        h('h2', { id: 'advice-title', class: 'round-list-title' }, s.t(`advice.list.${chosen}`)),
        items.length === 0
            ? notice(s.t(`advice.none.${chosen}`), null)
            : h('ul', { class: 'round-opinions' }, items.map((opinion) => opinionItem(page, opinion, () => loadOpinions(page)))));
}

/** @param {function(): Promise} again loads anew what it stands in */
export function opinionItem(page, opinion, again) {
    const { s } = page;
    const may = (to) => opinion.allowedTransitions.includes(to);
    return h('li', { key: opinion.id, class: 'round-opinion' },
        h('p', null, h('span', { class: 'round-state', 'data-opinion': opinion.status }, s.named('opinion', opinion.status)), ' ',
            h('strong', null, s.t('advice.to'), ' ', agency(page, opinion.addressedTo))),
        h('p', { class: 'card-note' },
            opinion.task ? h('a', { href: `/tasks/${opinion.task}` }, opinion.task) : s.t('advice.onWhole'), ' · ',
            opinion.meeting ? [h('a', { href: address(`meetings/${opinion.meeting}`) }, opinion.meeting), ' · '] : null, s.instantDay(opinion.givenAt)),
        h('p', { class: 'round-opinion-text' }, prose(s, opinion.text)),
        opinion.sentBackReason && h('p', { class: 'round-callout' }, h('strong', null, s.t('advice.sentBack')), ' ', opinion.sentBackReason),
        opinion.answer && h('div', { class: 'round-answer' },
            h('p', { class: 'card-note' }, s.t('advice.answer'), ' · ', opinion.answeredByAgency && [agency(page, opinion.answeredByAgency), ' · '],
                opinion.answeredAt && s.instantDay(opinion.answeredAt)),
            h('p', null, prose(s, opinion.answer))),
        opinion.closingReason && h('p', null, h('strong', null, s.t('advice.closing')), ' ', prose(s, opinion.closingReason)),
        (may('ANSWERED') || may('CLOSED')) && h('div', { class: 'actions' },
            may('ANSWERED') && button(s, { key: 'answer', label: s.t('advice.move.ANSWERED'), kind: 'is-small', run: () => move(page, opinion, 'ANSWERED', again) }),
            may('CLOSED') && button(s, { key: 'close', label: s.t('advice.move.CLOSED'), kind: 'is-small', run: () => move(page, opinion, 'CLOSED', again) })));
}

async function move(page, opinion, to, again) {
    const { s } = page;
    const path = `/api/v1/opinions/${opinion.id}`;
    let now = { data: opinion, etag: null };
    askKept(page, `opinion.${opinion.id}.${to}`, {
        title: s.t(`advice.moveTitle.${to}`, { agency: agencyPlain(page, opinion.addressedTo) }), confirm: s.t(`advice.move.${to}`), values: { reason: '' },
        body: (values, change, problem) => [
            now.data.version !== opinion.version && h('div', { class: 'round-callout', key: 'now' },
                h('p', null, h('strong', null, s.t('conflict.title'))),
                h('p', null, s.named('opinion', now.data.status), ': ', prose(s, now.data.closingReason ?? now.data.answer ?? now.data.text))),
            h('p', { key: 'text', class: 'round-opinion-text' }, prose(s, now.data.text)),
            to === 'CLOSED' && now.data.answer && h('div', { class: 'round-answer', key: 'answer' },
                h('p', { class: 'card-note' }, s.t('advice.answer')), h('p', null, prose(s, now.data.answer))),
            textArea(s, {
                form: 'dialog', name: 'reason', label: s.t(`advice.reason.${to === 'CLOSED' && !now.data.answer ? 'UNANSWERED' : to}`),
                required: true, maxlength: 5000, errors: errorsOf(problem), value: values.reason, change: (reason) => change({ reason }),
            }),
        ],
        run: async ({ reason }) => {
            now = now.etag ? { ...now, problem: null } : await sameVersion(page, path, opinion);
            const answer = now.problem ? now : await page.api.post(`${path}/status-transitions`, { to, reason }, { etag: now.etag });
            if (answer.ok) {
                await again();
                tell(page, s.t(`advice.done.${to}`));
            } else if (answer.status === 412 || answer.status === 409) {
                now = await page.api.get(path).then((fresh) => (fresh.ok ? fresh : now));
                again();
            }
            return answer.problem;
        },
    });
}

/** The tag of the version that was read; where it is another by now that is said before anything is sent. */
async function sameVersion(page, path, opinion) {
    const answer = await page.api.get(path);
    return answer.ok && answer.data.version !== opinion.version
        ? { ...answer, ok: false, status: 412, problem: { status: 412, title: page.s.t('conflict.title'), detail: page.s.t('advice.lookAgain'), errors: [] } }
        : answer.ok ? answer : { ...answer, data: opinion };
}
