package ma.qutb.market.taxonomy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.market.Wording;
import ma.qutb.market.taxonomy.Taxonomy.Words;
import ma.qutb.registry.naming.Folding;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes titles of words, so that nobody types one and five languages exist at once. */
@Component
public class Titles {

    private final Taxonomy taxonomy;
    private final Texts texts;

    Titles(Taxonomy taxonomy, Texts texts) {
        this.taxonomy = taxonomy;
        this.texts = texts;
    }

    /**
     * What a title is made of; a missing word is left out.
     *
     * @param size as people say it, for example {@code M} or {@code 62}
     */
    public record Parts(
            @Nullable String article,
            @Nullable String material,
            @Nullable String motif,
            String size) {}

    public Wording of(Parts parts) {
        return new Wording(
                in(Language.AR, parts),
                in(Language.FR, parts),
                in(Language.EN, parts),
                in(Language.ES, parts),
                in(Language.ZGH, parts));
    }

    private String in(Language language, Parts parts) {
        var article = taxonomy.article(parts.article).map(it -> it.name().in(language));
        if (article.isEmpty()) {
            return "";
        }
        // Nobody says argan oil of argan.
        var material = word(Words.MATERIAL, parts.material, language)
                .filter(it -> !article.get().toLowerCase(Locale.ROOT).contains(it.toLowerCase(Locale.ROOT)));
        // English says the material first: a silver bracelet.
        var first = material.map(it -> texts.say(
                        language,
                        "market.title.of",
                        article.get(),
                        it,
                        article.get().toLowerCase(Locale.ROOT)))
                .orElse(article.get());
        var rest = Stream.of(
                        word(Words.MOTIF, parts.motif, language)
                                .map(it -> texts.say(language, "market.title.motif", it)),
                        Optional.of(parts.size).filter(it -> !it.isBlank()))
                .flatMap(Optional::stream);
        return capital(Stream.concat(Stream.of(first), rest)
                .collect(Collectors.joining(texts.say(language, "market.title.comma"))));
    }

    /** All that finds it, in any letters, folded. */
    public String words(Parts parts, @Nullable String technique, Iterable<String> colours) {
        var said = new StringBuilder();
        taxonomy.article(parts.article).ifPresent(it -> add(said, it.name(), it.synonyms()));
        Stream.of(
                        taxonomy.find(Words.MATERIAL, parts.material),
                        taxonomy.find(Words.MOTIF, parts.motif),
                        taxonomy.find(Words.TECHNIQUE, technique))
                .flatMap(Optional::stream)
                .forEach(it -> add(said, it.name(), it.synonyms()));
        colours.forEach(code -> taxonomy.find(Words.COLOUR, code).ifPresent(it -> add(said, it.name(), it.synonyms())));
        return Stream.of(Folding.fold(said.toString()).split("\\s+"))
                .distinct()
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static void add(StringBuilder said, Wording name, String synonyms) {
        for (var language : Language.values()) {
            said.append(' ').append(name.own(language));
        }
        said.append(' ').append(synonyms.replace(';', ' '));
    }

    private Optional<String> word(Words words, @Nullable String code, Language language) {
        return taxonomy.find(words, code).map(it -> it.name().in(language));
    }

    private static String capital(String title) {
        return title.isEmpty() ? title : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }
}
