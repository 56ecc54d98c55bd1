package kcs.progress.tables;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Refuses workbooks that are made to exhaust whoever reads them, before they are read: those that unpack to far more than
 * was sent, and those whose numbers fastexcel-reader trusts to be reasonable (columns, indexes of shared strings, array
 * formulas). It opens and parses them with what that reader uses, so that both see the same.
 */
final class PackageGuard {
    static final int MOST_UNPACKED = 32 << 20;

    private static final int MOST_PARTS = 1000;
    private static final int MOST_CELLS_IN_A_ROW = 16_384;
    private static final int LONGEST_COLUMN = 3;
    private static final int MOST_FORMULAS = 100_000;
    private static final int MOST_ARRAY_FORMULAS = 100;
    private static final int LONGEST_FORMULA = 8192;
    private static final int LONGEST_INDEX = 6;
    private static final int AT_ONCE = 64 << 10;
    private static final XMLInputFactory XML = factory();

    private long unpacked;
    private int cellsInRow;
    private int formulas;
    private int arrayFormulas;
    private boolean sharedString;

    private PackageGuard() {}

    /**
     * Looks through all parts of a package.
     *
     * @throws ProblemException 400 when it is too much
     * @throws IOException when it cannot be unpacked
     */
    static void admit(byte[] file) throws IOException {
        PackageGuard guard = new PackageGuard();
        try (ZipFile archive = ZipFile.builder().setByteArray(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(archive.getEntries());
            require(parts.size() <= MOST_PARTS);
            for (ZipArchiveEntry part : parts) {
                guard.count(archive.getInputStream(part));
                guard.look(archive.getInputStream(part));
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void require(boolean reasonable) {
        if (!reasonable) {
            throw ProblemException.unreadable(FieldError.of("", "xlsx-too-big", Integer.toString(MOST_UNPACKED >> 20)));
        }
    }

    private void count(InputStream part) throws IOException {
        byte[] thrownAway = new byte[AT_ONCE];
        for (int read = 0; read >= 0; read = part.read(thrownAway)) {
            unpacked += read;
            require(unpacked <= MOST_UNPACKED);
        }
    }

    private void look(InputStream part) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                if (xml.next() == START_ELEMENT) {
                    look(xml);
                }
            }
        } catch (XMLStreamException noXml) {
            // A picture, or XML that the reader will stumble over at the same place.
            return;
        }
    }

    private void look(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "row" -> cellsInRow = 0;
            case "c" -> {
                String address = xml.getAttributeValue(null, "r");
                require(address == null || columnLetters(address) <= LONGEST_COLUMN);
                require(++cellsInRow <= MOST_CELLS_IN_A_ROW);
                sharedString = "s".equals(xml.getAttributeValue(null, "t"));
            }
            case "v" -> require(textLength(xml) <= LONGEST_INDEX || !sharedString);
            case "f" -> {
                boolean array = "array".equals(xml.getAttributeValue(null, "t"));
                require(++formulas <= MOST_FORMULAS && (!array || ++arrayFormulas <= MOST_ARRAY_FORMULAS));
                require(textLength(xml) <= LONGEST_FORMULA);
            }
            default -> {
                // nothing that is reckoned with
            }
        }
    }

    private static long columnLetters(String address) {
        return address.chars().filter(Character::isLetter).count();
    }

    /** The length of the text up to the end of the element that has begun; moves there. */
    private static int textLength(XMLStreamReader xml) throws XMLStreamException {
        int length = 0;
        for (int depth = 1; depth > 0 && xml.hasNext(); ) {
            int event = xml.next();
            if (event == START_ELEMENT) {
                depth++;
            } else if (event == END_ELEMENT) {
                depth--;
            } else if (xml.hasText()) {
                length += xml.getTextLength();
            }
        }
        return length;
    }
}
