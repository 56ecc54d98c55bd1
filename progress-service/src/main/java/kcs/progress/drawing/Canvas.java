package kcs.progress.drawing;

import com.openhtmltopdf.extend.OutputDevice;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** A place on a page, with lengths of its own. */
public class Canvas {
    private final OutputDevice device;
    private final AffineTransform place;
    private final double scale;

    /**
     * @param x left edge in the device's dots
     * @param y upper edge in the device's dots
     * @param scale dots for one of this canvas's lengths
     */
    public Canvas(OutputDevice device, double x, double y, double scale) {
        this.device = device;
        this.scale = scale;
        this.place = new AffineTransform(scale, 0, 0, scale, x, y);
    }

    void fill(Colour colour, Shape shape) {
        device.setColor(colour.value());
        device.fill(place.createTransformedShape(shape));
    }

    void stroke(Colour colour, double width, Shape shape) {
        device.setColor(colour.value());
        device.setStroke(new BasicStroke((float) (width * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        device.draw(place.createTransformedShape(shape));
    }
}
