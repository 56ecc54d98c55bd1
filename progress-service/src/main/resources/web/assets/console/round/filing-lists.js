/** The two lists of a filing: measurements of the task's indicators, and evidence by address or as a file. */
import { h } from '../../h.js';
import { plain } from '../../parts.js';
import { button, problemBox, selectField, textField } from '../../work/forms.js';
import { size } from './figures.js';
import { focusLater } from './pieces.js';
import { type } from './kept.js';

export function measurementFields(page, { task }, errors, change) {
    const { s, state: { filing: { values: { measurements } } } } = page;
    const indicators = task.indicators ?? [];
    const left = indicators.filter(({ code }) => !measurements.some(({ indicator }) => indicator === code));
    const edit = (place, changes) => change({ measurements: measurements.map((one, at) => (at === place ? { ...one, ...changes } : one)) });
    return h('fieldset', { class: 'field', key: 'measurements' },
        h('legend', null, s.t('section.MEASUREMENTS')),
        indicators.length === 0 && h('p', { class: 'field-hint' }, s.t('filing.noIndicators')),
        measurements.map((one, place) => {
            const known = indicators.find(({ code }) => code === one.indicator);
            const field = (name, options) => textField(s, {
                form: 'filing', name: `measurements/${place}/${name}`, errors, value: one[name], change: (value) => edit(place, { [name]: value }), ...options,
            });
            return h('div', { class: 'round-line', key: one.indicator, role: 'group', 'aria-label': known ? plain(s, known.name) : one.indicator },
                h('p', { class: 'round-line-name' }, h('strong', null, known ? plain(s, known.name) : one.indicator), ' ', one.unit),
                h('div', { class: 'fields' },
                    field('value', { type: 'number', inputmode: 'decimal', label: s.t('measure.value'), required: true }),
                    field('measuredOn', { type: 'date', label: s.t('measure.measuredOn'), required: true }),
                    field('note', { label: s.t('measure.note'), maxlength: 1000 })),
                button(s, { label: s.t('work.remove'), kind: 'is-small', run: () => change({ measurements: measurements.filter((_, at) => at !== place) }) }));
        }),
        left.length > 0 && selectField(s, {
            form: 'filing', name: 'addMeasurement', label: s.t('filing.addMeasurement'), value: '',
            options: [{ value: '', label: s.t('work.choose') }, ...left.map(({ code, name, unit }) => ({ value: code, label: `${plain(s, name)} (${unit})` }))],
            change: (code) => {
                if (code) {
                    const { unit } = left.find((one) => one.code === code);
                    change({ measurements: [...measurements, { indicator: code, value: '', unit, measuredOn: '', note: '' }] });
                    focusLater(`filing-measurements-${measurements.length}-value`);
                }
            },
        }));
}

export function evidenceFields(page, { checkpoint }, errors, change) {
    const { s, state: { filing: { values: { evidence } }, upload } } = page;
    const edit = (place, changes) => change({ evidence: evidence.map((one, at) => (at === place ? { ...one, ...changes } : one)) });
    return h('fieldset', { class: 'field', key: 'evidence' },
        h('legend', null, s.t('section.EVIDENCE')),
        evidence.map((one, place) => h('div', { class: 'round-line', key: one.file ?? `address${place}`, role: 'group', 'aria-label': one.title || s.t('filing.evidenceOf', { no: place + 1 }) },
            h('div', { class: 'fields' },
                textField(s, {
                    form: 'filing', name: `evidence/${place}/title`, label: s.t('filing.evidenceTitle'), required: true, maxlength: 200, errors,
                    value: one.title, change: (title) => edit(place, { title }),
                }),
                one.file
                    ? h('p', { class: 'round-line-name', key: 'file' }, one.fileName ?? s.t('review.file'), one.size && ` · ${size(s, one.size)}`)
                    : textField(s, {
                        form: 'filing', name: `evidence/${place}/url`, type: 'url', label: s.t('filing.evidenceUrl'), required: true, maxlength: 2000,
                        errors, value: one.url, change: (url) => edit(place, { url }),
                    })),
            button(s, { label: s.t('work.remove'), kind: 'is-small', run: () => change({ evidence: evidence.filter((_, at) => at !== place) }) }))),
        problemBox(s, upload?.problem ?? null, { form: 'upload' }),
        h('div', { class: 'round-upload' },
            h('div', { class: 'field' },
                h('label', { for: 'filing-file' }, s.t('filing.addFile')),
                h('p', { class: 'field-hint', id: 'filing-file-hint' }, s.t('filing.addFileHint')),
                h('input', {
                    id: 'filing-file', class: 'control', type: 'file', 'aria-describedby': 'filing-file-hint', disabled: upload?.going ?? false,
                    on: { change: (event) => event.target.files[0] && send(page, checkpoint, event.target) },
                })),
            upload?.going && h('p', { role: 'status' }, s.t('filing.uploading', { share: s.percent(upload.share) }), ' ',
                h('progress', { value: upload.share, max: 1, 'aria-label': s.t('filing.addFile') })),
            button(s, { label: s.t('filing.addUrl'), kind: 'is-small', run: () => {
                change({ evidence: [...evidence, { title: '', url: '' }] });
                focusLater(`filing-evidence-${evidence.length}-title`);
            } })));
}

async function send(page, checkpoint, input) {
    const [file] = input.files;
    const title = file.name.replace(/\.[^.]+$/, '').slice(0, 200);
    page.set({ upload: { going: true, share: 0, problem: null } });
    const answer = await page.api.upload(
        `/api/v1/checkpoints/${encodeURIComponent(checkpoint.id)}/evidence?title=${encodeURIComponent(title)}`, file, {
            type: 'application/octet-stream',
            headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` },
            progress: (share) => page.set({ upload: { going: true, share, problem: null } }),
        });
    page.set({ upload: { going: false, share: 1, problem: answer.problem } });
    if (answer.ok) {
        input.value = '';
        const { id, fileName, size: bytes } = answer.data;
        type(page, 'filing', { evidence: [...page.state.filing.values.evidence, { title, file: id, fileName, size: bytes }] });
        page.announce(page.s.t('filing.uploaded', { name: fileName }));
    }
}
