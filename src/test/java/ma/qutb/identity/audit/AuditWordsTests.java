package ma.qutb.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import ma.qutb.shell.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor reads words, not the names of tables and columns. */
@SpringBootTest
@AutoConfigureMockMvc
class AuditWordsTests {

    @Autowired
    JdbcClient database;

    @Autowired
    Texts texts;

    @Test
    void everyAuditedTableAndColumnHasItsWord() {
        var missing = new ArrayList<String>();
        database.sql("""
                        select c.oid::regclass::text as subject, a.attname as field
                        from pg_trigger t join pg_class c on c.oid = t.tgrelid
                            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where t.tgname = 'audit' order by 1, a.attnum
                        """).query(row -> {
            var subject = row.getString("subject");
            var field = row.getString("field");
            if (!texts.has("audit.subject." + subject)) {
                missing.add("audit.subject." + subject);
            }
            if (!texts.has("audit.field." + field) && !texts.has("audit.field." + subject + "." + field)) {
                missing.add("audit.field." + field);
            }
        });
        assertThat(missing.stream().distinct()).isEmpty();
    }
}
