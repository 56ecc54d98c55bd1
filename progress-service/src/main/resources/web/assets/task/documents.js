/** The same in documents for who may have them, and where to go on with the work. */
import { h } from '../h.js';
import { download } from '../work/download.js';
import { button, problemBox } from '../work/forms.js';
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
                    'aria-label': s.t('sheet.download', { format: format.toUpperCase() }), run: () => take(page, code, format),
                })))),
                h('p', { key: 'said', class: 'fact-note', role: 'status' }, state.downloaded && s.t('sheet.downloaded')),
                problemBox(s, state.downloadProblem, { form: 'download' }),
            ]
            : h('p', { key: 'reports' }, h('a', { href: '/reports' }, s.t('sheet.publicReports'))),
        h('ul', { key: 'ways', class: 'ways' },
            session.roles?.includes('planner') && h('li', { key: 'console' }, h('a', { class: 'button is-small', href: `/console/tasks/${encodeURIComponent(code)}` }, s.t('sheet.toConsole'))),
            session.roles?.includes('reporter') && h('li', { key: 'desk' }, h('a', { class: 'button is-small', href: '/desk' }, s.t('nav.desk'))),
            h('li', { key: 'print' }, button(s, { label: s.t('sheet.print'), kind: 'is-small', run: () => print() })),
            h('li', { key: 'data' }, h('a', { href: `/api/v1/tasks/${encodeURIComponent(code)}` }, s.t('sheet.data')))),
    );
}

async function take(page, code, format) {
    page.set({ fetching: format, downloaded: false, downloadProblem: null });
    const downloadProblem = await download(`/api/v1/reports/tasks/${encodeURIComponent(code)}?format=${format}`,
        { language: page.s.language, name: `${code}.${format}` });
    page.set({ fetching: null, downloaded: downloadProblem === null, downloadProblem });
}
