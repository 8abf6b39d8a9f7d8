package ma.qutb.identity.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ma.qutb.identity.AuditTrail.Difference;
import ma.qutb.identity.AuditTrail.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the trail. */
@Component
class AuditEntries {

    private static final int MOST = 200;

    private static final String COLUMNS = """
            e.id, e.happened_at, e.actor, coalesce(a.display_name, e.actor) as actor_name, e.address, e.request,
            e.action, e.subject, e.subject_id, e.before::text, e.after::text""";

    private final JdbcClient database;
    private final JsonMapper json;

    AuditEntries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    List<Entry> of(String subject, String subjectId) {
        return database.sql("""
                        select %s
                        from identity.audit_entry e left join identity.account a on a.id::text = e.actor
                        where e.subject = :subject and e.subject_id = :subject_id
                        order by e.id desc limit :most""".formatted(COLUMNS))
                .param("subject", subject)
                .param("subject_id", subjectId)
                .param("most", MOST)
                .query(this::entry)
                .list();
    }

    /** Looks only at the newest lines: a large import must not make a page read the whole trail. */
    List<Entry> latest(int most) {
        return database.sql("""
                        select %s
                        from (select * from identity.audit_entry order by id desc limit 5000) e
                        join identity.account a on a.id::text = e.actor
                        where e.action in ('insert', 'update', 'delete')
                        order by e.id desc limit :most""".formatted(COLUMNS))
                .param("most", most)
                .query(this::entry)
                .list();
    }

    Optional<Entry> one(long id) {
        return database.sql("""
                        select %s
                        from identity.audit_entry e left join identity.account a on a.id::text = e.actor
                        where e.id = :id""".formatted(COLUMNS))
                .param("id", id)
                .query(this::entry)
                .optional();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("address"),
                row.getString("request"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("subject_id"),
                differences(row.getString("before"), row.getString("after")));
    }

    private List<Difference> differences(@Nullable String before, @Nullable String after) {
        var old = read(before);
        var now = read(after);
        var fields = new TreeSet<String>();
        old.propertyNames().forEach(fields::add);
        now.propertyNames().forEach(fields::add);
        var differences = new ArrayList<Difference>();
        // Bookkeeping of the database says nothing to an auditor.
        fields.removeAll(Set.of("id", "version"));
        for (var field : fields) {
            var was = text(old.get(field));
            var is = text(now.get(field));
            if (was != null || is != null) {
                differences.add(new Difference(field, was, is));
            }
        }
        return differences;
    }

    private JsonNode read(@Nullable String text) {
        return text == null ? json.createObjectNode() : json.readTree(text);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value.isValueNode() ? value.asString() : value.toString();
    }
}
