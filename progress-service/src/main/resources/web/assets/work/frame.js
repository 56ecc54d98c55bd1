/**
 * What all pages but the dashboard have in common: the masthead, the language, the contrast, who has signed in, the path
 * below the page's own, and drawing again when something has changed.
 *
 * A page is started by `start({nav, base, words, roles, title, view, arrived})`:
 *  - `nav` its entry in the navigation; `base` its path, such as `/desk`
 *  - `words` URL of its own messages without `_ko.json`, or null
 *  - `roles` who may use it; null for everybody
 *  - `title(page)` the title of the document
 *  - `view(page)` descriptions of what stands in `main`; called for every drawing, pure
 *  - `arrived(page)` called when the path or who has signed in is another: to load what the view shows
 *
 * `page` is `{s, api, session, path, query, state, set(changes), go(path, replace), announce(text)}`: `path` the parts of the
 * path below `base`, `state` what the page keeps; `set` merges changes into it and draws.
 */
import { h, render } from '../h.js';
import { chosenLanguage, learn, learnLanguage, speaker } from '../i18n.js';
import { recall, remember } from '../preferences.js';
import { masthead } from '../panels/masthead.js';
import { demonstration } from '../panels/demonstration.js';
import { admitted, overView, watchSession, whoIsThere } from './admission.js';
import { api } from './api.js';
import { unsaved } from './drafts.js';
import { dialogView, opened } from './dialog.js';
import { followLinks, isBelow } from './links.js';

const moreContrast = matchMedia('(prefers-contrast: more)');

export async function start({ nav, base, words = null, roles = null, title, view, arrived }) {
    const root = document.getElementById('app');
    const announcer = document.getElementById('announcer');
    let drawing = false;
    let contrast = contrastChosen();

    const page = {
        s: null,
        api: null,
        session: null,
        /** Whether the session has ended since. */
        over: false,
        path: [],
        query: new URLSearchParams(),
        state: {},
        /** The question that is asked just now; see dialog.js. */
        dialog: null,
        set(changes) {
            page.state = { ...page.state, ...(typeof changes === 'function' ? changes(page.state) : changes) };
            draw();
        },
        /** Leads to another view of this page, or to another page. */
        go(path, replace = false) {
            if (!isBelow(base, path)) {
                location.assign(path);
                return;
            }
            history[replace ? 'replaceState' : 'pushState'](null, '', path);
            moved();
            // As if a page had been loaded: to its beginning, with its heading read out.
            if (!replace) {
                scrollTo(0, 0);
                document.getElementById('main')?.focus({ preventScroll: true });
            }
        },
        announce(text) {
            announcer.textContent = '';
            requestAnimationFrame(() => {
                announcer.textContent = text;
            });
        },
    };

    const actions = {
        async language(language) {
            await learnLanguage(language);
            speak(language);
            remember('language', language);
            const address = new URL(location.href);
            if (language === 'ko') {
                address.searchParams.delete('lang');
            } else {
                address.searchParams.set('lang', language);
            }
            history.replaceState(null, '', address);
            draw();
        },
        contrast(more) {
            contrast = more;
            remember('contrast', more ? 'more' : 'standard');
            draw();
        },
    };

    function speak(language) {
        page.s = speaker(language);
        page.api = api(language, ended);
    }

    /** A call was refused for want of a session: whoever has signed in is told so. */
    function ended() {
        if (page.session?.signedIn && !page.over) {
            page.over = true;
            draw();
        }
    }

    function located() {
        const rest = location.pathname.slice(base.length).split('/').filter(Boolean);
        page.path = rest.map(decodeURIComponent);
        page.query = new URLSearchParams(location.search);
    }

    function moved() {
        located();
        arrived?.(page);
        draw();
    }

    function draw() {
        if (!drawing) {
            drawing = true;
            requestAnimationFrame(drawNow);
        }
    }

    function drawNow() {
        drawing = false;
        const { s } = page;
        const html = document.documentElement;
        // Set only where it is another: the whole page would be styled anew for it.
        if (html.lang !== s.language) {
            html.lang = s.language;
        }
        html.dataset.contrast = contrast ? 'more' : 'standard';
        document.title = `${title(page)} · ${s.t('page.documentTitle')}`;
        render(
            root,
            h('a', { class: 'skip', href: '#main' }, s.t('page.skip')),
            demonstration({ demonstration: page.session?.demonstration === true }, s),
            masthead(s, { contrast, session: page.session, nav }, actions),
            overView(page),
            h('main', { id: 'main', tabindex: -1 }, h('div', { class: 'frame content' }, admitted(page, roles, askWho) ?? view(page))),
            h('footer', { class: 'footer' }, h('div', { class: 'frame' }, h('p', null, s.t('page.footer')))),
            dialogView(page),
        );
        opened();
    }

    async function askWho() {
        page.session = await whoIsThere(page);
        arrived?.(page);
        draw();
    }

    await Promise.all([new URL('./messages', import.meta.url), words].filter(Boolean).map(learn));
    speak(chosenLanguage(location.search, recall('language')));
    located();
    // What stands there before the script has come, so that nothing is shown twice.
    root.replaceChildren();
    draw();
    addEventListener('popstate', moved);
    addEventListener('beforeunload', (event) => {
        if (unsaved()) {
            event.preventDefault();
        }
    });
    followLinks(base, page.go);
    watchSession(page);
    await askWho();
    return page;

    function contrastChosen() {
        const chosen = recall('contrast');
        return chosen === null ? moreContrast.matches : chosen === 'more';
    }
}
