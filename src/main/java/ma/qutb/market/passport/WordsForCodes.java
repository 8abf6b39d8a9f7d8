package ma.qutb.market.passport;

import java.util.LinkedHashMap;
import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.market.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The words behind the codes of a signed text, for the page that reads it without the network. */
@Component
class WordsForCodes {

    private final Taxonomy taxonomy;
    private final JsonMapper json;

    WordsForCodes(Taxonomy taxonomy, JsonMapper json) {
        this.taxonomy = taxonomy;
        this.json = json;
    }

    /** JSON: by claim, what each code is called. */
    String in(Language language) {
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        words.put("art", new LinkedHashMap<>());
        taxonomy.articles()
                .forEach(it -> words.get("art").put(it.code(), it.name().in(language)));
        words.put("mat", terms(Taxonomy.Words.MATERIAL, language));
        words.put("tec", terms(Taxonomy.Words.TECHNIQUE, language));
        return json.writeValueAsString(words);
    }

    private Map<String, String> terms(Taxonomy.Words list, Language language) {
        var terms = new LinkedHashMap<String, String>();
        taxonomy.all(list).forEach(it -> terms.put(it.code(), it.name().in(language)));
        return terms;
    }
}
