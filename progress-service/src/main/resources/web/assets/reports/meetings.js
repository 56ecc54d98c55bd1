/** The meetings of the committee, the latest first. */
import { h } from '../h.js';
import { notice } from '../parts.js';
import { loaded } from '../work/loaded.js';

export async function loadMeetings(page) {
    const plan = page.query.get('plan');
    const answer = await page.api.all(`/api/v1/meetings?sort=-heldOn${plan ? `&plan=${encodeURIComponent(plan)}` : ''}`);
    page.set({ meetings: answer.ok ? { data: answer.data } : { problem: answer.problem } });
}

export function meetings(page) {
    const { s, state } = page;
    return loaded(s, state.meetings, () => loadMeetings(page), (items) => [
        h('header', { class: 'plain-head', key: 'head' }, h('h1', null, s.t('reports.meetings')), h('p', null, s.t('reports.meetingsNote'))),
        items.length === 0
            ? h('div', { class: 'card', key: 'none' }, notice(s.t('reports.noMeetings'), s.t('reports.noMeetingsHint')))
            : h('ol', { class: 'snapshots', key: 'list' }, items.map((item) => h('li', { key: item.id, class: 'card' },
                h('h2', null, h('a', { href: `/reports/meetings/${encodeURIComponent(item.id)}` }, nameOf(s, item))),
                h('p', { class: 'owed-facts' }, heldAt(s, item), ' · ', item.place ?? s.t('page.notStated'), ' · ', item.plan),
                item.agenda.length > 0 && h('ul', { class: 'dotted' }, item.agenda.map((line, index) =>
                    h('li', { key: index, lang: s.languageOf(line) }, line)))))),
    ]);
}

export function nameOf(s, { no, plan }) {
    return no === null || no === undefined ? s.t('reports.meetingOf', { plan }) : s.t('reports.meetingNo', { no });
}

export function heldAt(s, { heldAt: at, heldOn }) {
    return at ? s.instant(at).replace(/:00$/, '') : heldOn ? s.date(heldOn) : s.t('page.notStated');
}
