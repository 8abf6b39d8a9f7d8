package ma.qutb.registry.writing;

import java.util.Locale;

/** Message keys of the words for the values of an enum: {@code registry.person.reading-ease.with-help}. */
public final class Words {

    private Words() {}

    /** @param group for example {@code registry.person} */
    public static String key(String group, Enum<?> value) {
        var type = value.getDeclaringClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return group + "." + type.toLowerCase(Locale.ROOT) + "." + kebab(value.name());
    }

    /** {@code IN_FORMATION} as {@code in-formation}. */
    public static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
