/** Who takes part: the agencies, by the names of today or of another day. */
import { h } from '../../h.js';
import { content, notice } from '../../parts.js';
import { button, textField } from '../../work/forms.js';
import { table } from '../../work/table.js';
import { outdated, waiting } from '../../work/loaded.js';
import { held, hold, load } from '../../work/loading.js';
import { filtering } from './filtering.js';
import { agencyChoices, agencyWords, knowAgencies } from './known.js';
import { focusSoon } from './form.js';

const NAME = 'agencyList';
const FILTERS = ['type', 'status', 'parent', 'q', 'asOf'];

export const TYPES = ['MINISTRY', 'MINISTRY_LEVEL', 'ADMINISTRATION', 'AFFILIATED', 'PUBLIC_INSTITUTION', 'LOCAL_GOVERNMENT',
    'FOREIGN_CUSTOMS', 'INTERNATIONAL', 'PRIVATE'];

export function arrived(page) {
    hold(page, 'agencies.filter', { typed: null });
    knowAgencies(page);
    load(page, NAME, asked(page), (api) => api.get(`/api/v1/agencies?${asked(page)}`)).then(() => page.announce(countWords(page)));
}

function asked({ query }) {
    const question = new URLSearchParams({ limit: 50, count: true });
    FILTERS.forEach((name) => query.get(name) && question.set(name, query.get(name)));
    return question.toString();
}

function countWords(page) {
    const { data } = held(page, NAME);
    return data ? page.s.t('agency.showing', { shown: data.items.length, total: data.total ?? data.items.length }) : '';
}

async function more(page) {
    const { key, data } = held(page, NAME);
    hold(page, NAME, { growing: true, growth: null });
    const answer = await page.api.get(`/api/v1/agencies?${key}&cursor=${encodeURIComponent(data.nextCursor)}`);
    if (held(page, NAME).key === key) {
        hold(page, NAME, answer.ok
            ? { growing: false, data: { ...data, ...answer.data, items: [...data.items, ...answer.data.items] } }
            : { growing: false, growth: answer.problem });
        page.announce(countWords(page));
        // The button goes with the last of them: on with the first that is new.
        focusSoon(answer.ok ? `row-${answer.data.items[0]?.code}` : 'more');
    }
}

export function view(page) {
    const { s } = page;
    return [
        h('header', { class: 'plan-head', key: 'head' },
            h('div', null,
                h('h1', null, s.t('console.agencies')),
                h('p', { class: 'card-note' }, s.t('agency.note'))),
            h('a', { class: 'button is-primary', href: '/console/agencies/new' }, s.t('agency.new'))),
        h('section', { class: 'card', key: 'filters', 'aria-label': s.t('agency.filters') }, filters(page)),
        outdated(page, NAME),
        waiting(page, NAME) ?? list(page),
    ];
}

function filters(page) {
    const { s, query } = page;
    const { choose, select: choice, form } = filtering(page, { name: 'agencies.filter', path: '/console/agencies', filters: FILTERS, first: 'type' });
    const select = (name, options) => choice(name, s.t(`planning.field.${name}`), options);
    const all = { value: '', label: s.t('tasks.all') };
    return form(s.t('agency.q'),
        select('type', [all, ...TYPES.map((code) => ({ value: code, label: s.named('planning.type', code) }))]),
        select('status', [all, ...['ACTIVE', 'ABOLISHED'].map((code) => ({ value: code, label: s.named('status', code) }))]),
        select('parent', agencyChoices(page, query.get('parent') ?? '', s.t('tasks.all'))),
        textField(s, {
            form: 'filter', name: 'asOf', type: 'date', label: s.t('agency.asOf'), value: query.get('asOf') ?? '',
            change: (asOf) => choose({ asOf }),
        }));
}

function list(page) {
    const { s, query } = page;
    const { data, growing, growth } = held(page, NAME);
    if (data.items.length === 0) {
        return h('div', { class: 'card', key: 'none' }, notice(s.t('agency.none'), s.t('agency.noneHint')));
    }
    const columns = ['name', 'shortName', 'type', 'parent', 'reports', 'status'];
    return h('section', { class: 'card', key: 'list', 'aria-labelledby': 'agencies-count' },
        h('p', { id: 'agencies-count', class: 'plan-count' }, countWords(page),
            query.get('asOf') && h('span', { class: 'card-note' }, ` · ${s.t('agency.namesOf', { date: s.date(query.get('asOf')) })}`)),
        table({
            caption: s.t('agency.caption'), kind: 'plan-table', rows: data.items.map((agency) => row(page, agency)),
            columns: columns.map((name) => s.t(`planning.field.${name}`)),
        }),
        growth && h('p', { class: 'warnings', role: 'alert' }, growth.detail || s.t('state.failedNetwork')),
        data.nextCursor && h('div', { class: 'plan-more' }, button(s, { label: s.t('tasks.more'), id: 'more', busy: growing, run: () => more(page) })));
}

function row(page, agency) {
    const { s } = page;
    return h('tr', { key: agency.code, class: agency.status === 'ABOLISHED' ? 'is-past' : null },
        h('th', { scope: 'row', class: 'plan-name' },
            h('a', { id: `row-${agency.code}`, href: `/console/agencies/${agency.code}` }, content(s, agency.name)),
            h('span', { class: 'task-facts plan-below' }, h('span', { class: 'code' }, agency.code), provenance(s, agency))),
        h('td', null, content(s, agency.shortName)),
        h('td', null, s.named('planning.type', agency.type)),
        h('td', null, agency.parent ? agencyWords(page, agency.parent) : h('span', { class: 'not-stated' }, s.t('page.notStated'))),
        h('td', null, s.t(agency.reports ? 'agency.reports' : 'agency.reportsNot')),
        h('td', { class: 'plan-nowrap' }, s.named('status', agency.status), agency.validTo && ` (${s.date(agency.validTo)})`));
}

export function provenance(s, { nameProvenance }) {
    return nameProvenance === 'ANNOUNCED' && [' ', h('span', { class: 'mark' }, s.t('agency.announced'))];
}
