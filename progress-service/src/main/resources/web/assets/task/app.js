/** The page of one task: `/tasks/<code>`. */
import { start } from '../work/frame.js';
import { plain } from '../parts.js';
import { read } from './load.js';
import { view } from './view.js';

start({
    nav: 'task',
    base: '/tasks',
    words: new URL('./messages', import.meta.url),
    roles: null,
    title: ({ s, state }) => (state.task ? `${state.task.code} ${plain(s, state.task.title)}` : s.t('sheet.title')),
    view,
    arrived,
});

let reader = null;

/** Another task, or another reader, who may see more or less of the same. */
function arrived(page) {
    const [code = null] = page.path;
    if (page.session !== null && !page.session.failed && (page.state.code !== code || reader !== page.session)) {
        reader = page.session;
        read(page, code);
    }
}
