package ma.qutb.programmes.reference;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes facts so that only what differs is written: the names of tables and columns are those of {@code FactTables}. */
@Component
class SavingFacts {

    private final JdbcClient database;

    SavingFacts(JdbcClient database) {
        this.database = database;
    }

    void subjects(Map<String, Known.Subject> subjects) {
        subjects.values()
                .forEach(it -> database.sql("""
                        insert into programmes.subject (code, table_name) values (:code, :table)
                        on conflict (code) do update set table_name = excluded.table_name
                        where subject.table_name <> excluded.table_name
                        """)
                        .param("code", it.code())
                        .param("table", it.table().name())
                        .update());
    }

    void save(PreparedFact prepared) {
        try {
            Map<String, @Nullable Object> fact = new LinkedHashMap<>();
            fact.put("id", prepared.id());
            fact.putAll(prepared.fact());
            upsert("fact", "id", fact);
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            cells.put("fact_id", prepared.id());
            cells.putAll(prepared.cells());
            upsert(prepared.table().table(), "fact_id", cells);
        } catch (DataIntegrityViolationException e) {
            throw prepared.row()
                    .broken(
                            "a cell",
                            "is refused: "
                                    + String.valueOf(e.getMostSpecificCause().getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""));
        }
    }

    private void upsert(String table, String key, Map<String, @Nullable Object> columns) {
        var names = List.copyOf(columns.keySet());
        var values = columns.entrySet().stream()
                .map(it -> it.getValue() instanceof List
                        ? "string_to_array(:" + it.getKey() + ", ';')"
                        : ":" + it.getKey())
                .collect(Collectors.joining(", "));
        var others = names.stream().filter(it -> !it.equals(key)).toList();
        var update = others.isEmpty()
                ? "nothing"
                : "update set %s where (%s) is distinct from (%s)"
                        .formatted(
                                others.stream()
                                        .map(it -> quoted(it) + " = excluded." + quoted(it))
                                        .collect(Collectors.joining(", ")),
                                others.stream()
                                        .map(it -> table + "." + quoted(it))
                                        .collect(Collectors.joining(", ")),
                                others.stream()
                                        .map(it -> "excluded." + quoted(it))
                                        .collect(Collectors.joining(", ")));
        var statement = database.sql("insert into programmes.%s (%s) values (%s) on conflict (%s) do %s"
                .formatted(
                        table,
                        names.stream().map(SavingFacts::quoted).collect(Collectors.joining(", ")),
                        values,
                        key,
                        update));
        for (var column : columns.entrySet()) {
            var value = column.getValue();
            statement = value == null
                    ? statement.param(column.getKey(), null, Types.NULL)
                    : statement.param(column.getKey(), value instanceof List<?> list ? joined(list) : value);
        }
        statement.update();
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(";"));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    void link(String discrepancy, List<String> facts) {
        database.sql(
                        "delete from programmes.discrepancy_fact where discrepancy_id = :id and fact_id <> all (string_to_array(:facts, ';'))")
                .param("id", discrepancy)
                .param("facts", String.join(";", facts))
                .update();
        for (int i = 0; i < facts.size(); i++) {
            database.sql("""
                            insert into programmes.discrepancy_fact (discrepancy_id, fact_id, position) values (:id, :fact, :position)
                            on conflict (discrepancy_id, fact_id) do update set position = excluded.position
                            where discrepancy_fact.position <> excluded.position
                            """)
                    .param("id", discrepancy)
                    .param("fact", facts.get(i))
                    .param("position", i)
                    .update();
        }
    }

    /** What the files no longer say. */
    void removeAllBut(Set<String> facts, Set<String> subjects) {
        var saved = new TreeSet<>(database.sql("select id from programmes.fact")
                .query(String.class)
                .list());
        saved.removeAll(facts);
        for (var id : saved) {
            database.sql("delete from programmes.fact where id = :id")
                    .param("id", id)
                    .update();
        }
        var named = new TreeSet<>(database.sql("select code from programmes.subject")
                .query(String.class)
                .list());
        named.removeAll(subjects);
        for (var code : named) {
            database.sql("delete from programmes.subject where code = :code")
                    .param("code", code)
                    .update();
        }
    }
}
