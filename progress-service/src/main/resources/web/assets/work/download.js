/** Files of the API, in the language of the page: a link alone would ask in the language of the browser. */

/**
 * Fetches a file and hands it to the browser to be saved.
 *
 * @param {string} name what it is called where the server says nothing
 * @returns {Promise<object|null>} the problem, null where there was none
 */
export async function download(path, { language, name }) {
    let answer;
    try {
        answer = await fetch(path, { headers: { 'Accept-Language': language }, cache: 'no-cache' });
        if (answer.ok) {
            save(await answer.blob(), nameIn(answer.headers.get('Content-Disposition')) ?? name);
            return null;
        }
        const problem = await answer.json().catch(() => ({}));
        return { title: '', detail: '', errors: [], ...problem, status: answer.status };
    } catch (unreachable) {
        return { type: 'unreachable', title: '', detail: '', errors: [], status: 0 };
    }
}

function nameIn(disposition) {
    const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
    return encoded ? decodeURIComponent(encoded) : /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
