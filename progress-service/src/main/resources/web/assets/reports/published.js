/** What was frozen for a meeting and published: everybody's to read, on the screen and as files. */
import { h } from '../h.js';
import { notice } from '../parts.js';
import { loaded } from '../work/loaded.js';

export async function loadPublished(page) {
    const answer = await page.api.get('/open/v1/reports?numOfRows=200');
    page.set({ published: answer.ok ? { data: answer.data } : { problem: answer.problem } });
}

export function published(page) {
    const { s, state } = page;
    return loaded(s, state.published, () => loadPublished(page), ({ items, licence }) => [
        h('header', { class: 'plain-head', key: 'head' }, h('h1', null, s.t('reports.published')),
            h('p', null, s.t('reports.publishedNote'))),
        items.length === 0
            ? h('div', { class: 'card', key: 'none' }, notice(s.t('reports.nonePublished'), s.t('reports.nonePublishedHint')))
            : h('ol', { class: 'snapshots', key: 'list' }, items.toReversed().map((item) => one(s, item))),
        h('p', { class: 'card-note', key: 'licence' }, h('a', { href: licence.url, rel: 'noopener', target: '_blank' }, s.content(licence.name).text)),
    ]);
}

function one(s, { id, plan, period, asOf, meeting, files }) {
    return h('li', { key: id, class: 'card' },
        h('h2', null, h('a', { href: `/reports/published/${encodeURIComponent(id)}` },
            s.t('reports.publishedOf', { plan, period: period ? s.period(period) : s.t('report.wholePlan') }))),
        h('p', { class: 'owed-facts' }, s.t('reports.frozenAt', { at: s.instant(asOf) }), meeting && [' · ',
            h('a', { href: `/reports/meetings/${encodeURIComponent(meeting)}` }, s.t('reports.reviewedAt', { meeting }))]),
        fileList(s, files));
}

/** The files of a frozen report with their hashes, by which anybody can see that they are the ones. */
export function fileList(s, files) {
    return [
        h('ul', { class: 'files' }, files.map(({ href, format, language }) => h('li', { key: href },
            h('a', { class: 'button is-small', href, download: true,
                'aria-label': s.t('reports.downloadOf', { format: format.toUpperCase(), language: language ? s.t(`reports.in.${language}`) : '' }) },
            `${format.toUpperCase()}${language ? ` ${s.t(`reports.in.${language}`)}` : ''}`)))),
        h('details', { class: 'hashes' }, h('summary', null, s.t('reports.hashes')),
            h('ul', null, files.map(({ href, format, language, sha256 }) => h('li', { key: href },
                `${format.toUpperCase()} ${language ?? ''} `, h('code', null, sha256))))),
    ];
}
