package ma.qutb.registry.craft;

import java.time.LocalDate;
import java.util.List;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.headcount.Headcount;
import ma.qutb.registry.published.Said;
import org.jspecify.annotations.Nullable;

/**
 * A craft or a family of crafts as its page shows it.
 *
 * @param spanish and {@code tamazight} are empty where nobody has given the name
 * @param materials codes; their words are {@code registry.material.<code>}
 * @param standings what was said of its being endangered, the latest first
 * @param crafts those of the family
 */
public record CraftPage(
        String code,
        LocalName name,
        String spanish,
        String tamazight,
        String icon,
        List<String> materials,
        List<Word> words,
        List<Standing> standings,
        Headcount artisans,
        Headcount organisations,
        @Nullable CraftPage family,
        List<CraftPage> crafts,
        Said said) {

    /** A word people use; {@code own}: the pole added it and may take it back. */
    public record Word(String language, String word, boolean own) {}

    /** What somebody said on a day, and where. */
    public record Standing(boolean endangered, LocalDate saidOn, String source) {}

    /** What was said last; null while nobody has said anything. */
    public @Nullable Standing standing() {
        return standings.isEmpty() ? null : standings.getFirst();
    }

    public List<Word> words(String language) {
        return words.stream().filter(it -> it.language().equals(language)).toList();
    }

    public boolean demonstration() {
        return artisans.demonstration() + organisations.demonstration() > 0;
    }

    public String path() {
        return "/app/crafts/" + code;
    }
}
