/** The page's own name, who reads it, its language and its contrast. */
import { h } from '../h.js';
import { sign } from '../parts.js';
import { LANGUAGES } from '../i18n.js';

const NAMES = { ko: '한국어', en: 'English' };
const MENU = 'menu';
const BARS = 'M4 6.5h16M4 12h16M4 17.5h16';
const CONTRAST = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 7.5h4M12 12h8M12 16.5h4';

/** Where one can go, and who needs it: everybody where no role is named. */
const PLACES = [
    { nav: 'dashboard', href: '/' },
    { nav: 'reports', href: '/reports' },
    { nav: 'desk', href: '/desk', roles: ['reporter'] },
    { nav: 'console', href: '/console', roles: ['planner', 'admin'] },
    { nav: 'help', href: '/help' },
];

export function masthead(s, { contrast, session, language = s.language, nav = 'dashboard' }, actions) {
    return h(
        'header',
        { class: 'masthead' },
        h(
            'div',
            { class: 'frame masthead-row' },
            h(
                'a',
                { class: 'brand', href: '/' },
                h('img', { src: new URL('../icon.svg', import.meta.url).href, alt: '', width: 40, height: 40 }),
                h(
                    'span',
                    { class: 'brand-words' },
                    h('span', { class: 'brand-owner' }, s.t('page.owner')),
                    ' ',
                    h('span', { class: 'brand-name' }, s.t('page.title')),
                ),
            ),
            // Where there is little room all this is one menu, which the browser itself opens and closes.
            h(
                'button',
                { class: 'tool menu-button', type: 'button', popovertarget: MENU, },
                sign(BARS),
                s.t('nav.menu'),
            ),
            h(
                'div',
                { class: 'menu', id: MENU, popover: 'auto' },
                places(s, session, nav),
                tools(s, { contrast, session, chosen: language }, actions),
            ),
        ),
    );
}

function places(s, session, nav) {
    return h(
        'nav',
        { class: 'places', 'aria-label': s.t('nav.label') },
        h('ul', null, PLACES
            .filter(({ roles }) => !roles || session?.roles?.some((role) => roles.includes(role)))
            .map((place) => h('li', { key: place.nav },
                h('a', { href: place.href, 'aria-current': place.nav === nav ? 'page' : null, on: { click: closed } },
                    s.t(`nav.${place.nav}`))))),
    );
}

/** A link may lead to another view of this very page, which is not loaded anew then. */
function closed({ currentTarget }) {
    const menu = currentTarget.closest('.menu');
    if (menu.matches(':popover-open')) {
        menu.hidePopover();
    }
}

function tools(s, { contrast, session, chosen }, actions) {
    return h(
        'div',
        { class: 'masthead-tools' },
        session && who(s, session),
        h(
            'button',
            {
                class: 'tool', type: 'button', 'aria-pressed': String(contrast),
                on: { click: () => actions.contrast(!contrast) },
            },
            sign(CONTRAST),
            s.t('contrast.label'),
        ),
        h(
            'div',
            { class: 'languages', role: 'group', 'aria-label': s.t('language.label') },
            LANGUAGES.map((language) =>
                h(
                    'button',
                    {
                        key: language, class: 'tool', type: 'button', lang: language,
                        'aria-pressed': String(language === chosen),
                        on: { click: () => actions.language(language) },
                    },
                    NAMES[language],
                )),
        ),
    );
}

function who(s, session) {
    if (!session.signedIn) {
        const here = encodeURIComponent(location.pathname + location.search);
        return h('a', { key: 'who', class: 'tool', href: `/signin?return=${here}` }, s.t('session.signIn'));
    }
    const agency = session.agencyName ? s.content(session.agencyName) : null;
    return h(
        'form',
        { key: 'who', class: 'session', method: 'post', action: '/signout' },
        h(
            'span',
            { class: 'session-name' },
            agency && [h('span', { lang: agency.lang }, agency.text), ' '],
            session.name,
        ),
        h('button', { class: 'tool', type: 'submit' }, s.t('session.signOut')),
    );
}
