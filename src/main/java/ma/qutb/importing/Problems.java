package ma.qutb.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wrong with the rows of an import, and which rows are in already. */
@Repository
class Problems {

    private static final int MOST_PER_ROW = 20;

    /** Line numbers and bounds tell nobody's name. */
    private static final Pattern COUNT = Pattern.compile("[0-9]{0,6}");

    /** A problem with the line it is on. */
    record Found(int line, Problem problem) {}

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Problems(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    void clear(UUID job) {
        database.sql("delete from importing.import_problem where job = :job")
                .param("job", job)
                .update();
    }

    void add(UUID job, List<ImportRow> rows) {
        var values = new ArrayList<Object[]>();
        for (var row : rows) {
            for (int i = 0; i < Math.min(MOST_PER_ROW, row.problems().size()); i++) {
                var it = row.problems().get(i);
                values.add(new Object[] {
                    job,
                    row.line(),
                    i,
                    it.rejected(),
                    it.column(),
                    it.value(),
                    it.code(),
                    it.arguments().toArray(String[]::new)
                });
            }
        }
        if (!values.isEmpty()) {
            batches.batchUpdate("""
                    insert into importing.import_problem (job, line, number, rejected, column_key, value, code, arguments)
                    values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (job, line, number) do update
                    set rejected = excluded.rejected, column_key = excluded.column_key, value = excluded.value,
                        code = excluded.code, arguments = excluded.arguments
                    """, values);
        }
    }

    /** The lines that may not be taken. */
    BitSet rejectedLines(UUID job) {
        var lines = new BitSet();
        database
                .sql("select distinct line from importing.import_problem where job = :job and rejected")
                .param("job", job)
                .withFetchSize(10_000)
                .query(Integer.class)
                .stream()
                .forEach(lines::set);
        return lines;
    }

    /** Some problems in the order of the file, rejections and warnings or rejections alone. */
    List<Found> page(UUID job, boolean rejectedOnly, int offset, int limit) {
        return database.sql("""
                        select line, rejected, column_key, value, code, arguments from importing.import_problem
                        where job = :job and (rejected or not :rejectedOnly)
                        order by line, number limit :limit offset :offset
                        """)
                .param("job", job)
                .param("rejectedOnly", rejectedOnly)
                .param("limit", limit)
                .param("offset", offset)
                .query(Problems::read)
                .list();
    }

    int count(UUID job, boolean rejectedOnly) {
        return database.sql(
                        "select count(*) from importing.import_problem where job = :job and (rejected or not :rejectedOnly)")
                .param("job", job)
                .param("rejectedOnly", rejectedOnly)
                .query(Integer.class)
                .single();
    }

    /** Rejections of some lines, line by line. */
    Map<Integer, List<Problem>> rejections(UUID job, int fromLine, int toLine) {
        var byLine = new LinkedHashMap<Integer, List<Problem>>();
        database.sql("""
                        select line, rejected, column_key, value, code, arguments from importing.import_problem
                        where job = :job and rejected and line between :from and :to order by line, number
                        """)
                .param("job", job)
                .param("from", fromLine)
                .param("to", toLine)
                .query(Problems::read)
                .list()
                .forEach(it -> byLine.computeIfAbsent(it.line(), line -> new ArrayList<>())
                        .add(it.problem()));
        return byLine;
    }

    /** What stood on these lines goes, and every other text that fits; codes, columns and counts stay. */
    void forget(UUID job, List<Integer> lines, Predicate<String> fits) {
        var onLines = Set.copyOf(lines);
        var blanked = new ArrayList<Object[]>();
        database.sql("select line, number, value, arguments from importing.import_problem where job = :job")
                .param("job", job)
                .withFetchSize(10_000)
                .query(row -> {
                    var line = row.getInt("line");
                    UnaryOperator<String> kept =
                            it -> !COUNT.matcher(it).matches() && (onLines.contains(line) || fits.test(it)) ? "•" : it;
                    var value = row.getString("value");
                    var arguments = (String[]) row.getArray("arguments").getArray();
                    var left = Arrays.stream(arguments).map(kept).toArray(String[]::new);
                    if (!kept.apply(value).equals(value) || !Arrays.equals(arguments, left)) {
                        blanked.add(new Object[] {kept.apply(value), left, job, line, row.getInt("number")});
                    }
                });
        batches.batchUpdate(
                "update importing.import_problem set value = ?, arguments = ? where job = ? and line = ? and number = ?",
                blanked);
    }

    private static Found read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Found(
                row.getInt("line"),
                new Problem(
                        row.getBoolean("rejected"),
                        row.getString("column_key"),
                        row.getString("value"),
                        row.getString("code"),
                        List.of((String[]) row.getArray("arguments").getArray())));
    }
}
