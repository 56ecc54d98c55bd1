/**
 * A description of elements and the one function that makes the document match it.
 *
 * Panels are pure: they return descriptions made with h(), never touch the document, and can be
 * tested without one. render() changes only what differs and keeps the elements of the same key,
 * so that focus, selection and scroll position survive a live update. Text is only ever set as
 * text: there is no way to pass markup through here, which is what Trusted Types ask for.
 */

const SVG = 'http://www.w3.org/2000/svg';

const NONE = Object.freeze({});

/** The children last rendered into a container. */
const rendered = new WeakMap();

/** An element's handlers of the day and the types it listens to: one listener per type stays and looks up the handler. */
const handlers = new WeakMap();

/**
 * Describes an element.
 *
 * @param {string} tag
 * @param {object|null} props attributes by name; `true` is an empty attribute, `false`, `null` and
 *     `undefined` none. `key` tells siblings apart, `on` holds handlers by event type, `style` holds
 *     custom properties and properties set through CSSOM (style attributes are refused by the CSP).
 * @param {...*} children descriptions, strings, numbers, arrays of them; holes are skipped
 */
export function h(tag, props, ...children) {
    const { key = null, on = NONE, style = NONE, ...attributes } = props ?? NONE;
    return { tag, key, on, style, attributes, children: described(children) };
}

/**
 * Keeps descriptions from one rendering to the next: what is made of the very same values is not made again, and render()
 * leaves alone what it described. A description may stand in one place only. What is kept for a thing goes with the thing;
 * what is kept for a name stays.
 */
export function kept() {
    const byName = new Map();
    const byThing = new WeakMap();
    return (key, values, make) => {
        const known = typeof key === 'object' ? byThing : byName;
        const before = known.get(key);
        if (before && before.values.length === values.length && before.values.every((value, index) => value === values[index])) {
            return before.made;
        }
        const made = make();
        known.set(key, { values, made });
        return made;
    };
}

/** Makes the children of a container match the descriptions. */
export function render(container, ...children) {
    const next = described(children);
    patchChildren(container, rendered.get(container) ?? [], next, container.namespaceURI === SVG);
    rendered.set(container, next);
}

/** The text that a description would show; for names, announcements and tests. */
export function textOf(node) {
    return node.tag === '#text' ? node.text : node.children.map(textOf).join('');
}

function described(children) {
    const list = [];
    let position = 0;
    for (const child of children.flat(Infinity)) {
        // A hole still takes its position, so that what follows it keeps its identity.
        const place = `#${position}`;
        if (child === null || child === undefined || child === false || child === '') {
            position++;
        } else if (typeof child === 'object') {
            if (child.key === null) {
                position++;
            }
            list.push({ ...child, source: child, place: child.key === null ? `${place}:${child.tag}` : `=${child.key}` });
        } else {
            position++;
            list.push({ tag: '#text', text: String(child), children: [], place: `${place}:#text` });
        }
    }
    return list;
}

function patchChildren(parent, before, after, inSvg) {
    if (before.length === after.length && after.every((node, index) => isSame(before[index], node))) {
        after.forEach((node, index) => patch(before[index], node, inSvg));
        return;
    }
    const known = new Map(before.map((node) => [node.place, node]));
    const wanted = new Set(after.map((node) => node.place));
    // What goes, goes first: then those that stay are already in place and need not be moved.
    for (const old of before) {
        if (!wanted.has(old.place)) {
            old.element.remove();
        }
    }
    let cursor = parent.firstChild;
    for (const node of after) {
        const old = known.get(node.place);
        if (old && isSame(old, node)) {
            patch(old, node, inSvg);
        } else {
            node.element = create(node, inSvg);
            if (old) {
                if (cursor === old.element) {
                    cursor = cursor.nextSibling;
                }
                old.element.remove();
            }
        }
        if (node.element === cursor) {
            cursor = cursor.nextSibling;
        } else {
            parent.insertBefore(node.element, cursor);
        }
    }
}

function isSame(old, node) {
    return old.place === node.place && old.tag === node.tag;
}

function create(node, inSvg) {
    if (node.tag === '#text') {
        return document.createTextNode(node.text);
    }
    const svg = inSvg || node.tag === 'svg';
    const element = svg ? document.createElementNS(SVG, node.tag) : document.createElement(node.tag);
    apply(element, { attributes: NONE, style: NONE, on: NONE }, node);
    patchChildren(element, [], node.children, svg);
    fill(element, node);
    return element;
}

function patch(old, node, inSvg) {
    node.element = old.element;
    if (node.source !== undefined && node.source === old.source) {
        return; // the very same description: what it describes is there already
    }
    if (node.tag === '#text') {
        if (old.text !== node.text) {
            node.element.data = node.text;
        }
        return;
    }
    apply(node.element, old, node);
    patchChildren(node.element, old.children, node.children, inSvg || node.tag === 'svg');
    fill(node.element, node);
}

/**
 * Makes a control show the value of the state. Its attribute is only what it begins with, and the choice of a list can only
 * be made once its options are there. What is typed is in the state before the next drawing, so nothing is typed over.
 */
function fill(element, { tag, attributes }) {
    if (tag === 'input' || tag === 'textarea' || tag === 'select') {
        if (attributes.value !== undefined && attributes.value !== null && element.value !== String(attributes.value)) {
            element.value = String(attributes.value);
        }
        if (attributes.checked !== undefined && element.checked !== Boolean(attributes.checked)) {
            element.checked = Boolean(attributes.checked);
        }
    }
}

function apply(element, old, node) {
    for (const name in node.attributes) {
        attribute(element, name, old.attributes[name] ?? false, node.attributes[name] ?? false);
    }
    for (const name in old.attributes) {
        if (!(name in node.attributes)) {
            attribute(element, name, old.attributes[name] ?? false, false);
        }
    }
    for (const name in node.style) {
        if (old.style[name] !== node.style[name]) {
            element.style.setProperty(name, String(node.style[name]));
        }
    }
    for (const name in old.style) {
        if (!(name in node.style)) {
            element.style.setProperty(name, '');
        }
    }
    if (node.on !== NONE || old.on !== NONE) {
        listen(element, node.on);
    }
}

function attribute(element, name, old, value) {
    if (value === old) {
        return;
    }
    if (value === false) {
        element.removeAttribute(name);
    } else {
        element.setAttribute(name, value === true ? '' : String(value));
    }
}

function listen(element, on) {
    const known = handlers.get(element) ?? { types: new Set(), on };
    known.on = on;
    for (const type of Object.keys(on)) {
        if (!known.types.has(type)) {
            known.types.add(type);
            element.addEventListener(type, (event) => known.on[type]?.(event));
        }
    }
    if (known.types.size > 0) {
        handlers.set(element, known);
    }
}
