/** One meeting: what is on its agenda, who attended, what frozen reports it reviewed, and the opinions that were given. */
import { h } from '../h.js';
import { loaded } from '../work/loaded.js';
import { button, problemBox } from '../work/forms.js';
import { facts, opinionStanding, prose, section } from './pieces.js';
import { heldAt, nameOf } from './meetings.js';
import { fileList } from './published.js';

export async function loadMeeting(page) {
    const { api, path: [, id], session } = page;
    const found = await api.get(`/api/v1/meetings/${encodeURIComponent(id)}`);
    if (!found.ok) {
        page.set({ meeting: { id, problem: found.problem } });
        return;
    }
    const [snapshots, opinions] = await Promise.all([
        api.all(`/api/v1/snapshots?plan=${encodeURIComponent(found.data.plan)}&sort=-no`),
        session.signedIn ? api.all(`/api/v1/opinions?meeting=${encodeURIComponent(id)}&sort=givenAt`) : { ok: true, data: [] },
    ]);
    const failed = [snapshots, opinions].find((answer) => !answer.ok);
    page.set({ meeting: failed ? { id, problem: failed.problem } : { id, checks: {}, data: {
        meeting: found.data, opinions: opinions.data,
        snapshots: snapshots.data.filter((one) => found.data.snapshots.includes(one.id) || one.meeting === id) } } });
}

export function meeting(page) {
    const { s, path, session, state } = page;
    const slot = state.meeting?.id === path[1] ? state.meeting : undefined;
    return loaded(s, slot, () => loadMeeting(page), (data) => [
        h('nav', { class: 'way-back', key: 'back', 'aria-label': s.t('reports.way') }, h('a', { href: '/reports/meetings' }, `‹ ${s.t('reports.meetings')}`)),
        head(s, data.meeting),
        section(s, { id: 'agenda', title: s.t('reports.agenda') }, data.meeting.agenda.length === 0 ? prose(s, null)
            : h('ol', { class: 'numbered' }, data.meeting.agenda.map((line, index) => h('li', { key: index, lang: s.languageOf(line) }, line)))),
        section(s, { id: 'reviewed', title: s.t('reports.reviewed'), note: s.t('reports.reviewedNote') },
            data.snapshots.length === 0 ? h('p', { class: 'card-note' }, s.t('reports.noneReviewed'))
                : h('ul', { class: 'reviewed' }, data.snapshots.map((snapshot) => reviewed(page, slot, snapshot)))),
        session.signedIn && section(s, { id: 'given', title: s.t('reports.given') }, data.opinions.length === 0
            ? h('p', { class: 'card-note' }, s.t('report.empty'))
            : h('ul', { class: 'reviewed' }, data.opinions.map(({ id, text, addressedTo, status }) => h('li', { key: id },
                h('a', { href: `/reports/opinions/${id}`, lang: s.languageOf(text) }, text),
                h('p', { class: 'owed-facts' }, addressedTo, ' ', opinionStanding(s, status))))),
        session.roles?.includes('committee') && h('div', { class: 'actions' },
            h('a', { class: 'button', href: `/reports/opinions/new?plan=${data.meeting.plan}&meeting=${encodeURIComponent(data.meeting.id)}` }, s.t('reports.give')))),
    ]);
}

function head(s, item) {
    return h('header', { class: 'card', key: 'head' },
        h('p', { class: 'owed-facts' }, item.plan),
        h('h1', null, nameOf(s, item)),
        facts([
            [s.t('reports.heldAt'), heldAt(s, item)],
            [s.t('reports.place'), item.place ?? s.t('page.notStated')],
            [s.t('reports.chair'), item.chair ?? s.t('page.notStated')],
            [s.t('reports.attendance'), item.attendance.length === 0 ? s.t('page.notStated')
                : item.attendance.map(({ kind, count }) => s.t(`attendance.${kind}`, { count })).join(' · ')],
            item.source && [s.t('reports.source'), [item.source.document, item.source.publishedOn].filter(Boolean).join(', ')],
        ]),
        item.note && prose(s, item.note));
}

function reviewed(page, slot, snapshot) {
    const { s } = page;
    const check = slot.checks[snapshot.id];
    return h('li', { key: snapshot.id },
        h('h3', null, snapshot.status === 'PUBLISHED'
            ? h('a', { href: `/reports/published/${encodeURIComponent(snapshot.id)}` }, snapshot.id) : snapshot.id, ' ',
        h('span', { class: 'mark' }, s.t(`snapshot.${snapshot.status}`))),
        h('p', { class: 'owed-facts' }, s.t('reports.frozenAt', { at: s.instant(snapshot.asOf) })),
        h('p', { class: 'owed-facts' }, s.t('reports.hash'), ' ', h('code', null, snapshot.hash)),
        fileList(s, editionOf(snapshot.files)),
        h('div', { class: 'actions' }, button(s, { label: s.t('reports.verify'), kind: 'is-small', busy: check?.busy, run: () => verify(page, snapshot.id),
            'aria-label': s.t('reports.verifyOf', { id: snapshot.id }) })),
        check && !check.busy && verdict(s, check));
}

/** Of both editions the one that holds more; the public sees only its own. */
function editionOf(files) {
    const government = files.filter(({ edition }) => edition === 'GOVERNMENT');
    return government.length > 0 ? government : files;
}

function verdict(s, { data, problem }) {
    if (problem) {
        return problemBox(s, problem, { form: 'verify' });
    }
    return h('div', { role: 'status', class: data.verified ? 'done-line' : 'problem' },
        h('p', null, s.t(data.verified ? 'reports.verified' : 'reports.notVerified', { count: data.filesChecked, at: s.instant(data.checkedAt) })),
        data.findings.length > 0 && h('ul', null, data.findings.map((finding, index) =>
            h('li', { key: index }, s.t('reports.finding', { what: finding.what, expected: finding.expected ?? '–', found: finding.found ?? '–' })))));
}

async function verify(page, id) {
    const set = (check) => page.set(({ meeting: slot }) => ({ meeting: { ...slot, checks: { ...slot.checks, [id]: check } } }));
    set({ busy: true });
    const answer = await page.api.get(`/api/v1/snapshots/${encodeURIComponent(id)}/verification`);
    set(answer.ok ? { data: answer.data } : { problem: answer.problem });
    if (answer.ok) {
        page.announce(page.s.t(answer.data.verified ? 'reports.verified' : 'reports.notVerified',
            { count: answer.data.filesChecked, at: page.s.instant(answer.data.checkedAt) }));
    }
}
