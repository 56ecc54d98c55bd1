/** The parts of the form of a plan. */
import { h } from '../../h.js';
import { entries, part } from './fields.js';
import { agencyChoices } from './known.js';
import { nextName } from './task-values.js';

export function parts(page, form, fields, isNew) {
    const { s } = page;
    const words = (name) => s.t(`planning.field.${name}`);
    return [
        part(words('plan'), null,
            isNew && fields.text('code', words('code'), { required: true, maxlength: 30, hint: s.t('plans.codeHint') }),
            fields.both('title', s.t('planning.field.title'), { required: true, maxlength: 300 }),
            h('div', { class: 'fields', key: 'facts' },
                fields.select('leadAgency', words('leadAgency'), {
                    required: true, options: agencyChoices(page, form.values.leadAgency, s.t('planning.choose')),
                }),
                fields.date('announcedOn', words('announcedOn')),
                fields.text('declaredTaskCount', words('declaredTaskCount'), { inputmode: 'numeric' }))),
        part(words('document'), s.t('plans.documentHint'),
            fields.both('document/title', s.t('plans.documentTitle'), { maxlength: 300 }),
            fields.text('document/publishedOn', words('publishedOn'), { hint: s.t('planning.dayOrMonthOrYear'), maxlength: 10 })),
        part(words('areas'), s.t('plans.areasHint'), fields.against('areas'), areas(page, form, fields, words)),
        part(words('proposalChannels'), s.t('plans.channelsHint'), fields.against('proposalChannels'), channels(page, form, fields, words)),
    ];
}

function areas(page, form, fields, words) {
    const { s } = page;
    const nth = (index) => s.t('taskForm.nth', { what: words('areas'), no: index + 1 });
    const nameOf = ({ name, code }) => name[s.language] || name.ko || code;
    return entries(page, form, {
        name: 'areas', add: s.t('plans.addArea'), none: s.t('plans.noAreas'), title: nth,
        blank: (all) => ({ code: nextName('AREA_', all.map(({ code }) => code)), name: { ko: '', en: '' }, parent: '' }),
        entry: (path, index, within) => [
            fields.both(`${path}/name`, words('name'), { within, required: true, maxlength: 300 }),
            h('div', { class: 'fields', key: 'place' },
                fields.select(`${path}/parent`, s.t('plans.parentArea'), {
                    within,
                    options: [{ value: '', label: s.t('plans.noParent') }, ...form.values.areas
                        .filter((one, place) => place !== index)
                        .map((one) => ({ value: one.code, label: nameOf(one) }))],
                }),
                code(s, fields, `${path}/code`, form.values.areas[index].known, within, words)),
        ],
    });
}

function code(s, fields, path, known, within, words) {
    return fields.text(path, words('id'), {
        within, maxlength: 40, hint: s.t(known ? 'taskForm.identifierKept' : 'taskForm.identifierHint'), ...(known ? { disabled: true } : {}),
    });
}

function channels(page, form, fields, words) {
    const { s } = page;
    return entries(page, form, {
        name: 'proposalChannels', add: s.t('plans.addChannel'), none: s.t('page.notStated'),
        title: (index) => s.t('taskForm.nth', { what: words('proposalChannels'), no: index + 1 }),
        blank: (all) => ({ code: nextName('CHANNEL_', all.map((one) => one.code)), name: { ko: '', en: '' }, since: '' }),
        entry: (path, index, within) => [
            fields.both(`${path}/name`, words('name'), { within, required: true, maxlength: 300 }),
            h('div', { class: 'fields', key: 'rest' },
                fields.text(`${path}/since`, words('since'), { within, maxlength: 10, hint: s.t('planning.dayOrMonthOrYear') }),
                code(s, fields, `${path}/code`, form.values.proposalChannels[index].known, within, words)),
        ],
    });
}

/** How the areas lie below one another; one whose parents lead nowhere or in a circle is left to the API to refuse. */
export function areaTree(page, form) {
    const { s } = page;
    const all = form.values.areas;
    if (!all.some(({ parent }) => parent)) {
        return null;
    }
    const below = (parent, depth) => {
        const children = all.filter((area) => area.parent === parent);
        return children.length > 0 && depth < 10 && h('ul', { class: 'plan-bullets' },
            children.map((area) => h('li', { key: area.code }, area.name[s.language] || area.name.ko || area.code, below(area.code, depth + 1))));
    };
    return part(s.t('plans.tree'), s.t('plans.treeHint'), below('', 0));
}
