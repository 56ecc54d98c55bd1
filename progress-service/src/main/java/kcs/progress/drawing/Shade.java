package kcs.progress.drawing;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** How the bars of a series look: by shade and by pattern, so that they are told apart in black and white, too. */
enum Shade {
    SOLID(Colour.DEEP),
    SLANTED(Colour.LIGHT),
    PLAIN(Colour.PALE),
    UPRIGHT(Colour.WHITE);

    private static final double STEP = 5;

    private final Colour ground;

    Shade(Colour ground) {
        this.ground = ground;
    }

    /** That of a series by its place; further ones begin again. */
    static Shade of(int series) {
        return values()[series % values().length];
    }

    void fill(Rectangle2D bar, Canvas canvas) {
        if (bar.getWidth() <= 0) {
            return;
        }
        canvas.fill(ground, bar);
        switch (this) {
            case SOLID -> {}
            case SLANTED -> canvas.stroke(Colour.DEEP, 0.8, slanted(bar));
            case PLAIN -> canvas.stroke(Colour.DEEP, 0.6, bar);
            case UPRIGHT -> {
                canvas.stroke(Colour.DEEP, 0.6, bar);
                canvas.stroke(Colour.DEEP, 0.8, upright(bar));
            }
        }
    }

    private static Path2D slanted(Rectangle2D bar) {
        Path2D lines = new Path2D.Double();
        double height = bar.getHeight();
        for (double foot = STEP - height; foot < bar.getWidth(); foot += STEP) {
            double left = Math.max(foot, 0);
            double right = Math.min(foot + height, bar.getWidth());
            if (right > left) {
                lines.append(
                        new Line2D.Double(
                                bar.getX() + left,
                                bar.getMaxY() - (left - foot),
                                bar.getX() + right,
                                bar.getMaxY() - (right - foot)),
                        false);
            }
        }
        return lines;
    }

    private static Path2D upright(Rectangle2D bar) {
        Path2D lines = new Path2D.Double();
        for (double x = bar.getX() + STEP / 2; x < bar.getMaxX(); x += STEP / 2) {
            lines.append(new Line2D.Double(x, bar.getY(), x, bar.getMaxY()), false);
        }
        return lines;
    }
}
