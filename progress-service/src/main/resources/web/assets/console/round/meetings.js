/** The meetings of the committee: the list of them, and one with its agenda, its attendance and what it reviewed. */
import { h } from '../../h.js';
import { content } from '../../parts.js';
import { shown } from '../../work/loaded.js';
import { load, orElse, tagged, together } from '../../work/loading.js';
import { timeOf } from './attendance.js';
import { formArrived, formView } from './meeting-form.js';
import { meetingLabel } from './take.js';
import { opinionItem } from './opinions.js';
import { address, card, facts, head, learnAgencies, prose, stated, table } from './pieces.js';

export const meetings = { path: 'meetings', nav: 'council.nav', arrived, view };

function arrived(page) {
    learnAgencies(page);
    const [, id, part] = page.path;
    if (id === 'new') {
        formArrived(page, null);
    } else if (id) {
        loadMeeting(page, id).then((answer) => answer.ok && part === 'edit' && formArrived(page, answer.data.meeting));
    } else {
        load(page, 'meetings', 'meetings', (api) => together({ plans: api.all('/api/v1/plans'), meetings: api.all('/api/v1/meetings') }));
    }
}

export function loadMeeting(page, id) {
    return load(page, 'meeting', id, (api) => together({
        meeting: tagged(api.get(`/api/v1/meetings/${encodeURIComponent(id)}`)),
        opinions: orElse(api.all(`/api/v1/opinions?meeting=${encodeURIComponent(id)}`), []),
    }));
}

function view(page) {
    const { s } = page;
    const [, id, part] = page.path;
    if (id === 'new') {
        return formView(page, null);
    }
    if (id) {
        return shown(page, 'meeting', (data) => (part === 'edit' ? formView(page, data.meeting) : one(page, data)), { alone: true });
    }
    return [
        head(page, {
            title: s.t('council.nav'), note: s.t('council.note'),
            actions: h('a', { class: 'button is-primary', href: address('meetings/new') }, s.t('council.new')),
        }),
        shown(page, 'meetings', (data) => list(page, data)),
    ];
}

function list(page, { plans, meetings: all }) {
    const { s } = page;
    const has = plans.filter(({ code }) => all.some(({ plan }) => plan === code));
    if (has.length === 0) {
        return h('div', { class: 'card', key: 'none' }, h('div', { class: 'notice' },
            h('p', { class: 'notice-title' }, s.t('council.none')), h('p', { class: 'notice-hint' }, s.t('council.noneHint'))));
    }
    return has.map((plan) => card(content(s, plan.title), `council-${plan.code}`, h('span', { class: 'code' }, plan.code),
        table(`council-table-${plan.code}`, s.t('council.of', { plan: s.content(plan.title).text }),
            ['meeting', 'place', 'attendance', 'snapshots'].map((name) => s.t(`council.column.${name}`)),
            all.filter((one) => one.plan === plan.code).sort(newestFirst).map((meeting) => h('tr', { key: meeting.id },
                h('th', { scope: 'row' }, h('a', { class: 'round-link', href: address(`meetings/${meeting.id}`) }, meetingLabel(s, meeting))),
                h('td', null, stated(s, meeting.place)),
                h('td', null, attendance(s, meeting)),
                h('td', null, meeting.snapshots.length > 0 ? meeting.snapshots.map((id, place) => [place > 0 && ', ',
                    h('a', { key: id, href: address(`snapshots/${id}`) }, id)]) : stated(s, null)))))));
}

function newestFirst(one, other) {
    return (other.heldOn ?? '').localeCompare(one.heldOn ?? '');
}

function attendance(s, meeting) {
    const present = meeting.attendance.filter(({ count }) => count > 0);
    return present.length > 0
        ? present.map(({ kind, count }) => s.t('council.present', { kind: s.t(`council.kind.${kind}`), count })).join(', ')
        : stated(s, null);
}

function one(page, { meeting, opinions }) {
    const { s } = page;
    return [
        head(page, {
            back: { href: address('meetings'), label: s.t('council.nav') }, title: meetingLabel(s, meeting),
            note: h('span', { class: 'code' }, meeting.plan),
            actions: [
                h('a', { class: 'button', key: 'take', href: address('snapshots/new', { meeting: meeting.id }) }, s.t('council.takeFor')),
                h('a', { class: 'button is-primary', key: 'edit', href: address(`meetings/${meeting.id}/edit`) }, s.t('council.edit')),
            ],
        }),
        h('div', { class: 'round-halves', key: 'one' },
            card(s.t('council.what'), 'meeting-title', null, facts([
                [s.t('council.field.heldOn'), when(s, meeting)],
                [s.t('council.field.place'), stated(s, meeting.place)],
                [s.t('council.field.chair'), stated(s, meeting.chair)],
                [s.t('council.column.attendance'), attendance(s, meeting)],
                [s.t('council.column.snapshots'), meeting.snapshots.length > 0
                    ? meeting.snapshots.map((id) => h('a', { key: id, class: 'round-item', href: address(`snapshots/${id}`) }, id)) : stated(s, null)],
                [s.t('council.field.note'), prose(s, meeting.note)],
                [s.t('council.field.source'), meeting.source ? meeting.source.document : stated(s, null)],
            ])),
            card(s.t('council.field.agenda'), 'agenda-title', null, meeting.agenda.length > 0
                ? h('ol', { class: 'round-agenda' }, meeting.agenda.map((item, place) => h('li', { key: place, lang: s.languageOf(item) }, item)))
                : h('p', null, stated(s, null)))),
        card(s.t('council.opinions'), 'opinions-title', null, opinions.length > 0
            ? h('ul', { class: 'round-opinions' }, opinions.map((opinion) => opinionItem(page, opinion, () => loadMeeting(page, meeting.id))))
            : h('p', { class: 'not-stated' }, s.t('council.noOpinions'))),
    ];
}

function when(s, { heldOn, heldAt, endsAt }) {
    if (!heldOn) {
        return stated(s, null);
    }
    return heldAt ? `${s.date(heldOn)} ${timeOf(heldAt)}${endsAt ? `–${timeOf(endsAt)}` : ''}` : s.date(heldOn);
}
