package ma.qutb.registry.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.springframework.stereotype.Component;

/** What a visitor asks, as the database is asked: only what was asked stands in the SQL, so that it can choose an index. */
@Component
class Questions {

    private final Crafts crafts;
    private final Territories territories;
    private final WordsShown words;
    private final Clock clock;

    Questions(Crafts crafts, Territories territories, WordsShown words, Clock clock) {
        this.crafts = crafts;
        this.territories = territories;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A question to {@code registry.directory_listing l}.
     *
     * @param fits from where to where
     */
    record Question(String fits, String order, Map<String, Object> parameters) {}

    Question of(Asked asked, Language language) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (asked.kind().equals("organisations")) {
            conditions.add("l.kind <> 'ARTISAN'");
        } else if (!asked.kind().isEmpty()) {
            conditions.add("l.kind = :kind");
            parameters.put("kind", kind(asked.kind()));
        }
        if (!asked.craft().isEmpty()) {
            conditions.add("l.crafts && cast(:crafts as text[])");
            parameters.put(
                    "crafts",
                    codes(asked.craft(), CraftCode::new, it -> crafts.within(it).toArray()));
        }
        if (!asked.place().isEmpty()) {
            conditions.add("l.territory_code = any (cast(:places as text[]))");
            int year = LocalDate.now(clock).getYear();
            parameters.put(
                    "places",
                    codes(
                            asked.place(),
                            TerritoryCode::new,
                            it -> territories.within(it, year).toArray()));
        }
        if (asked.award()) {
            conditions.add("l.awarded");
        }
        if (!asked.q().isEmpty()) {
            var looked = words.looking(asked.q());
            conditions.add("l.words @@ cast(:wanted as tsquery)");
            parameters.put("wanted", looked.wanted());
            parameters.put("letters", looked.letters());
        }
        return new Question(
                "from registry.directory_listing l"
                        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)),
                " order by l.demonstration, "
                        + (asked.q().isEmpty() ? "" : "l.words @@ cast(:letters as tsquery) desc, ")
                        + (language.rightToLeft()
                                ? "l.sort_name_ar collate \"ar-x-icu\", l.id"
                                : "l.sort_name_latin collate \"fr-x-icu\", l.id"),
                parameters);
    }

    private static String kind(String asked) {
        return asked.equals("artisans")
                ? DirectoryEntry.ARTISAN
                : asked.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What cannot be a code fits nobody. */
    private static <C> String[] codes(String asked, Function<String, C> code, Function<C, Object[]> within) {
        try {
            return Arrays.stream(within.apply(code.apply(asked)))
                    .map(Object::toString)
                    .toArray(String[]::new);
        } catch (Refusal unknown) {
            return new String[0];
        }
    }
}
