/** What a task is, by whose words, and who takes part. */
import { h } from '../h.js';
import { agencyName, around, content, plain } from '../parts.js';
import { agenciesOf } from './load.js';
import { fact, notStated, section } from './section.js';

export function about(page) {
    const { s, state } = page;
    const { task, parts } = state;
    return section('about', s.t('report.table.description'), null,
        h(
            'dl',
            { class: 'sheet-facts' },
            fact(s, 'plan', s.t('report.fact.plan'), parts.plan && content(s, parts.plan.title)),
            area(s, task, parts.plan),
            fact(s, 'origin', s.t('report.column.origin'), s.named('origin', task.origin), task.placeholder && s.t('task.placeholderTitle')),
            source(s, task.source),
            fact(s, 'quotation', s.t('report.item.quotation'), task.source?.quotation
                && h('blockquote', { class: 'quotation', lang: s.languageOf(task.source.quotation) }, task.source.quotation)),
            fact(s, 'channel', s.t('sheet.channel'), channel(s, task, parts.plan)),
            fact(s, 'visibility', s.t('sheet.visibilityName'), s.named('sheet.visibility', task.visibility),
                task.visibilityReason && [s.t('sheet.visibilityReason'), ': ', task.visibilityReason]),
        ),
        h('h3', null, s.t('report.item.measures')),
        task.measures.length > 0
            ? h('ul', { class: 'sheet-list' }, task.measures.map((measure, index) => h('li', { key: index, lang: s.languageOf(measure) }, measure)))
            : h('p', null, notStated(s)),
        task.recognitions.length > 0 && [
            h('h3', { key: 'recognitions' }, s.t('sheet.recognitions')),
            h('ul', { key: 'list', class: 'sheet-list' }, task.recognitions.map(({ title, award, document }, index) =>
                h('li', { key: index, lang: s.languageOf(title) }, title, ' ', h('span', { class: 'mark' }, award),
                    document && h('span', { class: 'fact-note' }, ` ${document}`)))),
        ],
    );
}

/** Where the document is silent the classification is this project's own, and is never said otherwise. */
function area(s, task, plan) {
    const known = plan?.areas?.find(({ code }) => code === task.area);
    const name = task.area === null ? null : [
        known ? content(s, known.name) : task.area, ' ',
        task.areaProvenance === 'ASSIGNED' && h('span', { class: 'mark is-assigned' }, s.t('matrix.assignedOne')),
    ];
    return fact(s, 'area', s.t('report.column.area'), name, task.areaProvenance === 'ASSIGNED' ? s.t('matrix.assignedAllNote') : null);
}

function source(s, source) {
    return fact(s, 'document', s.t('report.item.document'),
        source && h('span', { lang: s.languageOf(source.document) }, source.document),
        source?.publishedOn && s.t('sheet.publishedOn', { date: /^\d{4}-\d\d-\d\d$/.test(source.publishedOn) ? s.date(source.publishedOn) : source.publishedOn }));
}

function channel(s, task, plan) {
    if (task.proposalChannel === null) {
        return null;
    }
    const known = plan?.proposalChannels?.find(({ code }) => code === task.proposalChannel);
    return known ? content(s, known.name ?? known.title) : task.proposalChannel;
}

export function parties(page) {
    const { s, state } = page;
    const { participations, partnersOpen } = state.task;
    const agencies = agenciesOf(state);
    const order = ['LEAD', 'PARTNER', 'INVOLVED'];
    const list = participations.toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role) || (one.until ? 1 : 0) - (other.until ? 1 : 0));
    return section('parties', s.t('task.partners'), partnersOpen ? s.t('sheet.partnersOpen') : null,
        h('ul', { class: 'parties' }, list.map((each, index) => h(
            'li',
            { key: index, class: each.until ? 'party is-ended' : 'party' },
            h('p', { class: 'party-name' },
                h('span', { class: 'mark', 'data-role': each.role }, s.named('role', each.role)), ' ',
                h('strong', { title: agencies.get(each.agency) ? plain(s, agencies.get(each.agency).name) : null },
                    agencyName(s, agencies.get(each.agency), each.agency))),
            h('p', { class: 'fact-note' }, [s.t('report.column.department'), ' ',
                each.department ? h('span', { lang: s.languageOf(each.department) }, each.department) : s.t('page.notStated'), ' · ', since(s, each)]),
        ))));
}

function since(s, { since, until }) {
    const from = since ? s.date(since) : s.t('sheet.sinceUnknown');
    return until ? around(s, 'sheet.sinceUntil', 'span', [`${from} ~ ${s.date(until)}`]) : since ? s.t('sheet.since', { date: from }) : from;
}
