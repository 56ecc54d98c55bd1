/** Every step of a checkpoint and every version that was filed. */
import { h } from '../h.js';
import { content, healthIcon } from '../parts.js';
import { NARRATIVES } from './content.js';
import { facts, prose } from './pieces.js';
import { sizeOf } from './evidence.js';

export function history(s, data) {
    const { steps, versions } = data;
    return h('section', { class: 'card', key: 'history', 'aria-labelledby': 'history-title' },
        h('h2', { id: 'history-title' }, s.t('sheet.history')),
        steps.length === 0 ? h('p', { class: 'card-note' }, s.t('sheet.noHistory')) : h('ol', { class: 'steps' },
            steps.toReversed().map((step) => h('li', { key: step.version },
                h('p', null, h('b', null, s.named('step', step.action)),
                    step.submissionNo ? ` ${s.t('sheet.versionNo', { no: step.submissionNo })}` : '',
                    ' ', h('span', { class: 'owed-facts' },
                        [s.instant(step.at), step.actorAgency, step.actor].filter(Boolean).join(' · '))),
                step.reason && h('p', { class: 'prose', lang: s.languageOf(step.reason) }, step.reason),
                step.comments?.length > 0 && h('ul', { class: 'comments' }, step.comments.map(({ section, text }, index) =>
                    h('li', { key: index }, h('b', null, `${s.named('section', section)}: `),
                        h('span', { lang: s.languageOf(text) }, text))))))),
        versions.length > 0 && h('h3', null, s.t('sheet.versions')),
        versions.toReversed().map((version) => h('details', { key: version.no, class: 'version' },
            h('summary', null, s.t('sheet.versionOf', { no: version.no, at: s.instant(version.submittedAt) }),
                version.inForce && h('span', { class: 'mark' }, s.t('sheet.inForce'))),
            version.correctionReason && facts([[s.t('sheet.correctionReason'), prose(s, version.correctionReason)]]),
            filedContent(s, data, version))));
}

/** What one version says. */
export function filedContent(s, { task, files }, version) {
    return h('div', { class: 'version-content' },
        facts([
            [s.t('sheet.kind'), s.t(`kind.${version.kind}`)],
            version.kind === 'PROGRESS' || version.percentComplete !== null
                ? [s.t('sheet.percentComplete'), version.percentComplete === null ? s.t('page.notStated') : `${version.percentComplete}%`] : null,
            version.declaredHealth && [s.t('sheet.declaredHealth'),
                h('span', { class: 'with-icon' }, healthIcon(version.declaredHealth), ' ', s.t(`health.${version.declaredHealth}`))],
            [s.t('sheet.submittedAt'), s.instant(version.submittedAt)],
            version.approval && [s.t('sheet.approval'), [version.approval.documentNo, version.approval.approver,
                version.approval.approvedOn && s.date(version.approval.approvedOn)].filter(Boolean).join(' · ')],
        ]),
        NARRATIVES.filter((name) => version[name] || version.kind === 'PROGRESS').map((name) =>
            h('div', { key: name, class: 'narrative' }, h('p', { class: 'narrative-name' }, s.t(`sheet.${name}`)), prose(s, version[name]))),
        version.measurements?.length > 0 && h('div', { class: 'narrative' },
            h('p', { class: 'narrative-name' }, s.t('sheet.measurements')),
            h('ul', null, version.measurements.map((measurement) => {
                const indicator = task.indicators.find(({ code }) => code === measurement.indicator);
                return h('li', { key: measurement.indicator }, indicator ? content(s, indicator.name) : measurement.indicator,
                    ` ${s.number(measurement.value)} ${measurement.unit ?? indicator?.unit ?? ''} (${s.date(measurement.measuredOn)})`,
                    measurement.note && ` · ${measurement.note}`);
            }))),
        version.evidence?.length > 0 && h('div', { class: 'narrative' },
            h('p', { class: 'narrative-name' }, s.t('sheet.evidence')),
            h('ul', null, version.evidence.map((item, index) => h('li', { key: index }, proof(s, item, files))))));
}

function proof(s, { title, url, file }, files) {
    const known = files.find(({ id }) => id === file);
    return file
        ? [h('a', { href: `/api/v1/evidence/${file}`, download: true, lang: s.languageOf(title) }, title),
            known && ` (${known.fileName}, ${sizeOf(s, known.size)})`]
        : /^https?:\/\//.test(url ?? '')
            ? h('a', { href: url, rel: 'noopener noreferrer', target: '_blank', lang: s.languageOf(title) }, title) : title;
}
