package ma.qutb.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person may agree to, or withdraw, one by one (law 09-08). The directory shows nothing of whoever keeps their name out of it. */
public enum ConsentPurpose {
    PROCESSING("file-text"),
    DIRECTORY_NAME("user"),
    DIRECTORY_PHOTO("photo"),
    DIRECTORY_PHONE("phone"),
    DIRECTORY_CRAFTS("craft-weaving"),
    DIRECTORY_PLACE("map-pin"),
    DIRECTORY_STORY("quote"),
    DIRECTORY_AWARDS("award"),
    MESSAGES("message"),
    PHOTO_USE("camera");

    private final String icon;

    ConsentPurpose(String icon) {
        this.icon = icon;
    }

    /** As the ledger writes it, for example {@code directory-name}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The purpose of this code, if there is one. */
    public static Optional<ConsentPurpose> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** What the public directory may show. */
    public static List<ConsentPurpose> ofDirectory() {
        return Arrays.stream(values())
                .filter(it -> it.name().startsWith("DIRECTORY_"))
                .toList();
    }

    /** Symbol of the sprite. */
    public String icon() {
        return icon;
    }

    /** Key of its name; the question put to an artisan is {@code <key>.question}. */
    public String messageKey() {
        return "registry.consent.purpose." + code();
    }
}
