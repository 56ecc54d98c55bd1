/**
 * Calls of the API. The browser sends the session's cookie by itself; no token is ever seen here.
 *
 * A call never throws for what the server or the network says: it answers
 * `{ok, status, data, etag, problem, location}`. `problem` is the problem+json of the server, or one of the same form that
 * says that nothing was reached (`status` 0), so that a page has one way to show what went wrong.
 */

const JSON_TYPE = 'application/json';
const MERGE_PATCH = 'application/merge-patch+json';

/**
 * @param {string} language `ko` or `en`: in which a problem is told
 * @param {function()} ended called when a call is refused for want of a session
 * @returns the calls; each resolves, whatever happens
 */
export function api(language, ended = () => {}) {
    async function call(method, path, { body, etag, key, signal } = {}) {
        const headers = { Accept: `${JSON_TYPE}, application/problem+json`, 'Accept-Language': language };
        if (etag) {
            headers['If-Match'] = etag;
        }
        if (key) {
            headers['Idempotency-Key'] = key;
        }
        if (body !== undefined) {
            headers['Content-Type'] = method === 'PATCH' ? MERGE_PATCH : JSON_TYPE;
        }
        let answer;
        try {
            answer = await fetch(path, {
                method, headers, signal, cache: 'no-cache',
                body: body === undefined ? undefined : JSON.stringify(body),
            });
        } catch (failure) {
            if (failure.name === 'AbortError') {
                throw failure;
            }
            return unreachable();
        }
        return heard(await read(answer));
    }

    function heard(answer) {
        if (answer.status === 401) {
            ended();
        }
        return answer;
    }

    return {
        get: (path, options) => call('GET', path, options),
        post: (path, body, options = {}) => call('POST', path, { key: crypto.randomUUID(), ...options, body }),
        put: (path, body, options) => call('PUT', path, { ...options, body }),
        patch: (path, body, options) => call('PATCH', path, { ...options, body }),
        remove: (path, options) => call('DELETE', path, options),
        /** Every item of a list, however many pages it has; answers as a call does, with `data` an array. */
        async all(path, limit = 200) {
            const items = [];
            let cursor = null;
            do {
                const url = new URL(path, location.href);
                url.searchParams.set('limit', limit);
                if (cursor) {
                    url.searchParams.set('cursor', cursor);
                }
                const answer = await call('GET', url.pathname + url.search);
                if (!answer.ok) {
                    return answer;
                }
                items.push(...answer.data.items);
                cursor = answer.data.nextCursor ?? null;
            } while (cursor);
            return { ok: true, status: 200, data: items, etag: null, problem: null };
        },
        /**
         * Sends a file as it is; only XMLHttpRequest says how far it has come.
         *
         * @param {function(number)} progress from 0 to 1
         */
        upload: (path, file, { type, headers = {}, progress = () => {} } = {}) =>
            new Promise((resolve) => {
                const request = new XMLHttpRequest();
                request.open('POST', path);
                request.setRequestHeader('Accept', `${JSON_TYPE}, application/problem+json`);
                request.setRequestHeader('Accept-Language', language);
                request.setRequestHeader('Content-Type', type ?? file.type ?? 'application/octet-stream');
                request.setRequestHeader('Idempotency-Key', crypto.randomUUID());
                Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
                request.upload.addEventListener('progress', (event) => {
                    if (event.lengthComputable && event.total > 0) {
                        progress(event.loaded / event.total);
                    }
                });
                request.addEventListener('load', () => resolve(heard(told(
                    request.status, parsed(request.responseText),
                    request.getResponseHeader('ETag'), request.getResponseHeader('Location')))));
                request.addEventListener('error', () => resolve(unreachable()));
                request.send(file);
            }),
    };
}

async function read(answer) {
    let text;
    try {
        text = await answer.text();
    } catch (brokenOff) {
        return unreachable();
    }
    return told(answer.status, parsed(text), answer.headers.get('ETag'), answer.headers.get('Location'));
}

function parsed(text) {
    try {
        return text === '' ? null : JSON.parse(text);
    } catch (noJson) {
        return null;
    }
}

function told(status, data, etag, location) {
    const ok = status >= 200 && status < 300;
    return {
        ok, status, data: ok ? data : null, etag, location,
        problem: ok ? null : { type: 'about:blank', title: '', detail: '', errors: [], ...data, status },
    };
}

function unreachable() {
    return {
        ok: false, status: 0, data: null, etag: null, location: null,
        problem: { type: 'unreachable', title: '', detail: '', errors: [], status: 0 },
    };
}
