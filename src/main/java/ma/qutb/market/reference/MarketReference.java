package ma.qutb.market.reference;

import java.time.LocalDate;
import java.util.Map;
import ma.qutb.kernel.Ids;
import ma.qutb.market.pricing.ShareRule;
import ma.qutb.market.pricing.ShareRules;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads words, places and the first rules of shares; a second time changes nothing that is the same. */
@Component
class MarketReference {

    private static final Map<String, String> WORDS = Map.of(
            "material", "market_materials",
            "technique", "market_techniques",
            "motif", "market_motifs",
            "colour", "market_colours");

    private final JdbcClient database;
    private final Crafts crafts;
    private final ShareRules rules;

    MarketReference(JdbcClient database, Crafts crafts, ShareRules rules) {
        this.database = database;
        this.crafts = crafts;
        this.rules = rules;
    }

    @Transactional
    void load() {
        int position = 0;
        for (var row : ReferenceTable.read("supplement/market_articles.csv").rows()) {
            article(row, position++);
        }
        WORDS.forEach((table, file) -> {
            int place = 0;
            for (var row : ReferenceTable.read("supplement/" + file + ".csv").rows()) {
                term(table, row, place++);
            }
        });
        ReferenceTable.read("supplement/market_places.csv").rows().forEach(this::place);
        ReferenceTable.read("supplement/market_shares.csv").rows().forEach(this::rule);
        ReferenceTable.read("supplement/market_customs.csv").rows().forEach(this::customs);
    }

    /** Headings of the harmonised system, four digits, and what the tax code makes of the goods; both to be checked each year. */
    private void customs(ReferenceRow row) {
        database.sql("""
            insert into market.customs (article_code, hs, tax_class) values (:article, :hs, :class)
            on conflict on constraint customs_pk do update set hs = excluded.hs, tax_class = excluded.tax_class
            """)
                .param("article", row.text("article_code"))
                .param("hs", row.text("hs"))
                .param("class", row.text("tax_class"))
                .update();
    }

    private void article(ReferenceRow row, int position) {
        var craft = new CraftCode(row.text("craft_code"));
        named(row, """
            insert into market.article (code, craft_code, family_code, name_ar, name_fr, name_en, name_es, name_zgh, synonyms,
                picture, position)
            values (:code, :craft, :family, :ar, :fr, :en, :es, :zgh, :synonyms, :picture, :position)
            on conflict on constraint article_pk do update set name_ar = excluded.name_ar, name_fr = excluded.name_fr,
                name_en = excluded.name_en, name_es = excluded.name_es, name_zgh = excluded.name_zgh,
                synonyms = excluded.synonyms, picture = excluded.picture, position = excluded.position
            """)
                .param("craft", craft.value())
                .param("family", family(craft).value())
                .param("picture", row.text("picture"))
                .param("position", position)
                .update();
    }

    private CraftCode family(CraftCode craft) {
        return crafts.find(craft)
                .flatMap(Crafts.Craft::parent)
                .map(this::family)
                .orElse(craft);
    }

    private void term(String table, ReferenceRow row, int position) {
        named(row, """
            insert into market.%1$s (code, name_ar, name_fr, name_en, name_es, name_zgh, synonyms, sample, position)
            values (:code, :ar, :fr, :en, :es, :zgh, :synonyms, :sample, :position)
            on conflict on constraint %1$s_pk do update set name_ar = excluded.name_ar, name_fr = excluded.name_fr,
                name_en = excluded.name_en, name_es = excluded.name_es, name_zgh = excluded.name_zgh,
                synonyms = excluded.synonyms, sample = excluded.sample, position = excluded.position
            """.formatted(table))
                .param("sample", row.text("sample"))
                .param("position", position)
                .update();
    }

    private JdbcClient.StatementSpec named(ReferenceRow row, String sql) {
        return database.sql(sql)
                .param("code", row.text("code"))
                .param("ar", row.text("name_ar"))
                .param("fr", row.text("name_fr"))
                .param("en", row.text("name_en"))
                .param("es", row.text("name_es"))
                .param("zgh", row.orEmpty("name_zgh"))
                .param("synonyms", row.orEmpty("synonyms"));
    }

    private void place(ReferenceRow row) {
        database.sql("""
            insert into market.place (id, code, kind, name_ar, name_fr, name_en, territory_code, version)
            values (:id, :code, :kind, :ar, :fr, :en, :territory, 1)
            on conflict on constraint place_code_once do nothing
            """)
                .param("id", Ids.next())
                .param("code", row.text("code"))
                .param("kind", row.text("kind"))
                .param("ar", row.text("name_ar"))
                .param("fr", row.text("name_fr"))
                .param("en", row.text("name_en"))
                .param("territory", row.optional("territory_code"))
                .update();
    }

    private void rule(ReferenceRow row) {
        rules.enter(
                LocalDate.parse(row.text("valid_from")),
                whole(row, "position"),
                row.optional("family_code"),
                row.optional("maker_kind"),
                new ShareRule(
                        Ids.next(),
                        whole(row, "service"),
                        whole(row, "fund"),
                        whole(row, "tax"),
                        whole(row, "transport")),
                row.text("reason"),
                "reference");
    }

    private static int whole(ReferenceRow row, String column) {
        return Integer.parseInt(row.text(column));
    }
}
