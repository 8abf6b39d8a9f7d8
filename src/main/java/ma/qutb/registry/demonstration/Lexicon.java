package ma.qutb.registry.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import org.springframework.core.io.ClassPathResource;

/** Names, places and crafts of the region to make people of, each name in both scripts. */
class Lexicon {

    /** A name in Arabic and in Latin letters. */
    record Name(String arabic, String latin) {}

    record Place(String code, int weight, String letters) {}

    record Craft(String code, int women, int men, String storyArabic, String storyFrench, String storyEnglish) {}

    final List<Name> women = names("F");
    final List<Name> men = names("M");
    final List<Name> families = names("S");
    final List<Name> organisations = names("C");
    final List<Place> places = read("places.csv").stream()
            .map(it -> new Place(it.text("code"), number(it, "weight"), it.text("letters")))
            .toList();
    final List<Craft> crafts = read("crafts.csv").stream()
            .map(it -> new Craft(
                    it.text("code"),
                    number(it, "women"),
                    number(it, "men"),
                    it.orEmpty("story_ar"),
                    it.orEmpty("story_fr"),
                    it.orEmpty("story_en")))
            .toList();

    static <T> T any(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    /** One of them, the heavier the likelier. */
    static <T> T weighted(List<T> of, ToIntFunction<T> weight, RandomGenerator random) {
        int point = random.nextInt(of.stream().mapToInt(weight).sum());
        for (var it : of) {
            point -= weight.applyAsInt(it);
            if (point < 0) {
                return it;
            }
        }
        throw new IllegalStateException("weights changed while adding them up");
    }

    private static List<Name> names(String kind) {
        return read("names.csv").stream()
                .filter(it -> it.text("kind").equals(kind))
                .map(it -> new Name(it.text("arabic"), it.text("latin")))
                .toList();
    }

    private static List<ReferenceRow> read(String file) {
        try {
            var text =
                    new ClassPathResource("registry/demonstration/" + file).getContentAsString(StandardCharsets.UTF_8);
            return ReferenceTable.of(file, text).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(ReferenceRow row, String column) {
        return Integer.parseInt(row.text(column));
    }
}
