/** An agency: what it is called on which day, who answers there, and what was changed. */
import { h } from '../../h.js';
import { content, plain } from '../../parts.js';
import { button, errorsOf, textField } from '../../work/forms.js';
import { table } from '../../work/table.js';
import { outdated, waiting } from '../../work/loaded.js';
import { held, load } from '../../work/loading.js';
import { provenance } from './agencies.js';
import { askKept, reasonField } from './dialogs.js';
import { actorOfAgency, history } from './history.js';
import { agencyFull, knowAgencies, knowAgenciesAnew } from './known.js';
import { focusSoon } from './form.js';

export const address = (code) => `/api/v1/agencies/${encodeURIComponent(code)}`;

export function knowAgency(page, code) {
    return Promise.all([
        load(page, 'agency', code, (api) => api.get(address(code))),
        load(page, 'agency.history', code, (api) => api.all(`${address(code)}/history?sort=-version`)),
    ]);
}

export function arrived(page) {
    const [, code] = page.path;
    const asOf = page.query.get('asOf');
    if (page.state['planning.done']?.of !== code) {
        page.set({ 'planning.done': null });
    }
    knowAgencies(page);
    knowAgency(page, code);
    if (asOf) {
        load(page, 'agency.day', `${code}@${asOf}`, (api) => api.get(`${address(code)}?asOf=${encodeURIComponent(asOf)}`));
    }
}

export function view(page) {
    const { s } = page;
    const { data: agency } = held(page, 'agency');
    const back = h('p', { key: 'back', class: 'plan-back' }, h('a', { href: '/console/agencies' }, s.t('agency.toList')));
    const instead = waiting(page, 'agency');
    const said = page.state['planning.done'];
    return instead
        ? [back, h('h1', { class: 'sr-only', key: 'h1' }, s.t('console.agencies')), instead]
        : [back, head(page, agency),
            said?.of === agency.code && h('p', { key: 'done', class: 'plan-done', id: 'plan-done', tabindex: -1 }, said.words),
            outdated(page, 'agency'), facts(page, agency), names(page, agency), contacts(page, agency), past(page)];
}

function head(page, agency) {
    const { s } = page;
    return h('header', { class: 'plan-head', key: 'head' },
        h('div', null,
            h('p', { class: 'task-facts' }, h('span', { class: 'code' }, agency.code), provenance(s, agency)),
            h('h1', null, content(s, agency.name))),
        h('div', { class: 'actions' },
            h('a', { class: 'button is-primary', href: `/console/agencies/${agency.code}/change` }, s.t('agency.changeIt')),
            agency.status === 'ACTIVE' && button(s, { label: s.t('agency.abolish'), kind: 'is-danger', run: () => askAbolish(page, agency) })));
}

function facts(page, agency) {
    const { s } = page;
    const rows = [
        ['shortName', content(s, agency.shortName)],
        ['type', s.named('planning.type', agency.type)],
        ['parent', agency.parent && h('a', { href: `/console/agencies/${agency.parent}` }, agencyFull(page, agency.parent))],
        ['officialCode', agency.officialCode && [agency.officialCode, ' ',
            h('span', { class: 'mark' }, s.t(agency.officialCodeVerified ? 'agency.verified' : 'agency.notVerified'))]],
        ['reports', s.t(agency.reports ? 'agency.reportsLong' : 'agency.reportsNotLong')],
        ['status', s.named('status', agency.status)],
        ['validFrom', agency.validFrom && s.date(agency.validFrom)],
        ...(agency.status === 'ABOLISHED' ? [['validTo', agency.validTo && s.date(agency.validTo)]] : []),
    ];
    return h('section', { class: 'card', key: 'facts', 'aria-labelledby': 'facts-title' },
        h('h2', { id: 'facts-title' }, s.t('agency.facts')),
        h('dl', { class: 'plan-facts' }, rows.map(([name, value]) => h('div', { key: name },
            h('dt', null, s.t(`planning.field.${name}`)),
            h('dd', null, value || h('span', { class: 'not-stated' }, s.t('page.notStated')))))));
}

function names(page, agency) {
    const { s } = page;
    return h('section', { class: 'card', key: 'names', 'aria-labelledby': 'names-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'names-title' }, s.t('planning.field.names')),
            h('p', { class: 'card-note' }, s.t('agency.namesNote'))),
        table({
            caption: s.t('planning.field.names'), named: 'names-title', kind: 'plan-table',
            columns: ['name', 'shortName', 'since'].map((name) => s.t(`planning.field.${name}`)),
            rows: agency.names.map((one, index) => h('tr', { key: index },
                h('th', { scope: 'row' }, both(one.name)),
                h('td', null, one.shortName ? both(one.shortName) : h('span', { class: 'not-stated' }, s.t('page.notStated'))),
                h('td', { class: 'plan-nowrap' }, one.validFrom ? s.date(one.validFrom) : h('span', { class: 'not-stated' }, s.t('page.notStated'))))),
        }),
        h('div', { class: 'plan-day' },
            textField(s, {
                form: 'day', name: 'asOf', type: 'date', label: s.t('agency.dayName'), value: page.query.get('asOf') ?? '',
                change: (asOf) => page.go(`/console/agencies/${agency.code}${asOf ? `?asOf=${asOf}` : ''}`, true),
            }),
            h('p', { class: 'plan-day-name', role: 'status' }, nameOfDay(page))));
}

function both({ ko, en }) {
    return [h('span', { lang: 'ko' }, ko), en && [' / ', h('span', { lang: 'en' }, en)]];
}

function nameOfDay(page) {
    const { s } = page;
    const asOf = page.query.get('asOf');
    const { data, problem, loading } = held(page, 'agency.day');
    if (!asOf) {
        return s.t('agency.chooseDay');
    }
    if (loading) {
        return s.t('load.loading');
    }
    return problem
        ? problem.detail || s.t('load.failed', { status: problem.status })
        : data && [s.t('agency.onDay', { date: s.date(asOf) }), ' ', h('strong', null, both(data.name)), provenance(s, data)];
}

function contacts(page, agency) {
    const { s } = page;
    return h('section', { class: 'card', key: 'contacts', 'aria-labelledby': 'contacts-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'contacts-title' }, s.t('planning.field.contacts')),
            h('p', { class: 'card-note' }, s.t('agency.contactsNote'))),
        agency.contacts?.length > 0
            ? h('ul', { class: 'plan-bullets' }, agency.contacts.map(({ department, phone, email }, index) => h('li', { key: index },
                department, phone && ` · ${phone}`, email && [' · ', h('a', { href: `mailto:${email}` }, email)])))
            : h('p', { class: 'not-stated plan-after' }, s.t('page.notStated')));
}

function past(page) {
    const { s } = page;
    const lines = (held(page, 'agency.history').data ?? []).map((one) => ({
        ...one, title: s.t(one.version === 0 ? 'agency.registered' : 'agency.changed'), by: actorOfAgency(page, one.by),
    }));
    return h('section', { class: 'card', key: 'history', 'aria-labelledby': 'history-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'history-title' }, s.t('history.title')),
            h('p', { class: 'card-note' }, s.t('history.note'))),
        waiting(page, 'agency.history') ?? history(page, lines));
}

function askAbolish(page, agency) {
    const { s } = page;
    askKept(page, {
        name: `abolish.${agency.code}`,
        title: s.t('agency.abolishTitle', { agency: plain(s, agency.name) }),
        confirm: s.t('agency.abolish'),
        kind: 'is-danger',
        values: { validTo: '', reason: '' },
        body: (current, change, problem) => [
            h('p', { class: 'plan-dialog-hint' }, s.t('agency.abolishHint')),
            textField(s, {
                form: 'dialog', name: 'validTo', type: 'date', label: s.t('planning.field.validTo'), required: true,
                value: current.validTo, change: (validTo) => change({ validTo }), errors: errorsOf(problem),
            }),
            reasonField(page, current, change, problem),
        ],
        run: (typed) => abolish(page, agency.code, typed),
    });
}

/** A change by another is told, and the question stays; sending it again is upon that version. */
async function abolish(page, code, { validTo, reason }) {
    const { s } = page;
    const answer = await page.api.patch(address(code),
        { status: 'ABOLISHED', validTo: validTo || null, reason: reason.trim() || null }, { etag: held(page, 'agency').etag });
    if (answer.ok || answer.status === 412) {
        await knowAgency(page, code);
    }
    if (!answer.ok) {
        return answer.status === 412
            ? { ...answer.problem, title: s.t('conflict.title'), detail: s.t('planning.sendAgain') }
            : answer.problem;
    }
    knowAgenciesAnew(page);
    page.set({ 'planning.done': { of: code, words: s.t('agency.abolished') } });
    page.announce(s.t('agency.abolished'));
    focusSoon('plan-done');
    return null;
}
