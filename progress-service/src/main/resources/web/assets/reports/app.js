import { h } from '../h.js';
import { notice } from '../parts.js';
import { start } from '../work/frame.js';
import { loadPortfolio, portfolio } from './portfolio.js';
import { loadPublished, published } from './published.js';
import { loadScorecards, scorecards } from './scorecards.js';
import { loadMeetings, meetings } from './meetings.js';
import { loadMeeting, meeting } from './meeting.js';
import { loadOpinions, opinions } from './opinions.js';
import { loadOpinion, opinion } from './opinion.js';
import { give, loadGiving } from './giving.js';
import { tabs } from './pieces.js';

const PORTFOLIO = { load: loadPortfolio, view: portfolio, title: 'report.title.portfolio' };
const PUBLISHED = { load: loadPublished, view: published, title: 'reports.published' };

/** Each address, by its first part and how many there are, and what it shows. */
const PLACES = {
    'published/1': PUBLISHED,
    'published/2': { ...PORTFOLIO },
    'agencies/1': { load: loadScorecards, view: scorecards, title: 'report.title.scorecard' },
    'meetings/1': { load: loadMeetings, view: meetings, title: 'reports.meetings' },
    'meetings/2': { load: loadMeeting, view: meeting, title: 'reports.meeting' },
    'opinions/1': { load: loadOpinions, view: opinions, title: 'reports.opinions' },
    'opinions/2': { load: loadOpinion, view: opinion, title: 'reports.opinion' },
};

/** The public reads what is published; the report of the moment is for those who have signed in. */
function placeOf({ path, session }) {
    if (path.length === 0) {
        return session?.signedIn ? PORTFOLIO : PUBLISHED;
    }
    return path.join('/') === 'opinions/new'
        ? { load: loadGiving, view: give, title: 'reports.give' }
        : PLACES[`${path[0]}/${path.length}`] ?? null;
}

start({
    nav: 'reports',
    base: '/reports',
    words: new URL('./messages', import.meta.url),
    roles: null,
    title: (page) => page.s.t(placeOf(page)?.title ?? 'load.missing'),
    view: (page) => [tabs(page), placeOf(page)?.view(page) ?? unknown(page)],
    arrived(page) {
        if (page.session && !page.session.failed) {
            placeOf(page)?.load(page);
        }
    },
});

function unknown({ s }) {
    return h('div', { class: 'card' }, h('h1', { class: 'sr-only' }, s.t('load.missing')),
        notice(s.t('load.missing'), s.t('load.missingHint')),
        h('p', null, h('a', { href: '/reports' }, s.t('reports.title'))));
}
