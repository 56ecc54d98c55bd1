/**
 * The live stream of changes. It starts behind a snapshot's cursor, and whatever happens to the connection it
 * goes on behind the last change that was applied: nothing is missed, and a repetition is told by its id.
 */

const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;

/** A hidden page gives its connection back after this long: browsers allow only six to one host over HTTP/1.1. */
const HIDDEN_FOR = 60_000;

/**
 * @param {string} url the stream's address
 * @param {object} listener
 *     `cursor()` the place to go on from,
 *     `connection(state)` connecting, live, reconnecting or offline,
 *     `message(type, id, payload)` change or gone,
 *     `reset()` the stream cannot go on from the cursor: the snapshot must be read again
 * @returns {{start: function(), stop: function()}}
 */
export function changes(url, listener) {
    let source = null;
    let wanted = false;
    let retry = FIRST_RETRY;
    let retryTimer = null;
    let hiddenTimer = null;

    function open() {
        close();
        if (navigator.onLine === false) {
            listener.connection('offline');
            return; // the browser says when it is back
        }
        const cursor = listener.cursor();
        const own = new EventSource(cursor === null ? url : `${url}?lastEventId=${encodeURIComponent(cursor)}`);
        source = own;
        const alive = () => {
            retry = FIRST_RETRY;
            listener.connection('live');
        };
        own.addEventListener('hello', alive);
        for (const type of ['change', 'gone']) {
            own.addEventListener(type, (event) => {
                alive();
                listener.message(type, event.lastEventId || null, JSON.parse(event.data));
            });
        }
        own.addEventListener('reset', () => listener.reset());
        own.addEventListener('error', () => {
            listener.connection(navigator.onLine === false ? 'offline' : 'reconnecting');
            // The browser retries by itself, with Last-Event-ID, unless the answer was an error: then it gives up for good.
            if (own.readyState === EventSource.CLOSED) {
                openLater();
            }
        });
    }

    function openLater() {
        clearTimeout(retryTimer);
        // Spread out, so that all who lost a server do not come back to it in the same moment.
        retryTimer = setTimeout(open, retry * (0.5 + Math.random() / 2));
        retry = Math.min(retry * 2, LONGEST_RETRY);
    }

    function close() {
        clearTimeout(retryTimer);
        source?.close();
        source = null;
    }

    function reopen() {
        if (wanted) {
            listener.connection('reconnecting');
            open();
        }
    }

    window.addEventListener('online', reopen);
    window.addEventListener('offline', () => {
        if (wanted) {
            close();
            listener.connection('offline');
        }
    });
    document.addEventListener('visibilitychange', () => {
        clearTimeout(hiddenTimer);
        if (document.hidden) {
            hiddenTimer = setTimeout(close, HIDDEN_FOR);
        } else if (wanted && source === null) {
            reopen();
        }
    });
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
        },
        stop() {
            wanted = false;
            close();
        },
    };
}
