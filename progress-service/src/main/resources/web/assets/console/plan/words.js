/** What values say in words: for the two sides of a conflict and for the history. */
import { plain } from '../../parts.js';
import { agencyFull, areaWords } from './known.js';
import { same } from './paths.js';

/** By what the entries of a list are told apart. */
const KEYS = {
    milestones: 'id', indicators: 'code', participations: 'agency', areas: 'code', proposalChannels: 'code', recognitions: 'title',
    names: 'validFrom',
};

const AGENCIES = ['leadAgency', 'parent', 'agency'];

/**
 * One value in words.
 *
 * @param {string} field of which property
 * @param {string|null} plan whose areas and channels are meant
 */
export function tell(page, field, value, plan = null) {
    const { s } = page;
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
        return s.t('page.notStated');
    }
    if (Array.isArray(value)) {
        return value.map((one) => tell(page, field, one, plan)).join('\n');
    }
    if (typeof value === 'boolean') {
        return s.t(value ? 'planning.yes' : 'planning.no');
    }
    if (typeof value === 'number') {
        return s.number(value);
    }
    return typeof value === 'object' ? tellParts(page, field, value, plan) : tellText(page, field, value, plan);
}

function tellText(page, field, value, plan) {
    const { s } = page;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
        return s.date(value);
    }
    if (AGENCIES.includes(field)) {
        return agencyFull(page, value);
    }
    if (field === 'area' && plan) {
        return areaWords(page, plan, value);
    }
    return [`planning.${field}`, field].map((kind) => s.named(kind, value)).find((word) => word !== value) ?? value;
}

function tellParts(page, field, value, plan) {
    const { s } = page;
    if ('ko' in value || 'en' in value) {
        return [value.ko, value.en].filter(Boolean).join(' / ') || s.t('page.notStated');
    }
    return Object.entries(value)
        .filter(([name, one]) => one !== null && one !== '' && one !== false && name !== 'known')
        .map(([name, one]) => (['id', 'code', 'title', 'name'].includes(name)
            ? tell(page, name, one, plan)
            : `${s.named('planning.field', name)} ${tell(page, name, one, plan)}`))
        .join(' · ');
}

/**
 * A change of a property in words, as rows of `{label, from, to}`; of a list only the entries that are not what they were.
 */
export function tellChange(page, { field, from, to }, plan = null) {
    const { s } = page;
    const name = s.named('planning.field', field);
    const key = KEYS[field];
    if (!key || !Array.isArray(from ?? []) || !Array.isArray(to ?? [])) {
        return [{ label: name, from: tell(page, field, from, plan), to: tell(page, field, to, plan) }];
    }
    const ids = [...new Set([...(from ?? []), ...(to ?? [])].map((one) => one[key]))];
    return ids.flatMap((id) => {
        const before = (from ?? []).filter((one) => one[key] === id);
        const after = (to ?? []).filter((one) => one[key] === id);
        return same(before, after)
            ? []
            : [{ label: `${name} · ${entryName(page, field, before[0] ?? after[0], key)}`, ...entryChange(page, before, after, plan) }];
    });
}

function entryName(page, field, entry, key) {
    const named = entry.title ?? entry.name;
    return field === 'participations'
        ? agencyFull(page, entry.agency)
        : typeof named === 'object' && named !== null ? plain(page.s, named) : entry[key];
}

function entryChange(page, before, after, plan) {
    const { s } = page;
    if (before.length === 0) {
        return { from: s.t('planning.wasNot'), to: tell(page, 'entry', after, plan) };
    }
    if (after.length === 0) {
        return { from: tell(page, 'entry', before, plan), to: s.t('planning.isGone') };
    }
    if (before.length > 1 || after.length > 1) {
        return { from: tell(page, 'entry', before, plan), to: tell(page, 'entry', after, plan) };
    }
    const names = Object.keys({ ...before[0], ...after[0] }).filter((name) => name !== 'known' && !same(before[0][name], after[0][name]));
    const only = (entry) => names.map((name) => `${s.named('planning.field', name)} ${tell(page, name, entry[name], plan)}`).join(' · ');
    return { from: only(before[0]), to: only(after[0]) };
}
