/**
 * Says live changes to those who listen instead of look: politely, at most once in a while, and as a number when
 * there are many.
 */
import { plain } from './parts.js';
import { whatType } from './panels/feed.js';

const PAUSE = 4_000;
const SPOKEN_ONE_BY_ONE = 3;

/** @param {Element} region an element with aria-live="polite" */
export function announcer(region) {
    let waiting = [];
    let timer = null;

    function speak(s) {
        timer = null;
        region.textContent = announcement(s, waiting);
        region.lang = s.language;
        waiting = [];
    }

    return {
        add(change, speakerNow) {
            waiting.push(change);
            timer ??= setTimeout(() => speak(speakerNow()), PAUSE);
        },
    };
}

/** The words for some changes. */
export function announcement(s, changes) {
    if (changes.length > SPOKEN_ONE_BY_ONE) {
        return s.t('announce.many', { count: changes.length });
    }
    return changes
        .map((change) => {
            const title = plain(s, change.title);
            return change.from && change.to
                ? s.t('announce.status', { title, from: s.named('status', change.from), to: s.named('status', change.to) })
                : s.t('announce.other', { title, what: whatType(s, change.type) });
        })
        .join('. ');
}
