/** What a change of a task changed, in words: of lists only what was added, taken out or is another now. */
import { h } from '../h.js';
import { agencyName, content } from '../parts.js';
import { agenciesOf } from './load.js';
import { notStated } from './section.js';

const FOLLOWS = ['statusSince', 'allowedTransitions', 'placeholder', 'version'];
const NAMED = { status: 'status', origin: 'origin', role: 'role', direction: 'sheet.direction', visibility: 'sheet.visibility' };

/** @param changes of the history: `field`, `from`, `to` */
export function changeLines(page, changes) {
    return changes
        .filter(({ field }) => !FOLLOWS.includes(field))
        .flatMap(({ field, from, to }) => (isListOfThings(from) || isListOfThings(to)
            ? things(page, field, from ?? [], to ?? [])
            : [moved(page, fieldName(page.s, field), field, from, to)]));
}

function isListOfThings(value) {
    return Array.isArray(value) && value.some((one) => one !== null && typeof one === 'object');
}

function identity(one) {
    return one.id ?? one.code ?? one.agency ?? JSON.stringify(one.title ?? one);
}

function things(page, field, from, to) {
    const { s } = page;
    const before = new Map(from.map((one) => [identity(one), one]));
    const after = new Map(to.map((one) => [identity(one), one]));
    const line = (word, one) => [fieldName(s, field), ' ', word, ': ', nameOf(page, one)];
    return [
        ...to.filter((one) => !before.has(identity(one))).map((one) => line(s.t('sheet.added'), one)),
        ...from.filter((one) => !after.has(identity(one))).map((one) => line(s.t('sheet.removed'), one)),
        ...to.filter((one) => before.has(identity(one))).flatMap((one) => {
            const old = before.get(identity(one));
            return Object.keys({ ...old, ...one })
                .filter((name) => JSON.stringify(sorted(old[name])) !== JSON.stringify(sorted(one[name])))
                .map((name) => moved(page, [nameOf(page, one), ' ', fieldName(s, name)], name, old[name], one[name]));
        }),
    ];
}

/** The order of the properties says nothing. */
function sorted(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b))) : value ?? null;
}

function nameOf(page, one) {
    return one.agency ? agencyName(page.s, agenciesOf(page.state).get(one.agency), one.agency)
        : one.title?.ko || one.name?.ko ? content(page.s, one.title ?? one.name) : String(one.title ?? identity(one));
}

function moved(page, name, field, from, to) {
    return [name, ': ', h('s', { class: 'from' }, shown(page, field, from)), ' → ', h('span', null, shown(page, field, to))];
}

function shown(page, field, value) {
    const { s, state } = page;
    if (value === null || value === undefined || value === '') {
        return notStated(s);
    }
    if (typeof value === 'boolean') {
        return s.t(value ? 'report.yes' : 'report.no');
    }
    if (typeof value === 'number') {
        return s.number(value);
    }
    if (Array.isArray(value)) {
        return value.length === 0 ? notStated(s) : value.map(String).join(', ');
    }
    if (typeof value === 'object') {
        return value.ko ? content(s, value) : [value.document, value.publishedOn, value.quotation].filter(Boolean).join(' · ');
    }
    if (field === 'area') {
        const area = state.parts.plan?.areas?.find(({ code }) => code === value);
        return area ? content(s, area.name) : value;
    }
    return /^\d{4}-\d\d-\d\d$/.test(value) ? s.date(value)
        : NAMED[field] ? s.named(NAMED[field], value) : h('span', { lang: s.languageOf(value) }, value);
}

function fieldName(s, field) {
    return [`report.field.${field}`, `sheet.field.${field}`].filter(s.has).map((key) => s.t(key))[0] ?? field;
}
