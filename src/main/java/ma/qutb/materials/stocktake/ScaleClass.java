package ma.qutb.materials.stocktake;

/**
 * Accuracy classes of scales, and how far one may be off in use: twice the error allowed when it is verified, in verification
 * intervals e by how many e lie on it (OIML R 76-1, tables 3 and 6, and 3.5.2).
 */
enum ScaleClass {
    I(50_000, 200_000),
    II(5_000, 20_000),
    III(500, 2_000),
    IIII(50, 200);

    private final long first;
    private final long second;

    ScaleClass(long first, long second) {
        this.first = first;
        this.second = second;
    }

    /**
     * @param interval verification interval e, in the same unit as the weight
     * @return how far the weight may be off without saying anything
     */
    long tolerance(long interval, long weight) {
        return weight <= first * interval ? interval : weight <= second * interval ? 2 * interval : 3 * interval;
    }
}
