/** Which tasks are looked at. Each choice goes to the address at once; the focus stays where it is. */
import { h } from '../../h.js';
import { button, selectField, textField } from '../../work/forms.js';
import { held, hold } from '../../work/loading.js';
import { agencyChoices, areaChoices, planChoices } from './known.js';

export const FILTERS = ['plan', 'area', 'status', 'agency', 'origin', 'visibility', 'representative', 'q'];

const STATUSES = ['PROPOSED', 'SELECTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'DISCONTINUED', 'REJECTED'];
const ORIGINS = ['PUBLISHED', 'DOCUMENTED', 'REGISTERED'];
const SORTS = ['code', '-changedAt', 'endsOn', '-statusSince', 'title'];

/** What was typed to be found goes along, so that it is not lost by choosing something else. */
function choose(page, changes) {
    const query = new URLSearchParams(page.query);
    const typed = held(page, 'filter').typed;
    Object.entries({ ...(typed === undefined || typed === null ? {} : { q: typed.trim() }), ...changes }).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
    const words = query.toString();
    page.go(`/console/tasks${words ? `?${words}` : ''}`, true);
}

export function filters(page) {
    const { s, query } = page;
    const plan = query.get('plan') ?? '';
    const select = (name, options, more = {}) => selectField(s, {
        form: 'filter', name, label: s.t(`tasks.filter.${name}`), value: query.get(name) ?? '', options,
        change: (value) => choose(page, { [name]: value }), ...more,
    });
    const all = { value: '', label: s.t('tasks.all') };
    const named = (prefix, codes) => [all, ...codes.map((code) => ({ value: code, label: s.named(prefix, code) }))];
    return h('form', { class: 'plan-filters', role: 'search', on: { submit: (event) => find(page, event) } },
        select('plan', planChoices(page, s.t('tasks.all')), { change: (value) => choose(page, { plan: value, area: '' }) }),
        select('area', areaChoices(page, plan, s.t(plan ? 'tasks.all' : 'tasks.planFirst')), { disabled: plan === '' }),
        select('status', named('status', STATUSES)),
        select('agency', agencyChoices(page, query.get('agency') ?? '', s.t('tasks.all'))),
        select('origin', named('origin', ORIGINS)),
        select('visibility', named('planning.visibility', ['PUBLIC', 'GOVERNMENT'])),
        select('representative', [all, { value: 'true', label: s.t('planning.yes') }, { value: 'false', label: s.t('planning.no') }]),
        select('sort', SORTS.map((sort) => ({ value: sort === 'code' ? '' : sort, label: s.t(`tasks.sort.${sort}`) }))),
        textField(s, {
            form: 'filter', name: 'q', label: s.t('tasks.filter.q'), type: 'search', maxlength: 200,
            value: held(page, 'filter').typed ?? query.get('q') ?? '', change: (typed) => hold(page, 'filter', { typed }),
        }),
        h('div', { class: 'plan-filter-actions', key: 'actions' },
            button(s, { label: s.t('tasks.find'), type: 'submit' }),
            FILTERS.some((name) => query.get(name)) && button(s, { label: s.t('tasks.clear'), key: 'clear', run: () => clear(page) })));
}

function find(page, event) {
    event.preventDefault();
    choose(page, {});
}

function clear(page) {
    choose(page, Object.fromEntries(FILTERS.map((name) => [name, ''])));
    document.getElementById('filter-plan')?.focus();
}
