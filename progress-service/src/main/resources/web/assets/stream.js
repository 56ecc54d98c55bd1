/**
 * The live stream of changes. It starts behind a snapshot's cursor, and whatever happens to the connection it
 * goes on behind the last change that was applied: nothing is missed, and a repetition is told by its id.
 */

const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;

/** A hidden page gives its connection back after this long: browsers allow only six to one host over HTTP/1.1. */
const HIDDEN_FOR = 60_000;

/**
 * A connection can be dead without either side knowing, and the stream's heartbeat is a comment, which a page does
 * not see. After this long without a message it is opened anew: it costs one request and is exact.
 */
const QUIET_FOR = 300_000;

/** How long a connection may take before the page says that it has none. */
const PATIENCE = 5_000;

/**
 * @param {string} url the stream's address
 * @param {object} listener
 *     `cursor()` the place to go on from,
 *     `connection(state)` live, reconnecting or offline,
 *     `message(type, id, payload)` change or gone,
 *     `opened()` the server sends on what changes for whoever asks now,
 *     `refused()` the server answered with an error, perhaps because a session is over,
 *     `reset()` the stream cannot go on from the cursor: the snapshot must be read again
 * @returns {{start: function(), stop: function()}}
 */
export function changes(url, listener) {
    let source = null;
    let wanted = false;
    let retry = FIRST_RETRY;
    let retryTimer = null;
    let watchTimer = null;
    let hiddenTimer = null;

    function open() {
        close();
        const cursor = listener.cursor();
        const own = new EventSource(cursor === null ? url : `${url}?lastEventId=${encodeURIComponent(cursor)}`);
        source = own;
        watchTimer = setTimeout(lost, PATIENCE);
        own.addEventListener('hello', () => {
            listener.opened();
            alive();
        });
        for (const type of ['change', 'gone']) {
            own.addEventListener(type, (event) => {
                alive();
                listener.message(type, event.lastEventId || null, JSON.parse(event.data));
            });
        }
        own.addEventListener('reset', () => listener.reset());
        own.addEventListener('error', () => {
            lost();
            // The browser retries by itself, with Last-Event-ID, unless the answer was an error: then it gives up for good.
            if (own.readyState === EventSource.CLOSED) {
                openLater();
                listener.refused();
            }
        });
    }

    function close() {
        clearTimeout(retryTimer);
        clearTimeout(watchTimer);
        source?.close();
        source = null;
    }

    function alive() {
        retry = FIRST_RETRY;
        clearTimeout(watchTimer);
        watchTimer = setTimeout(open, QUIET_FOR);
        listener.connection('live');
    }

    /** The browser's own word for being offline is only believed for the wording: this host may still be within reach. */
    function lost() {
        listener.connection(navigator.onLine === false ? 'offline' : 'reconnecting');
    }

    function openLater() {
        close();
        // Spread out, so that all who lost a server do not come back to it in the same moment.
        retryTimer = setTimeout(open, retry * (0.5 + Math.random() / 2));
        retry = Math.min(retry * 2, LONGEST_RETRY);
    }

    function reopen() {
        if (wanted) {
            lost();
            open();
        }
    }

    function followVisibility() {
        clearTimeout(hiddenTimer);
        if (document.hidden) {
            hiddenTimer = setTimeout(close, HIDDEN_FOR);
        } else if (source === null) {
            reopen();
        }
    }

    window.addEventListener('online', reopen);
    window.addEventListener('offline', () => {
        if (wanted) {
            lost();
            openLater();
        }
    });
    document.addEventListener('visibilitychange', followVisibility);
    // A page kept for the back button has lost its connection when it is shown again.
    window.addEventListener('pageshow', (event) => {
        if (event.persisted) {
            reopen();
        }
    });

    return {
        start() {
            wanted = true;
            retry = FIRST_RETRY;
            open();
            followVisibility();
        },
        stop() {
            wanted = false;
            close();
        },
    };
}
