package ma.qutb.market.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.qutb.market.Wording;
import ma.qutb.registry.CraftCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words, kept in memory: they change only when a start loads them. */
@Component
public class Taxonomy {

    /** The lists beside the articles. */
    public enum Words {
        MATERIAL,
        TECHNIQUE,
        MOTIF,
        COLOUR;

        String table() {
            return "market." + name().toLowerCase(Locale.ROOT);
        }
    }

    private record Known(Map<String, Article> articles, Map<Words, Map<String, Term>> terms) {}

    private final JdbcClient database;
    private volatile @Nullable Known known;

    Taxonomy(JdbcClient database) {
        this.database = database;
    }

    /** All articles, family by family. */
    public List<Article> articles() {
        return List.copyOf(known().articles.values());
    }

    public Optional<Article> article(@Nullable String code) {
        return Optional.ofNullable(code).map(known().articles::get);
    }

    public List<Term> all(Words words) {
        return List.copyOf(terms(words).values());
    }

    public Optional<Term> find(Words words, @Nullable String code) {
        return Optional.ofNullable(code).map(terms(words)::get);
    }

    /** Reads anew what was loaded. */
    public void forget() {
        known = null;
    }

    private Map<String, Term> terms(Words words) {
        return known().terms.getOrDefault(words, Map.of());
    }

    private Known known() {
        var now = known;
        if (now == null) {
            now = read();
            known = now.articles.isEmpty() ? null : now;
        }
        return now;
    }

    private Known read() {
        var articles = new LinkedHashMap<String, Article>();
        database.sql("select * from market.article order by position").query(row -> {
            articles.put(
                    row.getString("code"),
                    new Article(
                            row.getString("code"),
                            new CraftCode(row.getString("craft_code")),
                            new CraftCode(row.getString("family_code")),
                            name(row),
                            row.getString("synonyms"),
                            row.getString("picture")));
        });
        var terms = new LinkedHashMap<Words, Map<String, Term>>();
        for (var words : Words.values()) {
            var some = new LinkedHashMap<String, Term>();
            database.sql("select * from " + words.table() + " order by position")
                    .query(row -> {
                        some.put(
                                row.getString("code"),
                                new Term(
                                        row.getString("code"),
                                        name(row),
                                        row.getString("synonyms"),
                                        row.getString("sample")));
                    });
            terms.put(words, some);
        }
        return new Known(articles, terms);
    }

    private static Wording name(ResultSet row) throws SQLException {
        return new Wording(
                row.getString("name_ar"),
                row.getString("name_fr"),
                row.getString("name_en"),
                row.getString("name_es"),
                row.getString("name_zgh"));
    }
}
