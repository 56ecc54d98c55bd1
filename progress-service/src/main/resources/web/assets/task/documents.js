/** The same in documents for who may have them, and where to go on with the work. */
import { h } from '../h.js';
import { button } from '../work/forms.js';
import { section } from './section.js';

const FORMATS = ['pdf', 'hwpx', 'xlsx', 'csv', 'json'];

export function documents(page) {
    const { s, session, state } = page;
    const { code } = state.task;
    return section('documents', s.t('sheet.documents'), s.t(session.signedIn ? 'sheet.documentsNote' : 'sheet.documentsPublic'),
        session.signedIn
            ? [
                h('ul', { key: 'formats', class: 'formats' }, FORMATS.map((format) => h('li', { key: format }, button(s, {
                    label: format.toUpperCase(), kind: 'is-small', busy: state.fetching === format,
                    'aria-label': s.t('sheet.download', { format: format.toUpperCase() }), run: () => download(page, code, format),
                })))),
                h('p', { key: 'said', class: 'fact-note', role: 'status' }, state.downloaded && s.t(`sheet.downloaded.${state.downloaded}`)),
            ]
            : h('p', { key: 'reports' }, h('a', { href: '/reports' }, s.t('sheet.publicReports'))),
        h('ul', { key: 'ways', class: 'ways' },
            session.roles?.includes('planner') && h('li', { key: 'console' }, h('a', { class: 'button is-small', href: `/console/tasks/${encodeURIComponent(code)}` }, s.t('sheet.toConsole'))),
            session.roles?.includes('reporter') && h('li', { key: 'desk' }, h('a', { class: 'button is-small', href: '/desk' }, s.t('nav.desk'))),
            h('li', { key: 'print' }, button(s, { label: s.t('sheet.print'), kind: 'is-small', run: () => print() })),
            h('li', { key: 'data' }, h('a', { href: `/api/v1/tasks/${encodeURIComponent(code)}` }, s.t('sheet.data')))),
    );
}

/** Asked for in the language of the page, which a mere link could not say. */
async function download(page, code, format) {
    page.set({ fetching: format, downloaded: null });
    let done = 'failed';
    try {
        const answer = await fetch(`/api/v1/reports/tasks/${encodeURIComponent(code)}?format=${format}`, { headers: { 'Accept-Language': page.s.language } });
        if (answer.ok) {
            save(await answer.blob(), `${code}.${format}`);
            done = 'done';
        } else if (answer.status === 401) {
            done = 'over';
        }
    } catch (unreachable) {
        // Said below the formats.
    }
    page.set({ fetching: null, downloaded: done });
}

function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
