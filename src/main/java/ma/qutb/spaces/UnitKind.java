package ma.qutb.spaces;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a unit is made for. */
public enum UnitKind {
    SHOP,
    WORKSHOP,
    CLASSROOM,
    LABORATORY,
    HALL,
    KIOSK,
    STAND,
    PREMISES;

    /** As the database and the texts {@code spaces.unit.kind.…} know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static UnitKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The codes of all. */
    public static List<String> codes() {
        return Stream.of(values()).map(UnitKind::code).toList();
    }
}
