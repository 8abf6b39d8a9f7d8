package ma.qutb.market.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;

/** What the maker or the hall says in own words, by language; only what was read and accepted. */
public record OwnTexts(Map<Language, Own> own) {

    /** In one language; empty where nothing is said. */
    public record Own(String title, String story, String care) {}

    /** Words with the language they are in, which may not be the reader's. */
    public record Said(Language language, String words) {}

    Optional<String> title(Language reader) {
        return Optional.ofNullable(own.get(reader)).map(Own::title).filter(it -> !it.isBlank());
    }

    public Optional<Said> story(Language reader) {
        return said(reader, Own::story);
    }

    public Optional<Said> care(Language reader) {
        return said(reader, Own::care);
    }

    private Optional<Said> said(Language reader, java.util.function.Function<Own, String> part) {
        return Stream.concat(
                        Stream.of(reader),
                        List.of(Language.AR, Language.FR, Language.EN, Language.ES, Language.ZGH).stream())
                .filter(own::containsKey)
                .map(it -> new Said(it, part.apply(own.get(it))))
                .filter(it -> !it.words().isBlank())
                .findFirst();
    }
}
