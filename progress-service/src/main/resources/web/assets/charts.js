/**
 * Charts, and beside each the same figures as a table.
 *
 * A chart is an element of its own kind: a panel describes it with the option that the library takes, and the element draws
 * it, because what the library puts below it is not of h()'s making. Colours are said by their meaning ('var(--completed)')
 * and looked up when it is drawn. The library is large: it is asked for when the first chart comes near the screen.
 */
import { h } from './h.js';

const LIBRARY = new URL('./echarts.js', import.meta.url).href;

/** So far below the screen a chart is drawn already. */
const NEAR = '400px';

let library = null;

/** The library adds itself to the page; one that did not come is asked for again by the next who needs it. */
async function echarts() {
    library ??= import(LIBRARY).catch((failure) => {
        library = null;
        throw failure;
    });
    await library;
    return globalThis.echarts;
}

/**
 * A chart with its table.
 *
 * @param {object} figure `key`; `label` what it shows, in a sentence; `option` of the library, plain data; `height` in rem;
 *     `caption` of the table; `columns` its headings; `rows` lists of cells, the first of which names the row
 */
export function chart(s, { key, label, option, height = 18, caption, columns, rows }) {
    return h(
        'figure',
        { key, class: 'chart' },
        h('kcs-chart', {
            class: 'chart-picture', role: 'img', 'aria-label': label, 'data-failed': s.t('chart.failed'),
            option: JSON.stringify(option), style: { height: `${height}rem` },
        }),
        h(
            'details',
            { class: 'chart-table' },
            h('summary', null, s.t('chart.table')),
            h('div', { class: 'table-scroll', tabindex: 0, role: 'group', 'aria-label': caption }, table(caption, columns, rows)),
        ),
    );
}

function table(caption, columns, rows) {
    return h(
        'table',
        { class: 'figures' },
        h('caption', { class: 'sr-only' }, caption),
        h('thead', null, h('tr', null, columns.map((name, index) => h('th', { key: index, scope: 'col' }, name)))),
        h('tbody', null, rows.map(([name, ...cells], index) =>
            h('tr', { key: index }, h('th', { scope: 'row' }, name), cells.map((cell, at) => h('td', { key: at }, cell))))),
    );
}

/** What all charts have in common: the page's letters and lines, nothing that moves, no markup in what is shown by hovering. */
function common(style) {
    const text = { color: style('--text-subtle'), fontFamily: style('--font'), fontSize: 13 };
    const axis = {
        axisLine: { lineStyle: { color: style('--line') } },
        axisTick: { show: false },
        axisLabel: { ...text, hideOverlap: true },
        nameTextStyle: text,
        splitLine: { lineStyle: { color: style('--line-light') } },
    };
    return {
        base: {
            animation: false,
            textStyle: text,
            tooltip: {
                renderMode: 'richText', confine: true, backgroundColor: style('--surface'), borderColor: style('--control-line'),
                textStyle: { ...text, color: style('--text') },
            },
            legend: { textStyle: text, itemWidth: 20, itemHeight: 12, itemGap: 16, left: 0, top: 0, inactiveColor: style('--line') },
        },
        axis,
    };
}

/** The option with the page's look below it and every meaning of a colour replaced by the colour. */
function dressed(option, style) {
    const { base, axis } = common(style);
    const axes = (given) => [given].flat().map((one) => merged(axis, one));
    const whole = merged(base, coloured(option, style));
    whole.xAxis = axes(whole.xAxis);
    whole.yAxis = axes(whole.yAxis);
    return whole;
}

function coloured(value, style) {
    if (typeof value === 'string') {
        return value.replace(/^var\((--[\w-]+)\)$/, (whole, name) => style(name));
    }
    if (Array.isArray(value)) {
        return value.map((one) => coloured(one, style));
    }
    return value === null || typeof value !== 'object' ? value
        : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, coloured(one, style)]));
}

function merged(one, other) {
    const plain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
    const whole = { ...one };
    for (const [name, value] of Object.entries(other)) {
        whole[name] = plain(value) && plain(one[name]) ? merged(one[name], value) : value;
    }
    return whole;
}

class Chart extends (globalThis.HTMLElement ?? Object) {
    static observedAttributes = ['option'];

    #drawing = null;
    #near = false;
    #nearness = new IntersectionObserver((entries) => this.#approached(entries), { rootMargin: NEAR });
    #size = new ResizeObserver(() => this.#drawing?.resize());
    #look = new MutationObserver(() => this.#draw());
    #again = () => this.#draw();

    connectedCallback() {
        this.#nearness.observe(this);
        this.#look.observe(document.documentElement, { attributeFilter: ['data-contrast', 'lang'] });
        addEventListener('online', this.#again);
    }

    disconnectedCallback() {
        this.#nearness.disconnect();
        this.#size.disconnect();
        this.#look.disconnect();
        removeEventListener('online', this.#again);
        this.#near = false;
        // Not disposed of: that would write markup, which no script of this page may.
        this.#drawing?.clear();
    }

    attributeChangedCallback() {
        this.#draw();
    }

    #approached(entries) {
        if (entries.some((entry) => entry.isIntersecting)) {
            this.#nearness.disconnect();
            this.#near = true;
            this.#draw();
        }
    }

    async #draw() {
        if (!this.#near) {
            return;
        }
        let found;
        try {
            found = await echarts();
        } catch (unreachable) {
            this.#say(this.dataset.failed);
            return;
        }
        if (this.isConnected) {
            this.#show(found);
        }
    }

    #show(found) {
        if (this.#drawing === null) {
            this.#say('');
            this.#drawing = found.init(this, null, { renderer: 'svg' });
            // What follows the size of the window follows the size of the letters too.
            this.#size.observe(this);
        }
        const looks = getComputedStyle(this);
        const style = (name) => looks.getPropertyValue(name).trim();
        this.#drawing.setOption(dressed(JSON.parse(this.getAttribute('option')), style), { notMerge: true });
    }

    #say(text) {
        if (this.#drawing === null) {
            this.textContent = text;
        }
    }
}

// The panels are described where there is no document, too.
if (globalThis.customElements && !customElements.get('kcs-chart')) {
    customElements.define('kcs-chart', Chart);
}
