/** Registering an agency, and changing one: its names by their days above all. */
import { h } from '../../h.js';
import { plain } from '../../parts.js';
import { waiting } from '../../work/loaded.js';
import { held } from '../../work/loading.js';
import { begin, formOf, send } from './form.js';
import { above, below, entries, fieldsOf, part } from './fields.js';
import { TYPES } from './agencies.js';
import { address, knowAgency } from './agency.js';
import { actorOfAgency } from './history.js';
import { agencyChoices, knowAgencies, knowAgenciesAnew } from './known.js';
import { changesOf, label, labelOrNull, textOrNull, typedLabel } from './paths.js';
import { tell } from './words.js';

function isNew({ path: [, code] }) {
    return code === 'new';
}

function nameOf(page) {
    return `agency.${page.path[1]}`;
}

function typed(agency = null) {
    return {
        names: (agency?.names ?? [{}]).map(({ name, shortName, validFrom }) => ({
            name: typedLabel(name), shortName: typedLabel(shortName), validFrom: validFrom ?? '', known: agency !== null,
        })),
        type: agency?.type ?? 'MINISTRY',
        parent: agency?.parent ?? '',
        officialCode: agency?.officialCode ?? '',
        officialCodeVerified: agency?.officialCodeVerified ?? false,
        reports: agency?.reports ?? true,
        validFrom: agency?.validFrom ?? '',
        contacts: (agency?.contacts ?? []).map(({ department, phone, email }) => ({ department, phone: phone ?? '', email: email ?? '' })),
    };
}

function content(values) {
    return {
        names: values.names.map(({ name, shortName, validFrom }) => ({
            name: label(name), shortName: labelOrNull(shortName), validFrom: textOrNull(validFrom),
        })),
        type: values.type,
        parent: textOrNull(values.parent),
        officialCode: textOrNull(values.officialCode),
        officialCodeVerified: values.officialCodeVerified,
        reports: values.reports,
        validFrom: textOrNull(values.validFrom),
        contacts: values.contacts.map(({ department, phone, email }) => ({
            department: department.trim(), phone: textOrNull(phone), email: textOrNull(email),
        })),
    };
}

export async function arrived(page) {
    const name = nameOf(page);
    await knowAgencies(page);
    if (isNew(page)) {
        begin(page, { name, id: 'agency', values: { code: '', ...typed() } });
        return;
    }
    const [agency] = await knowAgency(page, page.path[1]);
    if (agency.ok && nameOf(page) === name) {
        begin(page, { name, id: 'agency', values: typed(agency.data), etag: agency.etag });
    }
}

export function view(page) {
    const { s } = page;
    const form = formOf(page, nameOf(page));
    const agency = isNew(page) ? null : held(page, 'agency').data;
    return [
        h('header', { key: 'head', class: 'plan-head' }, h('div', null,
            agency && h('p', { class: 'task-facts' }, h('span', { class: 'code' }, agency.code), ' · ', plain(s, agency.name)),
            h('h1', null, s.t(isNew(page) ? 'agency.new' : 'agency.change')))),
        (isNew(page) ? null : waiting(page, 'agency')) ?? (form && theForm(page, form, agency)),
    ];
}

function theForm(page, form, agency) {
    const { s } = page;
    const fields = fieldsOf(page, form);
    const words = (name) => s.t(`planning.field.${name}`);
    const drawn = [
        part(s.t('agency.facts'), null, facts(page, form, fields, words)),
        part(words('names'), s.t('agency.namesHint'), fields.against('names'), names(page, form, fields, words)),
        part(words('contacts'), s.t('agency.contactsNote'), contacts(page, form, fields, words)),
        agency && part(words('reason'), null, fields.area('reason', words('reason'), { rows: 2, maxlength: 2000, hint: s.t('taskForm.reasonHint') })),
    ];
    return h('form', { key: form.name, class: 'plan-form', novalidate: true, on: { submit: (event) => {
        event.preventDefault();
        if (!form.busy) {
            save(page);
        }
    } } },
    above(page, form, fields, (field, value) => tell(page, field, value)),
    h('div', { class: 'card plan-parts', key: 'parts' }, drawn,
        below(page, form, {
            save: s.t(agency ? 'taskForm.save' : 'taskForm.send'),
            isNew: agency === null,
            back: agency ? `/console/agencies/${agency.code}` : '/console/agencies',
        })));
}

function facts(page, form, fields, words) {
    const { s } = page;
    return [
        isNew(page) && fields.text('code', words('code'), { required: true, maxlength: 10, hint: s.t('agency.codeHint') }),
        h('div', { class: 'fields', key: 'kind' },
            fields.select('type', words('type'), { required: true, options: TYPES.map((code) => ({ value: code, label: s.named('planning.type', code) })) }),
            fields.select('parent', words('parent'), { options: agencyChoices(page, form.values.parent, s.t('page.notStated')) })),
        h('div', { class: 'fields', key: 'official' },
            fields.text('officialCode', words('officialCode'), { maxlength: 7, inputmode: 'numeric', hint: s.t('agency.officialHint') }),
            fields.date('validFrom', words('validFrom'), { hint: s.t('agency.validFromHint') })),
        fields.check('officialCodeVerified', words('officialCodeVerified'), { hint: s.t('agency.verifiedHint') }),
        fields.check('reports', s.t('agency.reportsLong'), { hint: s.t('agency.reportsHint') }),
    ];
}

function names(page, form, fields, words) {
    const { s } = page;
    return entries(page, form, {
        name: 'names', add: s.t('agency.addName'), none: s.t('page.notStated'),
        title: (index) => s.t('taskForm.nth', { what: words('names'), no: index + 1 }),
        blank: () => ({ name: { ko: '', en: '' }, shortName: { ko: '', en: '' }, validFrom: '' }),
        // What it was called is never unsaid.
        removable: ({ known }) => !known && form.values.names.length > 1,
        entry: (path, index, within) => [
            fields.both(`${path}/name`, words('name'), { within, required: true, maxlength: 200 }),
            fields.both(`${path}/shortName`, words('shortName'), { within, maxlength: 200 }),
            fields.date(`${path}/validFrom`, s.t('agency.nameFrom'), { within, hint: s.t('agency.nameFromHint') }),
        ],
    });
}

function contacts(page, form, fields, words) {
    const { s } = page;
    return entries(page, form, {
        name: 'contacts', add: s.t('agency.addContact'), none: s.t('page.notStated'),
        title: (index) => s.t('taskForm.nth', { what: words('contacts'), no: index + 1 }),
        blank: () => ({ department: '', phone: '', email: '' }),
        entry: (path, index, within) => h('div', { class: 'fields' },
            fields.text(`${path}/department`, words('department'), { within, required: true, maxlength: 100 }),
            fields.text(`${path}/phone`, words('phone'), { within, type: 'tel', maxlength: 40 }),
            fields.text(`${path}/email`, words('email'), { within, type: 'email', maxlength: 254 })),
    });
}

async function save(page) {
    const { s } = page;
    const [, code] = page.path;
    const answer = isNew(page)
        ? await send(page, ({ values, key }) =>
            page.api.post('/api/v1/agencies', { code: values.code.trim().toUpperCase(), ...content(values) }, { key }))
        : await send(page, ({ values, began, etag }) => {
            const reason = textOrNull(values.reason);
            return page.api.patch(address(code), { ...changesOf(content(began), content(values)), ...(reason ? { reason } : {}) }, { etag });
        }, () => latest(page, code));
    if (answer) {
        const words = isNew(page) ? s.t('agency.registeredIt', { code: answer.data.code }) : s.t('planning.saved');
        knowAgenciesAnew(page);
        page.set({ 'planning.done': { of: answer.data.code, words } });
        page.go(`/console/agencies/${answer.data.code}`);
        page.announce(words);
    }
}

async function latest(page, code) {
    const [agency, past] = await knowAgency(page, code);
    const last = past.ok ? past.data[0] : null;
    return agency.ok
        ? { values: typed(agency.data), etag: agency.etag, by: last && actorOfAgency(page, last.by), at: last?.at ?? null }
        : null;
}
