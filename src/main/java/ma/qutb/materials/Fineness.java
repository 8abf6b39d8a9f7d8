package ma.qutb.materials;

import ma.qutb.kernel.Refusal;

/**
 * How much of a weight is silver.
 *
 * @param tenths tenths of a thousandth: 925 ‰ is 9250
 */
public record Fineness(int tenths) implements Comparable<Fineness> {

    public static final int PURE = 10_000;

    public Fineness {
        if (tenths <= 0 || tenths > PURE) {
            throw new Refusal("materials.fineness.refusal.range", tenths);
        }
    }

    /** Of whole thousandths, as people say it: 925. */
    public static Fineness ofThousandths(int thousandths) {
        return new Fineness(thousandths * 10);
    }

    /** The silver in a gross weight, both in milligrams; stored once and never computed again for the same weighing. */
    public long fineOf(long gross) {
        return Portion.of(gross, tenths, PURE);
    }

    /** As it is said and stamped: {@code 925}, {@code 999.9}. */
    public String said() {
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    @Override
    public int compareTo(Fineness other) {
        return Integer.compare(tenths, other.tenths);
    }

    @Override
    public String toString() {
        return said();
    }
}
