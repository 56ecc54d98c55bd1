/** What the committee said of a task, and what came of it. */
import { h } from '../h.js';
import { agencyName, joined } from '../parts.js';
import { agenciesOf } from './load.js';
import { absent, section, written } from './section.js';

export function opinions(page) {
    const { s, session, state } = page;
    const list = state.parts.opinions;
    return section('opinions', s.t('report.section.opinions'), null,
        session.signedIn
            ? absent(s, list, s.t('sheet.noOpinions')) ?? h('ol', { class: 'opinions' },
                list.toSorted((one, other) => other.givenAt.localeCompare(one.givenAt)).map((each) => opinion(page, each)))
            : h('p', { class: 'sheet-absent' }, s.t('sheet.opinionsSignIn')));
}

function opinion({ s, state }, each) {
    const agencies = agenciesOf(state);
    const named = (code) => agencyName(s, agencies.get(code), code);
    return h(
        'li',
        { key: each.id, class: 'opinion' },
        h('p', { class: 'opinion-facts' }, joined([
            h('span', { class: `mark ${each.status === 'OPEN' ? 'is-warning' : ''}` }, s.named('opinion', each.status)),
            h('span', null, s.t('sheet.addressedTo'), ' ', named(each.addressedTo)),
            each.meeting && h('a', { href: `/reports/meetings/${encodeURIComponent(each.meeting)}` }, each.meeting),
            h('time', { datetime: each.givenAt }, s.instantDay(each.givenAt)),
        ].filter(Boolean), ' · ')),
        written(s, each.text),
        each.sentBackReason && said(s, 'sentBack', s.t('sheet.sentBack'), each.sentBackReason),
        each.answer && said(s, 'answer', joined([s.t('report.column.answer'), each.answeredByAgency && named(each.answeredByAgency),
            each.answeredAt && s.instantDay(each.answeredAt)].filter(Boolean), ' · '), each.answer),
        each.closingReason && said(s, 'closed', joined([s.t('report.column.closingReason'), each.closedAt && s.instantDay(each.closedAt)].filter(Boolean), ' · '), each.closingReason),
    );
}

function said(s, key, who, text) {
    return h('div', { key, class: 'opinion-answer' }, h('p', { class: 'fact-note' }, who), written(s, text));
}
