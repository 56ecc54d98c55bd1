package kcs.progress.pdf;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import kcs.progress.drawing.Glyphs;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A place in a tree of XHTML. Text goes in as text, so that nothing a person wrote is ever read as markup. */
final class Markup {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Element element;
    private final Glyphs glyphs;

    private Markup(Element element, Glyphs glyphs) {
        this.element = element;
        this.glyphs = glyphs;
    }

    /** The root of a new tree. */
    static Markup root(String language, Glyphs glyphs) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            Element html = document.createElementNS(XHTML, "html");
            html.setAttribute("lang", language);
            document.appendChild(html);
            return new Markup(html, glyphs);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Adds an element at the end of this one.
     *
     * @param attributes names and values by turns
     * @return the place within it
     */
    Markup add(String name, String... attributes) {
        Element child = element.getOwnerDocument().createElementNS(XHTML, name);
        element.appendChild(child);
        Markup markup = new Markup(child, glyphs);
        for (int i = 0; i < attributes.length; i += 2) {
            markup.set(attributes[i], attributes[i + 1]);
        }
        return markup;
    }

    Markup set(String attribute, String value) {
        element.setAttribute(attribute, glyphs.of(value));
        return this;
    }

    /** Adds text of one line. */
    Markup text(String text) {
        return raw(glyphs.line(text));
    }

    /** Adds text with its line breaks, each line as a paragraph of its own where there are several. */
    Markup lines(String text) {
        String[] lines = glyphs.of(text).split("\n", -1);
        if (lines.length == 1) {
            return raw(lines[0]);
        }
        for (String line : lines) {
            // An empty paragraph would be no line.
            add("p", "class", "line").raw(line.isBlank() ? "\u00a0" : line);
        }
        return this;
    }

    private Markup raw(String text) {
        element.appendChild(element.getOwnerDocument().createTextNode(text));
        return this;
    }

    Document document() {
        return element.getOwnerDocument();
    }
}
