package ma.qutb.registry.person;

import java.util.Locale;

/** Message keys of the words for the values of an enum: {@code registry.person.reading-ease.with-help}. */
final class Words {

    private Words() {}

    static String key(String type, Enum<?> value) {
        return "registry.person." + kebab(type.replaceAll("(?<=[a-z])(?=[A-Z])", "_")) + "." + kebab(value.name());
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
