package ma.qutb.spaces.unit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.UnitKind;

/**
 * What is said of a unit when it is entered or changed.
 *
 * @param number digits and Latin capitals: {@code 47}, {@code 47/B}, {@code AT3}
 * @param area whole square decimetres
 * @param offers what is in it
 */
public record NewUnit(
        String number,
        UnitKind kind,
        Optional<Integer> area,
        Offers offers,
        List<CraftCode> crafts,
        Optional<UUID> level,
        Optional<UUID> building,
        Optional<Shape> shape) {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z][0-9A-Z/-]{0,11}");

    public NewUnit {
        crafts = List.copyOf(crafts);
        checkNumber(number);
    }

    /**
     * @param power kW
     * @param ownUse whether the pole keeps it for itself
     * @param bears what its walls bear
     */
    public record Offers(
            boolean water,
            int power,
            boolean threePhase,
            boolean gas,
            boolean drainage,
            boolean accessible,
            boolean ownUse,
            Nuisance bears) {

        /** Four walls. */
        public static final Offers NOTHING = new Offers(false, 0, false, false, false, false, false, Nuisance.NONE);

        public Offers {
            if (threePhase && power == 0) {
                throw new Refusal("spaces.unit.refusal.no-power");
            }
        }
    }

    /** @throws Refusal when no unit may be called so */
    public static void checkNumber(String number) {
        if (!wellFormed(number)) {
            throw new Refusal("spaces.unit.refusal.number-form", number);
        }
    }

    public static boolean wellFormed(String number) {
        return NUMBER.matcher(number).matches();
    }
}
