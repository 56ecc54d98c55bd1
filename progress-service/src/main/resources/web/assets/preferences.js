/** What the reader chose on this device. Where the browser keeps nothing, nothing is remembered and nothing breaks. */

export function recall(name) {
    try {
        return localStorage.getItem(`kcs.${name}`);
    } catch (unavailable) {
        return null;
    }
}

/** @param {string|null} value null forgets it */
export function remember(name, value) {
    try {
        if (value === null) {
            localStorage.removeItem(`kcs.${name}`);
        } else {
            localStorage.setItem(`kcs.${name}`, value);
        }
    } catch (unavailable) {
        // The choice holds until the page is closed.
    }
}
