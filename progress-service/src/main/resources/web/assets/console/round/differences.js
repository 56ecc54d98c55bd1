/**
 * What differs between two texts, word by word: the longest common sequence of words. Pure.
 *
 * @returns {Array<{kind: 'same'|'gone'|'new', text: string}>} in the order of reading
 */
export function differences(before, after) {
    const old = words(before);
    const now = words(after);
    let start = 0;
    while (start < old.length && start < now.length && old[start] === now[start]) {
        start++;
    }
    let end = 0;
    while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) {
        end++;
    }
    return merged([
        ...old.slice(0, start).map((text) => ({ kind: 'same', text })),
        ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
        ...old.slice(old.length - end).map((text) => ({ kind: 'same', text })),
    ]);
}

/** Words with the blanks after them, so that nothing is lost. */
function words(text) {
    return (text ?? '').match(/\S+\s*|\s+/g) ?? [];
}

function middle(old, now) {
    const width = now.length + 1;
    const longest = new Uint16Array((old.length + 1) * width);
    for (let row = old.length - 1; row >= 0; row--) {
        for (let column = now.length - 1; column >= 0; column--) {
            longest[row * width + column] = same(old[row], now[column])
                ? longest[(row + 1) * width + column + 1] + 1
                : Math.max(longest[(row + 1) * width + column], longest[row * width + column + 1]);
        }
    }
    const pieces = [];
    let row = 0;
    let column = 0;
    while (row < old.length && column < now.length) {
        if (same(old[row], now[column])) {
            pieces.push({ kind: 'same', text: now[column] });
            row++;
            column++;
        } else if (longest[(row + 1) * width + column] >= longest[row * width + column + 1]) {
            pieces.push({ kind: 'gone', text: old[row++] });
        } else {
            pieces.push({ kind: 'new', text: now[column++] });
        }
    }
    return [
        ...pieces,
        ...old.slice(row).map((text) => ({ kind: 'gone', text })),
        ...now.slice(column).map((text) => ({ kind: 'new', text })),
    ];
}

/** A word is the same with other blanks after it. */
function same(one, other) {
    return one.trimEnd() === other.trimEnd();
}

/** Neighbours of one kind become one piece: what was taken out, and then what came in. */
function merged(pieces) {
    const list = [];
    for (const piece of pieces) {
        if (list.at(-1)?.kind === piece.kind) {
            list.at(-1).text += piece.text;
        } else {
            list.push({ ...piece });
        }
    }
    return list;
}
