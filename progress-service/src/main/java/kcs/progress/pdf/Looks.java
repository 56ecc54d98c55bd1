package kcs.progress.pdf;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * What the pieces of a page that are mere looks say of themselves. There are hundreds on a page, a rule or a fill of each
 * cell, and each would bring a list of its own, as the background at its place: two thirds of the objects of a document.
 * They are layout (ISO 32000-1, 14.8.2.2.2: cosmetic elements), which has no place, so that one list says it for all.
 */
class Looks extends COSDictionary {
    private static final COSName BACKGROUND = COSName.getPDFName("Background");

    private final COSDictionary layout = new COSDictionary();

    private Looks() {
        layout.setItem(COSName.TYPE, COSName.getPDFName("Layout"));
    }

    /** Adds an empty page. */
    static PDPage page(PDDocument file, float width, float height) {
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.PROPERTIES, new Looks());
        PDPage page = new PDPage(new PDRectangle(width, height));
        page.setResources(new PDResources(resources));
        file.addPage(page);
        return page;
    }

    @Override
    public void setItem(COSName name, COSBase list) {
        super.setItem(name, (COSBase) kept(list));
    }

    @Override
    public boolean containsValue(Object list) {
        return super.containsValue(kept(list));
    }

    @Override
    public COSName getKeyForValue(Object list) {
        return super.getKeyForValue(kept(list));
    }

    private Object kept(Object list) {
        boolean background = list instanceof COSDictionary said && BACKGROUND.equals(said.getCOSName(COSName.TYPE));
        return background ? layout : list;
    }
}
