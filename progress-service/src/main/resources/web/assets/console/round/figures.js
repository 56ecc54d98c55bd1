/** Measurements, evidence and the sign-off of a submission beside those of another one, by value. */
import { h } from '../../h.js';
import { added, beside, gone, indicatorName } from './comparison.js';
import { stated } from './pieces.js';

const NUMBERS = ['old', 'now', 'target'];

export function measurementsPart({ page: { s }, data, old, now }) {
    const before = new Map((old?.measurements ?? []).map((one) => [one.indicator, one]));
    const after = new Map((now.measurements ?? []).map((one) => [one.indicator, one]));
    const codes = [...new Set([...before.keys(), ...after.keys()])];
    const lines = codes.map((code) => ({ code, one: before.get(code), other: after.get(code) }));
    const columns = ['indicator', ...(old ? ['old'] : []), 'now', 'target', 'measuredOn', 'note'];
    return {
        differs: old !== null && lines.some(({ one, other }) => JSON.stringify(one) !== JSON.stringify(other)),
        view: codes.length === 0
            ? h('p', null, stated(s, null))
            : h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': s.t('section.MEASUREMENTS') },
                h('table', { class: 'table round-table' },
                    h('caption', { class: 'sr-only' }, s.t('section.MEASUREMENTS')),
                    h('thead', null, h('tr', null, columns.map((column) =>
                        h('th', { key: column, scope: 'col', class: NUMBERS.includes(column) ? 'is-number' : null }, s.t(`measure.${column}`))))),
                    h('tbody', null, lines.map((line) => row(s, data, line, old !== null))))),
    };
}

function row(s, data, { code, one, other }, comparing) {
    const indicator = data.task.indicators?.find((known) => known.code === code);
    const unit = other?.unit ?? one?.unit ?? indicator?.unit ?? '';
    const value = (measurement) => (measurement ? `${s.number(measurement.value)} ${unit}`.trim() : stated(s, null));
    const differs = comparing && one?.value !== other?.value;
    return h('tr', { key: code },
        h('th', { scope: 'row' }, indicatorName(s, data, code)),
        comparing && h('td', { key: 'old', class: 'is-number' }, differs && one ? gone(s, value(one)) : value(one)),
        h('td', { key: 'now', class: 'is-number' }, differs && other ? added(s, value(other)) : value(other),
            differs && one && other && h('span', { class: 'round-change' }, ` ${other.value > one.value ? '▲' : '▼'} ${s.number(Math.abs(other.value - one.value))}`)),
        h('td', { key: 'target', class: 'is-number' }, indicator && indicator.target !== null && indicator.target !== undefined
            ? s.number(indicator.target) : stated(s, null)),
        h('td', { key: 'on' }, other ? dated(s, one, other, comparing) : stated(s, null)),
        h('td', { key: 'note' }, other?.note ? (comparing && one?.note !== other.note ? added(s, other.note) : other.note) : '–'));
}

function dated(s, one, other, comparing) {
    return comparing && one && one.measuredOn !== other.measuredOn ? added(s, s.date(other.measuredOn)) : s.date(other.measuredOn);
}

/** Two pieces of evidence are the same where they are the same file, or the same title and address. */
export function evidencePart(of) {
    const { page: { s }, data, old, now } = of;
    const keyOf = (piece) => piece.file ?? `${piece.title} ${piece.url}`;
    const before = new Set((old?.evidence ?? []).map(keyOf));
    const after = new Set((now.evidence ?? []).map(keyOf));
    const list = (pieces, others, mark) => (pieces ?? []).length === 0 ? stated(s, null) : h('ul', { class: 'round-evidence' },
        pieces.map((piece) => h('li', { key: keyOf(piece) },
            old && !others.has(keyOf(piece)) ? mark(s, evidence(s, data, piece)) : evidence(s, data, piece))));
    const differs = old !== null && (before.size !== after.size || [...before].some((key) => !after.has(key)));
    return {
        differs,
        view: beside(of, differs, old && list(old.evidence, after, gone), list(now.evidence, before, added)),
    };
}

function evidence(s, { files }, { title, url, file }) {
    if (!file) {
        return url ? h('a', { href: url, rel: 'noreferrer', target: '_blank' }, title, h('span', { class: 'sr-only' }, s.t('review.newWindow'))) : title;
    }
    const known = files.find(({ id }) => id === file);
    return [
        h('a', { href: `/api/v1/evidence/${file}`, download: true }, title),
        h('span', { class: 'card-note' }, known ? ` ${known.fileName} · ${size(s, known.size)}` : ` ${s.t('review.file')}`),
    ];
}

export function size(s, bytes) {
    return bytes < 1024 ? s.t('work.bytes', { count: bytes })
        : bytes < 1024 * 1024 ? s.t('work.kilobytes', { count: Math.ceil(bytes / 1024) })
            : s.t('work.megabytes', { count: Math.ceil(bytes / 1024 / 102.4) / 10 });
}

export function approvalPart(of) {
    const { page: { s }, old, now } = of;
    const text = (approval) => approval && [approval.documentNo, approval.approver, approval.approvedOn && s.date(approval.approvedOn)]
        .filter(Boolean).join(' · ');
    const before = old && text(old.approval);
    const after = text(now.approval);
    const differs = old !== null && before !== after;
    return {
        differs,
        view: beside(of, differs, old && (before ? gone(s, before) : stated(s, before)),
            after && differs ? added(s, after) : stated(s, after)),
    };
}
