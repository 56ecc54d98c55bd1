/** What several views need beside their own: the agencies and the plans, by their codes. */
import { agencyText, plain } from '../../parts.js';
import { held, load, loadOnce } from '../../work/loading.js';

/** Asks for all agencies once. */
export function knowAgencies(page) {
    return loadOnce(page, 'known.agencies', 'all', (api) => api.all('/api/v1/agencies?sort=code'));
}

/** Asks for them anew: one was registered or changed. */
export function knowAgenciesAnew(page) {
    return load(page, 'known.agencies', 'all', (api) => api.all('/api/v1/agencies?sort=code'));
}

export function knowPlans(page) {
    return loadOnce(page, 'known.plans', 'all', (api) => api.all('/api/v1/plans'));
}

export function knowPlansAnew(page) {
    return load(page, 'known.plans', 'all', (api) => api.all('/api/v1/plans'));
}

/** Asks for one plan with its areas and channels. */
export function knowPlan(page, code) {
    return code ? loadOnce(page, `known.plan.${code}`, code, (api) => api.get(`/api/v1/plans/${encodeURIComponent(code)}`)) : null;
}

export function planKnown(page, code) {
    return held(page, `known.plan.${code}`).data;
}

export function plansKnown(page) {
    return held(page, 'known.plans').data ?? [];
}

export function agenciesKnown(page) {
    return held(page, 'known.agencies').data ?? [];
}

/** What an agency is called in a row. */
export function agencyWords(page, code) {
    return agencyText(page.s, agenciesKnown(page).find((agency) => agency.code === code), code);
}

/** What an agency is called where there is room. */
export function agencyFull(page, code) {
    const agency = agenciesKnown(page).find((one) => one.code === code);
    return agency ? plain(page.s, agency.name) : code;
}

/** What an area of a plan is called; its code while the plan is not known. */
export function areaWords(page, plan, code) {
    const area = planKnown(page, plan)?.areas.find((one) => one.code === code);
    return area ? plain(page.s, area.name) : code;
}

/** The agencies as choices, in the order of their names; one that has gone stays where it was chosen already. */
export function agencyChoices(page, chosen = '', none = null) {
    const { s } = page;
    const choices = agenciesKnown(page)
        .filter(({ code, status }) => status === 'ACTIVE' || code === chosen)
        .map((agency) => ({ value: agency.code, label: `${plain(s, agency.name)} (${agency.code})` }))
        .sort((one, other) => s.compare(one.label, other.label));
    const missing = chosen && !choices.some(({ value }) => value === chosen) ? [{ value: chosen, label: chosen }] : [];
    return [...(none === null ? [] : [{ value: '', label: none }]), ...missing, ...choices];
}

export function planChoices(page, none = null) {
    const { s } = page;
    return [
        ...(none === null ? [] : [{ value: '', label: none }]),
        ...plansKnown(page).map(({ code, title }) => ({ value: code, label: `${plain(s, title)} (${code})` })),
    ];
}

/** The areas of a plan as choices, each below its own. */
export function areaChoices(page, plan, none) {
    const { s } = page;
    const areas = planKnown(page, plan)?.areas ?? [];
    const below = (parent, depth) => areas
        .filter((area) => (area.parent ?? null) === parent)
        .flatMap((area) => [
            { value: area.code, label: `${'  '.repeat(depth)}${plain(s, area.name)}` },
            ...(depth < 10 ? below(area.code, depth + 1) : []),
        ]);
    return [{ value: '', label: none }, ...below(null, 0)];
}
