/** Values within values, named as the API names them: by the JSON pointer without its first slash. */

/** What stands at a place such as `milestones/0/title/ko`. */
export function at(values, path) {
    return path.split('/').reduce((value, part) => value?.[part], values);
}

/** The same values with another one at a place. */
export function put(values, path, value) {
    const [part, ...rest] = path.split('/');
    const copy = Array.isArray(values) ? [...values] : { ...values };
    copy[part] = rest.length === 0 ? value : put(copy[part] ?? {}, rest.join('/'), value);
    return copy;
}

/** Whether two values say the same, whatever the order of their properties. */
export function same(one, other) {
    return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value) {
    if (Array.isArray(value)) {
        return value.map(ordered);
    }
    if (value !== null && typeof value === 'object') {
        return Object.fromEntries(Object.keys(value).sort().map((name) => [name, ordered(value[name])]));
    }
    return value ?? null;
}

/** Only what differs from what was: the body of a merge patch. */
export function changesOf(before, after) {
    return Object.fromEntries(Object.entries(after).filter(([name, value]) => !same(before[name], value)));
}

/** A text as the API takes it: nothing typed is null. */
export function textOrNull(value) {
    const text = value?.trim() ?? '';
    return text === '' ? null : text;
}

/** A bilingual text as it is typed. */
export function typedLabel(value) {
    return { ko: value?.ko ?? '', en: value?.en ?? '' };
}

/** A bilingual text as the API takes it; null where nothing was typed and nothing need be. */
export function labelOrNull(value) {
    const label = { ko: value.ko.trim(), en: textOrNull(value.en) };
    return label.ko === '' && label.en === null ? null : label;
}

/** The same where something must be typed: the API says what is missing. */
export function label(value) {
    return { ko: value.ko.trim(), en: textOrNull(value.en) };
}

/** A number as the API takes it; what is no number goes as it is, so that the API says so beside the field. */
export function numberOrNull(value) {
    const text = String(value ?? '').trim();
    if (text === '') {
        return null;
    }
    const number = Number(text.replaceAll(',', ''));
    return Number.isNaN(number) ? text : number;
}
