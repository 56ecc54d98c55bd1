/** What a view has to ask for. It is kept in the page's state under a name: what was answered, or why it was not. */

const NOTHING = { key: null, data: null, etag: null, problem: null, loading: false };

const RETRY_MILLIS = 5_000;

/** What a view has. */
export function held(page, name) {
    return page.state[name] ?? NOTHING;
}

/** Changes what a view has, and draws. */
export function hold(page, name, changes) {
    page.set({ [name]: { ...held(page, name), ...changes } });
}

/**
 * Asks for what a view shows; an answer that comes after another was asked for is let go. Where nobody answered, it is asked
 * for again by itself.
 *
 * @param {string} key which one it is: what was there of another is not shown while this one loads, what was there of the
 *     same is
 * @param {function(object): Promise} call takes the calls of the API
 */
export async function load(page, name, key, call) {
    const known = held(page, name);
    const asked = Symbol(key);
    const isNewest = () => held(page, name).asked === asked;
    const again = () => load(page, name, key, call);
    hold(page, name, { ...(known.key === key ? known : NOTHING), key, asked, again, loading: true });
    const answer = await call(page.api);
    if (isNewest()) {
        hold(page, name, answer.ok
            ? { loading: false, data: answer.data, etag: answer.etag, problem: null }
            : { loading: false, problem: answer.problem });
        if (answer.status === 0 || answer.status >= 500) {
            setTimeout(() => isNewest() && again(), RETRY_MILLIS);
        }
    }
    return answer;
}

/** Asks for what hardly changes once only. */
export function loadOnce(page, name, key, call) {
    const known = held(page, name);
    return known.key === key && (known.loading || known.data) ? Promise.resolve(null) : load(page, name, key, call);
}

/** Several answers as one, by their names; the first that failed stands for all. */
export async function together(calls) {
    const names = Object.keys(calls);
    const answers = await Promise.all(Object.values(calls));
    const failed = answers.find(({ ok }) => !ok);
    return failed ?? {
        ok: true, status: 200, problem: null,
        data: Object.fromEntries(names.map((name, place) => [name, answers[place].data])),
    };
}

/** An answer that may be missing: what is not there, or not for the caller, is `value` instead. */
export async function orElse(call, value) {
    const answer = await call;
    return [403, 404].includes(answer.status) ? { ok: true, status: 200, data: value, problem: null } : answer;
}

/** A resource together with its ETag, which a change must name. */
export async function tagged(call) {
    const answer = await call;
    return answer.ok ? { ...answer, data: { ...answer.data, etag: answer.etag } } : answer;
}
