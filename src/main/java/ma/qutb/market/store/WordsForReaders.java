package ma.qutb.market.store;

import ma.qutb.kernel.Language;
import ma.qutb.market.pricing.ExchangeRates;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** Gives each reader the words of their language. */
@Component
public class WordsForReaders {

    private final Crafts crafts;
    private final Territories territories;
    private final Taxonomy taxonomy;
    private final Texts texts;
    private final ExchangeRates rates;

    WordsForReaders(Crafts crafts, Territories territories, Taxonomy taxonomy, Texts texts, ExchangeRates rates) {
        this.crafts = crafts;
        this.territories = territories;
        this.taxonomy = taxonomy;
        this.texts = texts;
        this.rates = rates;
    }

    /** Changes with the rate that prices are told by besides. */
    String rate() {
        return rates.today().map(it -> it.id().toString()).orElse("-");
    }

    public StoreWords of(Language language) {
        return new StoreWords(language, crafts, territories, taxonomy, texts, rates.today());
    }
}
