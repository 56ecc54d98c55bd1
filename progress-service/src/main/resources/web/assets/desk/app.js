import { h } from '../h.js';
import { start } from '../work/frame.js';
import { list } from './list.js';
import { loadList } from './list-loading.js';
import { sheet } from './sheet.js';
import { leaveSheet, loadSheet } from './sheet-loading.js';
import { bulk, loadBulk } from './bulk.js';
import { loadOpinion, opinion } from './opinion.js';
import { notice } from '../parts.js';

/** Each address and what it shows. */
const PLACES = {
    checkpoints: { load: loadSheet, view: sheet, title: 'desk.sheetTitle' },
    cycles: { load: loadBulk, view: bulk, title: 'desk.bulkTitle' },
    opinions: { load: loadOpinion, view: opinion, title: 'desk.opinionTitle' },
};

function placeOf({ path }) {
    if (path.length === 0) {
        return { load: loadList, view: list, title: 'desk.title' };
    }
    return path.length === 2 ? PLACES[path[0]] ?? null : null;
}

start({
    nav: 'desk',
    base: '/desk',
    words: new URL('./messages', import.meta.url),
    roles: ['reporter'],
    title: (page) => page.s.t(placeOf(page)?.title ?? 'load.missing'),
    view: (page) => placeOf(page)?.view(page) ?? unknown(page),
    arrived(page) {
        leaveSheet(page);
        if (page.session?.roles?.includes('reporter')) {
            placeOf(page)?.load(page);
        }
    },
});

function unknown({ s }) {
    return h('div', { class: 'card' }, h('h1', { class: 'sr-only' }, s.t('load.missing')),
        notice(s.t('load.missing'), s.t('load.missingHint')),
        h('p', null, h('a', { href: '/desk' }, s.t('desk.back'))));
}
