package ma.qutb.registry.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody is and was, as part of their own file; when they are forgotten only the kind, the craft and the time stay. */
@Component
class RoleData implements PersonalData {

    private final JdbcClient database;

    RoleData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Map<String, Object>> about(PersonId person) {
        var records = new ArrayList<Map<String, Object>>();
        for (var row : database.sql("""
                        select r.role, r.craft_code as craft, o.sort_name_ar as organisation, t.sort_name_ar as tutor,
                            nullif(r.post, '') as post, r.started_on, r.ended_on, nullif(r.note, '') as note
                        from registry.person_role r
                        left join registry.organisation o on o.id = r.organisation_id
                        left join registry.person t on t.id = r.tutor_id
                        where r.person_id = :person order by r.started_on
                        """).param("person", person.value()).query().listOfRows()) {
            var fields = new LinkedHashMap<String, Object>();
            row.forEach((field, value) -> {
                if (value != null) {
                    fields.put(field, value instanceof java.sql.Date day ? day.toLocalDate() : value);
                }
            });
            records.add(fields);
        }
        return records;
    }

    @Override
    public void forget(PersonId person) {
        database.sql("""
                        update registry.person_role set organisation_id = null, tutor_id = null, post = '', note = '', version = version + 1
                        where person_id = :person
                        """).param("person", person.value()).update();
    }
}
