/**
 * Says live changes to those who listen instead of look: politely, at most once in a while, and as a number when
 * there are many.
 */
import { plain } from './parts.js';
import { kindWords, movedThing, moveOf, moveWords } from './telling.js';

const PAUSE = 4_000;
const SPOKEN_ONE_BY_ONE = 3;

/** @param {Element} region an element with aria-live="polite" */
export function announcer(region) {
    let waiting = [];
    let timer = null;

    function speak({ s, agencies }) {
        timer = null;
        region.textContent = announcement(s, agencies, waiting);
        region.lang = s.language;
        waiting = [];
    }

    return {
        /** @param {function(): {s, agencies}} now the language and the agencies' names when it is spoken */
        add(change, now) {
            waiting.push(change);
            timer ??= setTimeout(() => speak(now()), PAUSE);
        },
    };
}

/** The words for some changes. */
export function announcement(s, agencies, changes) {
    if (changes.length > SPOKEN_ONE_BY_ONE) {
        return s.t('announce.many', { count: changes.length });
    }
    return changes
        .map((change) => {
            const move = moveOf(change);
            const what = move
                ? [movedThing(s, move), moveWords(s, move, true)].filter(Boolean).join(' ')
                : kindWords(s, agencies, change);
            return s.t('announce.one', { title: plain(s, change.title), what });
        })
        .join('. ');
}
