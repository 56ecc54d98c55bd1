package kcs.progress.rendering;

import kr.dogfoot.hwpxlib.object.common.HWPXObject;
import kr.dogfoot.hwpxlib.writer.common.ElementWriterManager;
import kr.dogfoot.hwpxlib.writer.common.ElementWriterSort;

/** Turns objects of hwpxlib into XML one by one: written whole, a document of many rows would fill the memory. */
final class HwpxXml {
    private static final String END_OF_DECLARATION = "?>";

    private final ElementWriterManager writers = new ElementWriterManager();

    /**
     * A file of the package, with its declaration. One at a time: they hold fractions, for which all writers of the library
     * share a number format that two threads must not use at once.
     */
    String file(ElementWriterSort kind, HWPXObject file) {
        synchronized (HwpxXml.class) {
            writers.get(kind).write(file);
            return writers.xsb().toString();
        }
    }

    /** An element alone. None that is written so holds a fraction. */
    String element(ElementWriterSort kind, HWPXObject element) {
        writers.xsb().clear();
        writers.get(kind).write(element);
        String xml = writers.xsb().toString();
        return xml.substring(xml.indexOf(END_OF_DECLARATION) + END_OF_DECLARATION.length());
    }
}
