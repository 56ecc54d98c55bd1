/** Links within a page need not load it anew. */

/** Has a page follow the links to its own views by itself; those that are meant for another window it leaves alone. */
export function followLinks(base, go) {
    addEventListener('click', (event) => {
        const link = event.target.closest?.('a[href]');
        const plainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (link && plainClick && !event.defaultPrevented && !link.target && !link.hasAttribute('download')
            && link.origin === location.origin && isBelow(base, link.pathname)
            && !(link.hash && link.pathname === location.pathname)) {
            event.preventDefault();
            go(link.pathname + link.search);
        }
    });
}

/** Whether a path is of the page that begins at `base`. */
export function isBelow(base, path) {
    return path === base || path.startsWith(`${base}/`) || path.startsWith(`${base}?`);
}
