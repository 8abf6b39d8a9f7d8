package ma.qutb.materials.stocktake;

import java.util.List;
import ma.qutb.materials.SalePoint;

/** A point with the scales it can count on. */
public record PointScales(SalePoint point, List<Scale> scales) {}
