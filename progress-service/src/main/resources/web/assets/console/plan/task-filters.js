/** Which tasks are looked at. Each choice goes to the address at once; the focus stays where it is. */
import { filtering } from './filtering.js';
import { agencyChoices, areaChoices, planChoices } from './known.js';

export const FILTERS = ['plan', 'area', 'status', 'agency', 'origin', 'visibility', 'representative', 'q'];

const STATUSES = ['PROPOSED', 'SELECTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'DISCONTINUED', 'REJECTED'];
const ORIGINS = ['PUBLISHED', 'DOCUMENTED', 'REGISTERED'];
const SORTS = ['code', '-changedAt', 'endsOn', '-statusSince', 'title'];

export function filters(page) {
    const { s, query } = page;
    const plan = query.get('plan') ?? '';
    const { choose, select: choice, form } = filtering(page, { name: 'filter', path: '/console/tasks', filters: FILTERS, first: 'plan' });
    const select = (name, options, more) => choice(name, s.t(`tasks.filter.${name}`), options, more);
    const all = { value: '', label: s.t('tasks.all') };
    const named = (prefix, codes) => [all, ...codes.map((code) => ({ value: code, label: s.named(prefix, code) }))];
    return form(s.t('tasks.filter.q'),
        select('plan', planChoices(page, s.t('tasks.all')), { change: (value) => choose({ plan: value, area: '' }) }),
        select('area', areaChoices(page, plan, s.t(plan ? 'tasks.all' : 'tasks.planFirst')), { disabled: plan === '' }),
        select('status', named('status', STATUSES)),
        select('agency', agencyChoices(page, query.get('agency') ?? '', s.t('tasks.all'))),
        select('origin', named('origin', ORIGINS)),
        select('visibility', named('planning.visibility', ['PUBLIC', 'GOVERNMENT'])),
        select('representative', [all, { value: 'true', label: s.t('planning.yes') }, { value: 'false', label: s.t('planning.no') }]),
        select('sort', SORTS.map((sort) => ({ value: sort === 'code' ? '' : sort, label: s.t(`tasks.sort.${sort}`) }))));
}
