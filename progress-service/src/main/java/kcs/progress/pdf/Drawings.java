package kcs.progress.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.progress.directory.HealthState;
import kcs.progress.document.Block;
import kcs.progress.drawing.BarChart;
import kcs.progress.drawing.Canvas;
import kcs.progress.drawing.Lights;
import org.w3c.dom.Element;

/** The pictures of one document, drawn straight onto its pages. Each has its words as {@code alt} beside it. */
class Drawings implements FSObjectDrawerFactory {
    static final String LIGHT = "light";
    static final String CHART = "chart";

    private static final double GRID = 24;

    /**
     * A picture of a chart.
     *
     * @param height in CSS pixels
     */
    record Part(String id, double height) {}

    private final Script script;
    private final Map<String, FSObjectDrawer> charts = new HashMap<>();

    Drawings(Script script) {
        this.script = script;
    }

    /** Takes a chart in, as wide as is said in CSS pixels. */
    List<Part> parts(Block.Chart chart, double width) {
        BarChart bars = new BarChart(chart, script.typefaces(), script.glyphs(), script);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < bars.parts(); i++) {
            int part = i;
            String id = chart.id() + "-" + part;
            charts.put(id, (element, x, y, wide, high, device, context, dots) -> {
                bars.draw(part, width, new Canvas(device, x, y, wide / width));
                return null;
            });
            parts.add(new Part(id, bars.height(part)));
        }
        return parts;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getTagName().equals("object");
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        String data = element.getAttribute("data");
        if (element.getAttribute("type").equals(CHART)) {
            return charts.get(data);
        }
        return (drawn, x, y, wide, high, device, context, dots) -> {
            Lights.draw(HealthState.valueOf(data), new Canvas(device, x, y, wide / GRID));
            return null;
        };
    }
}
