package ma.qutb.registry.craft;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.craft.CraftPage.Standing;
import ma.qutb.registry.craft.CraftPage.Word;
import ma.qutb.registry.headcount.Counting;
import ma.qutb.registry.headcount.Headcount;
import ma.qutb.registry.published.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The crafts with what is known of them; artisans are counted within the reader's scope. */
@Component
@Transactional(readOnly = true)
class CraftBook {

    private record Entry(
            CraftCode code,
            LocalName name,
            String spanish,
            String tamazight,
            String icon,
            List<String> materials,
            List<Word> words,
            Said said) {}

    private final JdbcClient database;
    private final Crafts crafts;
    private final Counting counting;
    private final Territories territories;

    CraftBook(JdbcClient database, Crafts crafts, Counting counting, Territories territories) {
        this.database = database;
        this.crafts = crafts;
        this.counting = counting;
        this.territories = territories;
    }

    /** The families, each with its crafts. */
    List<CraftPage> families(Actor actor) {
        var leaf = leaf(actor);
        return crafts.all().stream()
                .filter(it -> it.parent().isEmpty())
                .map(it -> leaf.page(it.code(), null, true))
                .toList();
    }

    Optional<CraftPage> open(CraftCode code, Actor actor) {
        var leaf = leaf(actor);
        return crafts.find(code)
                .map(it -> leaf.page(
                        code,
                        it.parent()
                                .map(parent -> leaf.page(parent, null, false))
                                .orElse(null),
                        true));
    }

    private Leaf leaf(Actor actor) {
        var covered = territories.covered(actor.scopeOf(Code.SEE_CRAFTS));
        return new Leaf(
                entries(), standings(), counting.artisansByCraft(covered), counting.organisationsByCraft(covered));
    }

    /** Everything that was read, from which pages are put together. */
    private final class Leaf {

        private final Map<CraftCode, Entry> entries;
        private final Map<CraftCode, List<Standing>> standings;
        private final Map<CraftCode, Headcount> artisans;
        private final Map<CraftCode, Headcount> organisations;

        Leaf(
                Map<CraftCode, Entry> entries,
                Map<CraftCode, List<Standing>> standings,
                Map<CraftCode, Headcount> artisans,
                Map<CraftCode, Headcount> organisations) {
            this.entries = entries;
            this.standings = standings;
            this.artisans = artisans;
            this.organisations = organisations;
        }

        CraftPage page(CraftCode code, @Nullable CraftPage family, boolean withCrafts) {
            var it = java.util.Objects.requireNonNull(entries.get(code));
            var below = withCrafts
                    ? crafts.all().stream()
                            .filter(craft -> craft.parent().filter(code::equals).isPresent())
                            .map(craft -> page(craft.code(), null, true))
                            .toList()
                    : List.<CraftPage>of();
            return new CraftPage(
                    code.value(),
                    it.name,
                    it.spanish,
                    it.tamazight,
                    it.icon,
                    it.materials,
                    it.words,
                    standings.getOrDefault(code, List.of()),
                    artisans.getOrDefault(code, Headcount.NONE),
                    organisations.getOrDefault(code, Headcount.NONE),
                    family,
                    below,
                    it.said);
        }
    }

    private Map<CraftCode, Entry> entries() {
        Map<CraftCode, Entry> entries = new HashMap<>();
        database.sql("""
                        select c.*,
                            array(select word from registry.craft_word w where w.craft_code = c.code and language = 'ar' order by word) as own_ar,
                            array(select word from registry.craft_word w where w.craft_code = c.code and language = 'fr' order by word) as own_fr
                        from registry.craft c
                        """).query((row, number) -> entry(row)).list().forEach(it -> entries.put(it.code, it));
        return entries;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var words = new ArrayList<Word>();
        for (var language : List.of("ar", "fr")) {
            texts(row.getArray("synonyms_" + language)).forEach(it -> words.add(new Word(language, it, false)));
            texts(row.getArray("own_" + language)).forEach(it -> words.add(new Word(language, it, true)));
        }
        return new Entry(
                new CraftCode(row.getString("code")),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                row.getString("name_es"),
                row.getString("name_zgh"),
                row.getString("icon"),
                texts(row.getArray("materials")),
                List.copyOf(words),
                Said.of(row));
    }

    private Map<CraftCode, List<Standing>> standings() {
        Map<CraftCode, List<Standing>> standings = new HashMap<>();
        database.sql("""
                        select craft_code, endangered, said_on, source from registry.craft_standing order by said_on desc, id desc
                        """).query(row -> {
            standings
                    .computeIfAbsent(new CraftCode(row.getString("craft_code")), it -> new ArrayList<>())
                    .add(new Standing(
                            row.getBoolean("endangered"),
                            row.getObject("said_on", LocalDate.class),
                            row.getString("source")));
        });
        return standings;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
