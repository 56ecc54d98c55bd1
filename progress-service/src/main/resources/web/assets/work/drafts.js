/**
 * What somebody has typed and not yet sent: kept on this device, so that a reload or a lost session loses nothing. Of who
 * has signed in, so that two people at one machine do not see each other's.
 */
import { recall, remember } from '../preferences.js';

const changed = new Set();

/**
 * A draft by a name, such as `task.KCS-2024-01`.
 *
 * @param {string} who the person's name in the session
 */
export function draft(who, name) {
    const key = `draft.${who}.${name}`;
    return {
        /** What was kept; null where nothing was. */
        read() {
            try {
                return JSON.parse(recall(key));
            } catch (unreadable) {
                return null;
            }
        },
        keep(value) {
            remember(key, JSON.stringify(value));
        },
        forget() {
            remember(key, null);
            changed.delete(key);
        },
    };
}

/** Marks or unmarks something as typed and kept nowhere. */
export function mark(name, isChanged) {
    if (isChanged) {
        changed.add(name);
    } else {
        changed.delete(name);
    }
}

/** Whether leaving the page would lose something. */
export function unsaved() {
    return changed.size > 0;
}
