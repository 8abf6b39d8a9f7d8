package ma.qutb.registry.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the directory. Reads nothing but the view that holds what was agreed to. */
@Service
@Transactional(readOnly = true)
class Directory {

    private static final String FITS = """
            from registry.directory_entry e
            where (:kind = '' or e.kind = :kind or :kind = 'ORGANISATIONS' and e.kind <> 'ARTISAN')
              and (cast(:crafts as text[]) is null or e.crafts && cast(:crafts as text[]))
              and (cast(:places as text[]) is null or e.territory_code = any (cast(:places as text[])))
              and (not :award or e.awarded)
            """;

    private final JdbcClient database;
    private final Crafts crafts;
    private final Territories territories;
    private final NameSearch names;
    private final Clock clock;

    Directory(JdbcClient database, Crafts crafts, Territories territories, NameSearch names, Clock clock) {
        this.database = database;
        this.crafts = crafts;
        this.territories = territories;
        this.names = names;
        this.clock = clock;
    }

    /** Real people and organisations first, then those made up for demonstration, each by name. */
    Found find(Asked asked, Language language) {
        if (!asked.q().isEmpty()) {
            return named(asked, language);
        }
        var parameters = parameters(asked);
        var counts = database.sql("select count(*) filter (where not demonstration) as real,"
                        + " count(*) filter (where demonstration) as made_up " + FITS)
                .params(parameters)
                .query((row, number) -> new long[] {row.getLong("real"), row.getLong("made_up")})
                .single();
        var entries = database.sql("select * " + FITS + order(language) + " limit :size offset :skipped")
                .params(parameters)
                .param("size", Found.SIZE)
                .param("skipped", (asked.page() - 1) * Found.SIZE)
                .query(Directory::entry)
                .list();
        return new Found(entries, counts[0], counts[1], asked.page());
    }

    private Found named(Asked asked, Language language) {
        var fits =
                database
                        .sql("select * " + FITS + order(language))
                        .params(parameters(asked))
                        .query(Directory::entry)
                        .stream()
                        .filter(names.looksLike(asked.q()))
                        .toList();
        long madeUp = fits.stream().filter(DirectoryEntry::demonstration).count();
        var page = fits.stream()
                .skip((asked.page() - 1L) * Found.SIZE)
                .limit(Found.SIZE)
                .toList();
        return new Found(page, fits.size() - madeUp, madeUp, asked.page());
    }

    private static String order(Language language) {
        return language.rightToLeft()
                ? " order by e.demonstration, e.sort_name_ar collate \"ar-x-icu\", e.id"
                : " order by e.demonstration, e.sort_name_latin collate \"fr-x-icu\", e.id";
    }

    private Map<String, @Nullable Object> parameters(Asked asked) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put(
                "kind",
                switch (asked.kind()) {
                    case "artisans" -> DirectoryEntry.ARTISAN;
                    default -> asked.kind().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
                });
        parameters.put("award", asked.award());
        parameters.put(
                "crafts",
                codes(asked.craft(), CraftCode::new, it -> crafts.within(it).toArray()));
        int year = LocalDate.now(clock).getYear();
        parameters.put(
                "places",
                codes(
                        asked.place(),
                        TerritoryCode::new,
                        it -> territories.within(it, year).toArray()));
        return parameters;
    }

    /** Nothing for nothing; what cannot be a code fits nobody. */
    private static <C> String @Nullable [] codes(String asked, Function<String, C> code, Function<C, Object[]> within) {
        if (asked.isEmpty()) {
            return null;
        }
        try {
            return Arrays.stream(within.apply(code.apply(asked)))
                    .map(Object::toString)
                    .toArray(String[]::new);
        } catch (ma.qutb.kernel.Refusal unknown) {
            return new String[0];
        }
    }

    Optional<DirectoryEntry> artisan(long number) {
        return one("e.kind = 'ARTISAN'", number);
    }

    Optional<DirectoryEntry> organisation(long number) {
        return one("e.kind <> 'ARTISAN'", number);
    }

    private Optional<DirectoryEntry> one(String kind, long number) {
        return database.sql("select * from registry.directory_entry e where e.number = :number and " + kind)
                .param("number", number)
                .query(Directory::entry)
                .optional();
    }

    /** What somebody received, the latest first; empty unless they agreed to show it. */
    List<Award> awards(DirectoryEntry entry) {
        if (!entry.awarded()) {
            return List.of();
        }
        return database.sql("""
                        select kind, title_ar, title_fr, title_en, year from registry.distinction
                        where (person_id = :id or organisation_id = :id) and withdrawn_on is null
                        order by year desc nulls last, id
                        """)
                .param("id", entry.id())
                .query((row, number) -> new Award(
                        row.getString("kind"),
                        new LocalName(row.getString("title_ar"), row.getString("title_fr"), row.getString("title_en")),
                        row.getObject("year", Integer.class)))
                .list();
    }

    /** Crafts somebody in the directory practises. */
    java.util.Set<CraftCode> craftsShown() {
        return database
                .sql("select distinct unnest(crafts) from registry.directory_entry")
                .query(String.class)
                .list()
                .stream()
                .map(CraftCode::new)
                .collect(Collectors.toSet());
    }

    /** How many real entries each place has; places of made-up people only are there with 0. */
    Map<TerritoryCode, Long> placesShown() {
        return database
                .sql("""
                        select territory_code, count(*) filter (where not demonstration) as real
                        from registry.directory_entry where territory_code is not null group by territory_code
                        """)
                .query((row, number) ->
                        Map.entry(new TerritoryCode(row.getString("territory_code")), row.getLong("real")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DirectoryEntry entry(ResultSet row, int number) throws SQLException {
        var latin = row.getString("name_latin");
        var phone = row.getString("phone");
        return new DirectoryEntry(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new LocalName(row.getString("name_ar"), latin, latin),
                row.getString("sex"),
                row.getObject("photo", UUID.class),
                phone == null ? null : new PhoneNumber(phone),
                row.getString("email"),
                row.getString("website"),
                crafts(row.getArray("crafts")),
                row.getBoolean("maalem"),
                row.getObject("since", Integer.class),
                Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new),
                new LocalName(row.getString("story_ar"), row.getString("story_fr"), row.getString("story_en")),
                row.getBoolean("awarded"),
                row.getBoolean("demonstration"));
    }

    private static List<CraftCode> crafts(Array codes) throws SQLException {
        return Arrays.stream((String[]) codes.getArray()).map(CraftCode::new).toList();
    }
}
