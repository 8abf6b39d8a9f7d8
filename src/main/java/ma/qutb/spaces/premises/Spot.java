package ma.qutb.spaces.premises;

import java.util.Locale;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where it stands: as a satellite says it, or by what everybody in the village knows.
 *
 * @param latitude millionths of a degree north, as {@code longitude} east; null where nobody measured
 * @param landmark for example "behind the old mosque"
 */
public record Spot(@Nullable Integer latitude, @Nullable Integer longitude, String landmark) {

    private static final int MILLION = 1_000_000;

    /** @throws Refusal when it could not be found, or lies nowhere */
    public Spot {
        if ((latitude == null) != (longitude == null)
                || latitude != null && (Math.abs(latitude) > 90 * MILLION || Math.abs(longitude) > 180 * MILLION)) {
            throw new Refusal("spaces.premises.refusal.coordinates");
        }
        if (latitude == null && landmark.isBlank()) {
            throw new Refusal("spaces.premises.refusal.nowhere");
        }
    }

    /** What was typed: "28.987, -10.057", or nothing. */
    public static Spot of(String coordinates, String landmark) {
        if (coordinates.isBlank()) {
            return new Spot(null, null, landmark);
        }
        var parts = coordinates.strip().split("[\\s,;]+");
        try {
            return new Spot(millionths(parts[0]), millionths(parts[1]), landmark);
        } catch (ArithmeticException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new Refusal("spaces.premises.refusal.coordinates");
        }
    }

    public boolean measured() {
        return latitude != null;
    }

    /** Degrees as maps read them; empty where nobody measured. */
    public String coordinates() {
        return latitude == null || longitude == null ? "" : degrees(latitude) + ", " + degrees(longitude);
    }

    private static int millionths(String degrees) {
        return Math.toIntExact(Math.round(Double.parseDouble(degrees) * MILLION));
    }

    private static String degrees(int millionths) {
        return String.format(Locale.ROOT, "%.6f", millionths / (double) MILLION);
    }
}
