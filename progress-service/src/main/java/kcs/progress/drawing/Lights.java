package kcs.progress.drawing;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import kcs.progress.directory.HealthState;

/** The signals of health, in the shapes of the page: they are told apart without colour, too. On a grid of 24. */
public final class Lights {
    private static final Shape RING = new Ellipse2D.Double(3, 3, 18, 18);
    private static final Shape DISC = new Ellipse2D.Double(1.5, 1.5, 21, 21);
    private static final Shape TRIANGLE = lines(true, 12, 3.6, 21.6, 20, 2.4, 20);
    private static final Shape DIAMOND = lines(true, 12, 2.6, 21.4, 12, 12, 21.4, 2.6, 12);
    private static final Shape SQUARE = new RoundRectangle2D.Double(2, 2, 20, 20, 9, 9);

    private Lights() {}

    /** Draws a signal into a square. */
    public static void draw(HealthState health, Canvas canvas) {
        switch (health) {
            case ON_TRACK -> canvas.fill(Colour.GOOD, DISC);
            case AT_RISK -> {
                rounded(Colour.WARNING, TRIANGLE, canvas);
                sign(canvas, lines(false, 12, 9, 12, 14.2));
                sign(canvas, lines(false, 12, 17.7, 12, 17.8));
            }
            case OFF_TRACK -> {
                rounded(Colour.DANGER, DIAMOND, canvas);
                sign(canvas, lines(false, 8.9, 8.9, 15.1, 15.1));
                sign(canvas, lines(false, 15.1, 8.9, 8.9, 15.1));
            }
            case NOT_REPORTED -> canvas.stroke(Colour.FAINT, 2.6, RING);
            case COMPLETED -> {
                canvas.fill(Colour.PRIMARY, SQUARE);
                sign(canvas, lines(false, 7.2, 12.4, 10.6, 15.8, 17, 8.8));
            }
        }
    }

    private static void rounded(Colour colour, Shape shape, Canvas canvas) {
        canvas.fill(colour, shape);
        canvas.stroke(colour, 2.6, shape);
    }

    private static void sign(Canvas canvas, Shape shape) {
        canvas.stroke(Colour.WHITE, 2.4, shape);
    }

    private static Shape lines(boolean closed, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }
}
