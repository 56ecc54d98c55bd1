/** What proves it: addresses and files. A file is sent at once, with how far it has come. */
import { h } from '../h.js';
import { button, idOf, problemBox, textField } from '../work/forms.js';
import { put } from './sheet-loading.js';
import { type } from './keeping.js';

const MOST = 20 * 1024 * 1024;
const TYPES = {
    pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', txt: 'text/plain', csv: 'text/csv',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    hwpx: 'application/hwp+zip', hwp: 'application/x-hwp',
};

export function evidenceField(page, errors) {
    const { s, state: { sheet } } = page;
    const { evidence } = sheet.form;
    return h('fieldset', { class: 'field evidence', id: idOf('sheet', 'evidence'), tabindex: -1 },
        h('legend', null, s.t('sheet.evidence')),
        h('p', { class: 'field-hint' }, s.t('sheet.evidenceHint')),
        evidence.length > 0 && h('ol', { class: 'evidence-list' }, evidence.map((item, index) => one(page, item, index, errors))),
        Object.entries(sheet.uploads).map(([key, upload]) => uploading(s, page, key, upload)),
        h('div', { class: 'evidence-add' },
            h('label', { class: 'button', for: 'evidence-file' }, s.t('sheet.addFile')),
            h('input', {
                id: 'evidence-file', class: 'file-input', type: 'file', multiple: true,
                accept: Object.keys(TYPES).map((ending) => `.${ending}`).join(','),
                on: { change: (event) => {
                    [...event.target.files].forEach((file) => upload(page, file));
                    event.target.value = '';
                } },
            }),
            button(s, { label: s.t('sheet.addAddress'), run: () =>
                type(page, { evidence: [...evidence, { title: '', url: '', file: '' }] }) })));
}

function one(page, item, index, errors) {
    const { s, state: { sheet } } = page;
    const known = sheet.data.files.find(({ id }) => id === item.file) ?? sheet.uploaded?.[item.file];
    const change = (changes) => type(page, { evidence: sheet.form.evidence.map((other, place) =>
        (place === index ? { ...other, ...changes } : other)) });
    return h('li', { key: item.file || `address-${index}`, class: 'evidence-item' },
        textField(s, { form: 'sheet', name: `evidence/${index}/title`, label: s.t('sheet.evidenceTitle'), required: true,
            maxlength: 200, value: item.title, change: (title) => change({ title }), errors }),
        item.file
            ? h('p', { class: 'evidence-file' }, h('a', { href: `/api/v1/evidence/${item.file}`, download: true },
                known?.fileName ?? s.t('sheet.evidenceFile')), known && ` ${sizeOf(s, known.size)}`)
            : textField(s, { form: 'sheet', name: `evidence/${index}/url`, label: s.t('sheet.evidenceUrl'), required: true,
                type: 'url', inputmode: 'url', maxlength: 2000, value: item.url, change: (url) => change({ url }), errors }),
        button(s, { label: s.t('sheet.evidenceRemove'), kind: 'is-small',
            'aria-label': s.t('sheet.evidenceRemoveOf', { title: item.title || index + 1 }), run: () => remove(page, item, index) }));
}

async function remove(page, item, index) {
    const { sheet } = page.state;
    type(page, { evidence: sheet.form.evidence.filter((other, place) => place !== index) });
    page.announce(page.s.t('sheet.evidenceRemoved', { title: item.title }));
    // What a filed version names stays with it; only what nothing names is deleted.
    if (item.file && sheet.uploaded?.[item.file]) {
        await page.api.remove(`/api/v1/evidence/${item.file}`);
    }
}

function uploading(s, page, key, { name, part, problem }) {
    return h('div', { class: 'upload', key },
        problem
            ? [problemBox(s, problem, { form: key }), button(s, { label: s.t('sheet.uploadDismiss'), kind: 'is-small',
                run: () => uploads(page, key, null) })]
            : [h('label', { for: `${key}-bar` }, s.t('sheet.uploading', { name })),
                h('progress', { id: `${key}-bar`, max: 100, value: Math.round(part * 100) }), ` ${s.percent(part)}`]);
}

function uploads(page, key, value) {
    page.set(({ sheet }) => {
        const next = { ...sheet.uploads, [key]: value };
        if (value === null) {
            delete next[key];
        }
        return { sheet: { ...sheet, uploads: next } };
    });
}

async function upload(page, file) {
    const { s, state: { sheet: { id } } } = page;
    const key = `upload-${crypto.randomUUID()}`;
    const mediaType = TYPES[file.name.split('.').at(-1).toLowerCase()];
    const refused = !mediaType ? 'sheet.wrongType' : file.size > MOST ? 'sheet.tooLarge' : file.size === 0 ? 'sheet.emptyFile' : null;
    if (refused) {
        uploads(page, key, { name: file.name, problem: { status: 422, title: s.t('sheet.notUploaded', { name: file.name }),
            detail: s.t(refused, { size: sizeOf(s, file.size) }), errors: [] } });
        return;
    }
    uploads(page, key, { name: file.name, part: 0 });
    const title = file.name.replace(/\.[^.]+$/, '').slice(0, 200);
    const answer = await page.api.upload(
        `/api/v1/checkpoints/${encodeURIComponent(id)}/evidence?title=${encodeURIComponent(title)}`, file, {
            type: mediaType,
            headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` },
            progress: (part) => uploads(page, key, { name: file.name, part }),
        });
    if (page.state.sheet?.id !== id) {
        return;
    }
    if (!answer.ok) {
        uploads(page, key, { name: file.name, problem: answer.problem });
        return;
    }
    uploads(page, key, null);
    put(page, id, { uploaded: { ...page.state.sheet.uploaded, [answer.data.id]: answer.data } });
    type(page, { evidence: [...page.state.sheet.form.evidence, { title, url: '', file: answer.data.id }] });
    page.announce(s.t('sheet.uploaded', { name: file.name }));
}

export function sizeOf(s, bytes) {
    return bytes < 1024 * 1024 ? `${s.number(Math.max(1, Math.round(bytes / 1024)))} KB`
        : `${s.number(Math.round(bytes / 104857.6) / 10)} MB`;
}
