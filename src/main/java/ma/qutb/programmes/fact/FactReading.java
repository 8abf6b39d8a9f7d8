package ma.qutb.programmes.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads all facts from their tables. */
@Component
class FactReading {

    private static final TypeReference<Map<String, Object>> CELLS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    FactReading(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Link(String discrepancy, String fact) {}

    @Transactional(readOnly = true)
    FactBook read() {
        var links = database.sql("""
                        select discrepancy_id, fact_id from programmes.discrepancy_fact order by discrepancy_id, position
                        """)
                .query((row, number) -> new Link(row.getString("discrepancy_id"), row.getString("fact_id")))
                .list();
        Map<String, List<String>> concerning = new HashMap<>();
        Map<String, List<String>> concerned = new HashMap<>();
        for (var link : links) {
            concerning.computeIfAbsent(link.fact, it -> new ArrayList<>()).add(link.discrepancy);
            concerned.computeIfAbsent(link.discrepancy, it -> new ArrayList<>()).add(link.fact);
        }
        var facts = new ArrayList<Fact>();
        for (var table : FactTables.ALL) {
            // The name of the table is one of ours, never typed by anybody.
            facts.addAll(database.sql("""
                            select f.*, p.period_described, (to_jsonb(t) - 'fact_id')::text as cells
                            from programmes.fact f
                            join programmes.%s t on t.fact_id = f.id
                            left join programmes.publication p on p.source = f.source
                            order by f.position
                            """.formatted(table.table()))
                    .query((row, number) -> fact(row, table, concerning))
                    .list());
        }
        return new FactBook(
                List.copyOf(facts),
                facts.stream()
                        .filter(it -> it.is("sources"))
                        .map(Publication::of)
                        .toList(),
                facts.stream()
                        .filter(it -> it.is("discrepancies"))
                        .map(it -> discrepancy(it, concerned))
                        .toList());
    }

    private Fact fact(ResultSet row, FactTable table, Map<String, List<String>> concerning) throws SQLException {
        var id = row.getString("id");
        var year = row.getObject("year", Integer.class);
        var source = row.getString("source");
        return new Fact(
                id,
                table,
                row.getString("subject_code"),
                words(row, "title"),
                row.getString("territory_code"),
                year,
                bordersOf(year, row.getString("period_described")),
                row.getString("axis"),
                figure(row),
                source,
                source == null ? null : new Locator(row.getInt("paragraph"), row.getInt("sentence")),
                words(row, "says"),
                words(row, "caveat"),
                json.readValue(row.getString("cells"), CELLS),
                List.copyOf(concerning.getOrDefault(id, List.of())));
    }

    /** The borders a publication means are those of the years it describes, also where it looks further back or ahead. */
    private static int bordersOf(@Nullable Integer year, @Nullable String described) {
        if (described == null) {
            return year == null ? 0 : year;
        }
        int last = Publication.lastYear(described);
        return year == null ? last : Math.clamp(year, Integer.parseInt(described.substring(0, 4)), last);
    }

    private static @Nullable Figure figure(ResultSet row) throws SQLException {
        var centimes = row.getObject("amount_centimes", Long.class);
        var quantity = row.getObject("quantity", Long.class);
        if (centimes == null && quantity == null) {
            return null;
        }
        var unit = row.getString("unit");
        return new Figure(
                centimes != null ? centimes : quantity,
                unit == null ? "" : unit,
                row.getString("hedge"),
                row.getString("standing"));
    }

    private static Words words(ResultSet row, String column) throws SQLException {
        return new Words(row.getString(column + "_ar"), row.getString(column + "_fr"), row.getString(column + "_en"));
    }

    private static Discrepancy discrepancy(Fact fact, Map<String, List<String>> concerned) {
        var id = fact.text("id");
        var second = fact.text("source_b");
        return new Discrepancy(
                id,
                fact.title(),
                fact.text("severity"),
                fact.source(),
                fact.locator(),
                second.isEmpty() ? null : second,
                fact.words("description"),
                fact.words("handling"),
                List.copyOf(concerned.getOrDefault(id, List.of())));
    }
}
