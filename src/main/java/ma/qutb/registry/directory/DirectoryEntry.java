package ma.qutb.registry.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.FileId;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;

/**
 * What the directory may show of an artisan or organisation; whatever was not agreed to is missing.
 *
 * @param kind {@code ARTISAN}, or the legal form of an organisation
 * @param sex decides the words and the drawn portrait; null for organisations
 * @param since first year of practice, or year of foundation
 * @param awarded whether there are distinctions to show
 */
public record DirectoryEntry(
        String kind,
        UUID id,
        long number,
        LocalName name,
        @Nullable String sex,
        @Nullable UUID photo,
        @Nullable PhoneNumber phone,
        @Nullable String email,
        @Nullable String website,
        List<CraftCode> crafts,
        boolean maalem,
        @Nullable Integer since,
        Optional<TerritoryCode> place,
        LocalName story,
        boolean awarded,
        boolean demonstration) {

    private static final int[] WOMEN = {1, 3, 6};
    private static final int[] MEN = {2, 4, 5};

    static final String ARTISAN = "ARTISAN";

    public boolean artisan() {
        return kind.equals(ARTISAN);
    }

    /** Key of what it is; an artisan is said in the feminine or masculine. */
    public String kindKey() {
        var word = kind.toLowerCase(Locale.ROOT).replace('_', '-');
        return "registry.directory.kind." + (artisan() ? (maalem ? "maalem" : "artisan") + gender() : word);
    }

    private String gender() {
        return "FEMALE".equals(sex) ? ".woman" : "MALE".equals(sex) ? ".man" : "";
    }

    /** The name in the other letters, where there is one. */
    public Optional<String> otherName(Language language) {
        var other = language.rightToLeft() ? name.french() : name.arabic();
        return Optional.of(other).filter(it -> !it.isBlank() && !it.equals(name.in(language)));
    }

    /** Address of the page: the number finds it, the name is for people. */
    public String path(Language language) {
        return "/" + language.code() + "/directory/" + (artisan() ? "artisans/" : "organisations/") + slug();
    }

    public String slug() {
        var words = java.text.Normalizer.normalize(name.french(), java.text.Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? String.valueOf(number) : number + "-" + words;
    }

    /** The photo in this width, if it may be shown. */
    public Optional<String> picture(int width) {
        return Optional.ofNullable(photo).map(it -> new FileId(it).thumbnail(width));
    }

    /** A drawn portrait for whoever shows no photo: static file. */
    public String portrait() {
        if (!artisan()) {
            return "ornaments/field-khomeissa.svg";
        }
        var drawn = "MALE".equals(sex) ? MEN : WOMEN;
        return "ornaments/ava-" + drawn[(int) (number % drawn.length)] + ".svg";
    }

    /** Whether there is a story to tell. */
    public boolean told() {
        return !(story.arabic() + story.french() + story.english()).isBlank();
    }
}
