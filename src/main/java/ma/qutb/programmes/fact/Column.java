package ma.qutb.programmes.fact;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table of the publications.
 *
 * @param name as in the file
 */
public record Column(String name, Kind kind, boolean required) {

    /** The languages a column of words has one cell for each of. */
    public static final List<String> LANGUAGES = List.of("ar", "fr", "en");

    /** What stands in a cell. */
    public enum Kind {
        TEXT,
        TEXTS,
        /** One of a few codes, each with words in the bundles ({@code programmes.word.<code>}). */
        WORD,
        /** Words in three languages, a cell for each. */
        WORDS,
        WHOLE,
        YEAR,
        /** Dirhams in the file, centimes in the database. */
        MONEY,
        DECIMAL,
        /** A day or only its year. */
        DAY,
        FLAG,
        /** The code of something facts speak of. */
        SUBJECT,
        SUBJECTS,
        TERRITORY,
        TERRITORIES,
        /** A space or, where the publication is less exact, a territory. */
        SITE,
        CRAFT,
        CRAFTS
    }

    /** Must not be empty. */
    Column mustBe() {
        return new Column(name, kind, true);
    }

    /** The columns of the database that keep it. */
    public List<String> stored() {
        return switch (kind) {
            case WORDS -> LANGUAGES.stream().map(it -> name + "_" + it).toList();
            case MONEY -> List.of(name.replace("_mad", "_centimes"));
            default -> List.of(name);
        };
    }

    public boolean list() {
        return Stream.of(Kind.TEXTS, Kind.SUBJECTS, Kind.TERRITORIES, Kind.CRAFTS)
                .anyMatch(it -> it == kind);
    }
}
