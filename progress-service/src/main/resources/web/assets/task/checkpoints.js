/** What each agency returned in each cycle, as far as the reader may see it. */
import { h } from '../h.js';
import { agencyName, healthIcon, joined } from '../parts.js';
import { table } from '../work/table.js';
import { agenciesOf, toggle } from './load.js';
import { absent, fact, section, written } from './section.js';

const COLUMNS = ['agency', 'checkpoint', 'timeliness', 'dueOn', 'lastSubmittedOn', 'content'];
const TEXTS = ['achievements', 'issues', 'nextSteps'];

export function checkpoints(page) {
    const { s, session, state } = page;
    const list = state.parts.checkpoints;
    return section('checkpoints', s.t('report.section.checkpoints'), s.t('sheet.checkpointsNote'),
        session.signedIn
            ? absent(s, list, s.t('sheet.noCheckpoints')) ?? byCycle(list).map((cycle) => round(page, cycle))
            : h('p', { class: 'sheet-absent' }, s.t('sheet.checkpointsSignIn')));
}

/** The newest cycle first, its lead before its partners. */
function byCycle(list) {
    const cycles = new Map();
    for (const each of list) {
        cycles.set(each.cycle, [...(cycles.get(each.cycle) ?? []), each]);
    }
    return [...cycles.values()].sort((one, other) => other[0].cycleDueOn.localeCompare(one[0].cycleDueOn))
        .map((each) => each.toSorted((a, b) => (a.role === 'LEAD' ? 0 : 1) - (b.role === 'LEAD' ? 0 : 1) || a.agency.localeCompare(b.agency)));
}

function round(page, list) {
    const { s } = page;
    const [{ cycle, period }] = list;
    const accepted = list.filter(({ status }) => status === 'ACCEPTED').length;
    const title = `cycle-${cycle}`;
    return h(
        'div',
        { key: cycle, class: 'sheet-cycle' },
        h('h3', { id: title }, s.period(period), ' ',
            h('span', { class: 'area-count' }, s.t('sheet.cycleCount', { count: list.length, accepted }))),
        table({
            caption: s.t('sheet.cycleCaption', { period: s.period(period) }), named: title, kind: 'is-checkpoints',
            columns: COLUMNS.map((name) => s.t(`report.column.${name}`)), rows: list.map((each) => row(page, each)),
        }),
    );
}

function row(page, each) {
    const { s, state } = page;
    const opened = state.opened.has(each.id);
    const agency = agenciesOf(state).get(each.agency);
    return [
        h(
            'tr',
            { key: each.id },
            h('th', { scope: 'row' }, agencyName(s, agency, each.agency), ' ', h('span', { class: 'fact-note' }, s.named('role', each.role))),
            h('td', null, h('span', { class: `mark ${each.status === 'RETURNED' ? 'is-warning' : ''}` }, s.named('checkpoint', each.status)),
                each.reason && h('div', { class: 'fact-note', lang: s.languageOf(each.reason) }, each.reason)),
            h('td', null, s.named('timeliness', each.timeliness), each.daysLate > 0 && ` (${s.t('sheet.days', { days: each.daysLate })})`),
            h('td', null, day(s, each.dueOn),
                each.returnedDueOn && h('div', { class: 'fact-note' }, s.t('report.column.returnedDueOn'), ' ', s.date(each.returnedDueOn)),
                each.extendedDueOn && h('div', { class: 'fact-note' }, s.t('report.column.extendedDueOn'), ' ', s.date(each.extendedDueOn))),
            h('td', null, each.lastSubmittedAt ? h('time', { datetime: each.lastSubmittedAt }, s.instantDay(each.lastSubmittedAt)) : '–'),
            h('td', null, each.latestNo
                ? h('button', {
                    class: 'button is-small', type: 'button', 'aria-expanded': String(opened), id: `open-${each.id}`,
                    'aria-controls': opened ? `filed-${each.id}` : null, on: { click: () => toggle(page, each.id) },
                }, s.t(opened ? 'sheet.close' : 'sheet.open'))
                : h('span', { class: 'not-stated' }, s.t('sheet.notFiled'))),
        ),
        opened && h('tr', { key: `${each.id}/filed`, id: `filed-${each.id}`, class: 'filed' },
            h('td', { colspan: COLUMNS.length }, filed(page, each, state.filed.get(each.id)))),
    ];
}

function day(s, date) {
    return h('time', { datetime: date }, s.date(date));
}

function filed(page, each, known) {
    const { s } = page;
    const list = known?.submissions;
    const nothing = absent(s, known === undefined ? undefined : list, s.t('sheet.notOpen'));
    return nothing ?? [
        list.toReversed().map((submission) => version(page, submission)),
        reviews(page, known.history),
    ];
}

function version({ s, state }, filing) {
    return h(
        'div',
        { key: filing.no, class: 'submission' },
        h('h4', null, s.t('sheet.version', { no: filing.no }), ' ', s.named('kind', filing.kind), ' ',
            filing.inForce && h('span', { class: 'mark' }, s.t('sheet.inForce')), ' ',
            filing.filedBy === 'PROXY' && h('span', { class: 'mark' }, s.t('sheet.byProxy'))),
        h('p', { class: 'fact-note' }, joined([
            s.t('sheet.submittedAt', { at: s.instant(filing.submittedAt) }),
            filing.acceptedAt && s.t('sheet.acceptedAt', { at: s.instant(filing.acceptedAt) }),
        ].filter(Boolean), ' · ')),
        filing.correctionReason && [h('p', { class: 'fact-note' }, s.t('sheet.correction')), written(s, filing.correctionReason)],
        filing.kind === 'PROGRESS' && h('dl', { class: 'submission-facts' },
            fact(s, 'percent', s.t('report.column.percentComplete'), filing.percentComplete === null ? null : s.percent(filing.percentComplete / 100)),
            fact(s, 'health', s.t('report.column.declaredHealth'), filing.declaredHealth && h('span', { class: 'signal', 'data-health': filing.declaredHealth },
                healthIcon(filing.declaredHealth), ' ', s.named('health', filing.declaredHealth))),
            fact(s, 'approval', s.t('sheet.approval'), filing.approval && approval(s, filing.approval))),
        TEXTS.filter((name) => filing[name]).map((name) => h('div', { key: name }, h('h5', null, s.t(`report.column.${name}`)), written(s, filing[name]))),
        filing.measurements.length > 0 && measured(s, state.task, filing.measurements),
        filing.evidence.length > 0 && h('div', { key: 'evidence' }, h('h5', null, s.t('sheet.evidence')),
            h('ul', { class: 'sheet-list' }, filing.evidence.map((one, index) => h('li', { key: index }, evidence(one))))),
    );
}

function approval(s, { documentNo, approver, approvedOn }) {
    return [documentNo, approver, approvedOn && s.date(approvedOn)].filter(Boolean).join(' · ');
}

function measured(s, task, list) {
    return h('div', { key: 'measurements' }, h('h5', null, s.t('report.table.series')),
        h('ul', { class: 'sheet-list' }, list.map((one, index) => {
            const name = task.indicators.find(({ code }) => code === one.indicator)?.name;
            return h('li', { key: index }, name ? s.content(name).text : one.indicator, ': ',
                h('strong', null, s.number(one.value)), ` ${one.unit ?? ''} (${s.date(one.measuredOn)})`);
        })));
}

/** An address is only led to where it is one of the web: whatever else stands there is shown as it is. */
function evidence({ title, url, file }) {
    const href = file ? `/api/v1/evidence/${encodeURIComponent(file)}` : /^https?:\/\//.test(url ?? '') ? url : null;
    return href ? h('a', { href, rel: 'noreferrer' }, title) : `${title}${url ? ` (${url})` : ''}`;
}

/** What the reviewer said, section by section. */
function reviews({ s }, history) {
    const said = (history || []).filter(({ reason, comments }) => reason || comments.length > 0);
    return said.length > 0 && h('div', { key: 'reviews', class: 'submission' }, h('h4', null, s.t('sheet.reviews')),
        said.map((each) => h('div', { key: each.version },
            h('p', { class: 'fact-note' }, joined([s.named('sheet.done', each.action), s.instantDay(each.at)], ' · ')),
            each.reason && written(s, each.reason),
            h('ul', { class: 'sheet-list' }, each.comments.map((comment, index) => h('li', { key: index, lang: s.languageOf(comment.text) },
                s.named('sheet.section', comment.section), ': ', comment.text))))));
}
