package ma.qutb.market.finding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.market.finding.Found.Count;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers what a visitor asks of the shelf: one query for the rows, one for all counts. At a hundred thousand products a page of rows
 * walks one of the three orders and stops, or reads the words' index; the counts read one narrow index alone.
 */
@Service
@Transactional(readOnly = true)
public class Finding {

    private static final int SHOWN_VALUES = 12;
    private static final int MOST_CALLED = 4;

    /** Counts over more than this are kept a moment: nobody counts after them, and the rows beside them are always new. */
    private static final long WORTH_KEEPING = 2_000;

    private final JdbcClient database;
    private final Looking looking;
    private final ShelfRows shelf;
    private final Territories territories;
    private final Cache<String, Counted> kept = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    Finding(JdbcClient database, Looking looking, ShelfRows shelf, Territories territories) {
        this.database = database;
        this.looking = looking;
        this.shelf = shelf;
        this.territories = territories;
    }

    private record Counted(
            long total,
            Map<Facet, List<Count>> counts,
            @Nullable Long least,
            @Nullable Long most,
            long over) {}

    /**
     * The conditions: what always holds, and what each facet and the price add.
     *
     * @param always of the family's page and the words
     */
    private record Question(
            String always, Map<Facet, String> facets, String price, Map<String, Object> parameters, List<String> also) {

        /** What a row of the shelf must have. */
        String fits() {
            return String.join(" and ", facets.values()) + (price.isEmpty() ? "" : " and " + price);
        }

        /** What a cell must have, but for this facet's own; null for all. */
        String but(@Nullable Facet left) {
            var parts = new ArrayList<String>();
            for (var facet : Facet.values()) {
                if (facet != left && facets.containsKey(facet)) {
                    parts.add(facets.get(facet));
                }
            }
            if (!price.isEmpty()) {
                parts.add("s.priced");
            }
            return parts.isEmpty() ? "true" : String.join(" and ", parts);
        }
    }

    public Found find(Asked asked, Language language) {
        var question = question(asked, language);
        var rows = database.sql("select " + ShelfRows.CARD + " from market.shelf s where " + question.always + " and "
                        + question.fits() + " order by " + order(asked) + " limit :rows offset :skipped")
                .params(question.parameters)
                .param("rows", Asked.SIZE)
                .param("skipped", (asked.page() - 1) * Asked.SIZE)
                .query(shelf::card)
                .list();
        var counted = count(question);
        return new Found(
                rows,
                counted.total,
                counted.counts,
                counted.least,
                counted.most,
                question.also,
                makers(asked, counted),
                places(asked, counted),
                asked.page());
    }

    /** Whoever of those found is called as was typed. */
    private List<NamedMaker> makers(Asked asked, Counted counted) {
        return counted.counts.getOrDefault(Facet.MAKER, List.of()).stream()
                .flatMap(it -> it.maker().stream())
                .filter(it -> looking.says(asked.q(), it.name()))
                .limit(MOST_CALLED)
                .toList();
    }

    private List<TerritoryCode> places(Asked asked, Counted counted) {
        return counted.counts.getOrDefault(Facet.PLACE, List.of()).stream()
                .map(it -> new TerritoryCode(it.value()))
                .filter(it -> looking.says(asked.q(), territories.nameOf(it)))
                .limit(MOST_CALLED)
                .toList();
    }

    private static String order(Asked asked) {
        return switch (asked.order()) {
            case NEWEST -> "s.on_sale_since desc nulls last, s.number desc";
            case CHEAPEST -> "s.price, s.number desc";
            case DEAREST -> "s.price desc, s.number";
            case SHARE -> "s.share desc, s.number desc";
        };
    }

    private Question question(Asked asked, Language language) {
        var parameters = new HashMap<String, Object>();
        var always = new ArrayList<String>();
        always.add("true");
        if (asked.family() != null) {
            always.add("s.family_code = :family");
            parameters.put("family", asked.family());
        }
        List<String> also = List.of();
        if (!asked.q().isEmpty()) {
            var looked = looking.read(asked.q(), language);
            always.add("s.terms @@ cast(:wanted as tsquery)");
            parameters.put("wanted", looked.wanted());
            if (asked.exact()) {
                always.add("(s.title_ar ilike :exact or s.title_fr ilike :exact or s.title_en ilike :exact"
                        + " or s.title_es ilike :exact or s.title_zgh ilike :exact)");
                parameters.put("exact", "%" + asked.q().replaceAll("([\\\\%_])", "\\\\$1") + "%");
            } else {
                also = looked.also();
            }
        }
        var facets = new EnumMap<Facet, String>(Facet.class);
        for (var facet : Facet.values()) {
            var values = asked.of(facet);
            if (facet == Facet.OFFER) {
                // Figures, checked by their form: written out, so that the planner sees which index holds them.
                facets.put(facet, values.isEmpty() ? "s.offer > 0" : "s.offer in (" + String.join(", ", values) + ")");
            } else if (facet == Facet.MAKER && !values.isEmpty()) {
                facets.put(facet, "(s.maker_kind, s.maker_number) in (" + makers(values) + ")");
            } else if (!values.isEmpty()) {
                facets.put(facet, "s." + facet.value() + " = any (cast(:" + facet.code() + " as text[]))");
                parameters.put(facet.code(), values.toArray(String[]::new));
            }
        }
        var price = Stream.of(
                        asked.least() == null ? "" : "s.price >= " + asked.least(),
                        asked.most() == null ? "" : "s.price <= " + asked.most())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" and "));
        return new Question(String.join(" and ", always), facets, price, parameters, also);
    }

    /** Kind and number, checked by their form. */
    private static String makers(List<String> values) {
        return values.stream()
                .map(it -> "('" + it.replaceAll("\\d", "") + "', " + it.replaceAll("\\D", "") + ")")
                .collect(Collectors.joining(", "));
    }

    private Counted count(Question question) {
        var key = question.always
                + question.fits()
                + question.parameters.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> it.getKey() + "="
                                + (it.getValue() instanceof String[] several ? List.of(several) : it.getValue()))
                        .toList();
        var known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var counted = counted(question);
        if (counted.over > WORTH_KEEPING) {
            kept.put(key, counted);
        }
        return counted;
    }

    /**
     * Everything in one pass over what the words and the family leave: first the few cells in which rows are alike, then each facet over
     * the cells, under the conditions of the others.
     */
    private Counted counted(Question question) {
        var counts = new EnumMap<Facet, List<Count>>(Facet.class);
        var sums = new long[2];
        var range = new Long[2];
        database.sql(sql(question)).params(question.parameters).query(row -> {
            var said = row.getString("facet");
            if (said.equals("total")) {
                sums[0] = row.getLong("total");
                sums[1] = row.getLong("every");
                range[0] = row.getObject("least", Long.class);
                range[1] = row.getObject("most", Long.class);
            } else {
                var latin = row.getString("latin");
                counts.computeIfAbsent(Facet.valueOf(said), it -> new ArrayList<>())
                        .add(new Count(
                                row.getString("value"),
                                row.getLong("total"),
                                latin == null
                                        ? Optional.empty()
                                        : Optional.of(new LocalName(row.getString("arabic"), latin, latin))));
            }
        });
        return new Counted(sums[0], counts, range[0], range[1], sums[1]);
    }

    private static String sql(Question question) {
        var named = Stream.of(Facet.values())
                .map(it -> "when grouping(" + columns(it) + ") = 0 then '" + it + "'")
                .collect(Collectors.joining(" "));
        var values = Stream.of(Facet.values())
                .map(it -> "when grouping(" + columns(it) + ") = 0 then " + it.value())
                .collect(Collectors.joining(" "));
        var totals = Stream.of(Facet.values())
                .map(it -> "when grouping(" + columns(it) + ") = 0 then sum(n) filter (where " + question.but(it) + ")")
                .collect(Collectors.joining(" "));
        var sets = Stream.of(Facet.values()).map(it -> "(" + columns(it) + ")").collect(Collectors.joining(", "));
        return """
            with cells as materialized (
                select family_code, material_code, territory_code, maker_kind, maker_number, offer, size_label, %s as priced,
                    count(*) as n, min(price) as least, max(price) as most
                from market.shelf s where %s
                group by family_code, material_code, territory_code, maker_kind, maker_number, offer, size_label, priced
            ), counted as (
                select case %s else 'total' end as facet, case %s end as value,
                    coalesce(case %s else sum(n) filter (where %s) end, 0) as total,
                    coalesce(sum(n), 0) as every, min(least) filter (where %s) as least, max(most) filter (where %s) as most,
                    maker_kind, maker_number
                from cells s
                group by grouping sets (%s, ())
            ), ranked as (
                select *, row_number() over (partition by facet order by total desc, value) as place from counted
                where facet = 'total' or total > 0 and value <> ''
            )
            select r.facet, r.value, r.total, r.every, r.least, r.most, m.arabic, m.latin
            from ranked r left join lateral (
                select n.maker_name_ar as arabic, n.maker_name_latin as latin from market.shelf n
                where r.facet = 'MAKER' and n.maker_kind = r.maker_kind and n.maker_number = r.maker_number limit 1) m on true
            where r.place <= %d order by r.facet, r.place
            """.formatted(
                        question.price.isEmpty() ? "true" : question.price,
                        question.always,
                        named,
                        values,
                        totals,
                        question.but(null),
                        unpriced(question),
                        unpriced(question),
                        sets,
                        SHOWN_VALUES);
    }

    private static String columns(Facet facet) {
        return switch (facet) {
            case MAKER -> "maker_kind, maker_number";
            case OFFER -> "offer";
            default -> facet.value();
        };
    }

    private static String unpriced(Question question) {
        return new Question("", question.facets, "", Map.of(), List.of()).but(null);
    }
}
