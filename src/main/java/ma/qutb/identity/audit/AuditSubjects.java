package ma.qutb.identity.audit;

import java.util.List;
import ma.qutb.kernel.Language;
import ma.qutb.shell.list.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which kinds of records and acts there are in the trail. */
@Component
class AuditSubjects {

    private final JdbcClient database;

    AuditSubjects(JdbcClient database) {
        this.database = database;
    }

    List<Option> options(Language language) {
        return distinct("subject");
    }

    List<Option> actions(Language language) {
        return distinct("action");
    }

    /** Jumps from value to value, so that a trail of millions is not read through for a dozen words. */
    private List<Option> distinct(String column) {
        return database.sql("""
                        with recursive seen as (
                            (select %1$s as value from identity.audit_entry order by %1$s limit 1)
                            union all
                            select (select e.%1$s from identity.audit_entry e where e.%1$s > s.value order by e.%1$s limit 1)
                            from seen s where s.value is not null)
                        select value from seen where value is not null""".formatted(column)).query(String.class).list().stream()
                .map(it -> new Option(it, "audit." + column + "." + it, true, 0))
                .toList();
    }
}
