package ma.qutb.identity.audit;

import java.util.List;
import java.util.Map;
import ma.qutb.identity.AuditTrail;
import ma.qutb.platform.ChangeOrigin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
class AuditTrailTable implements AuditTrail {

    private final JdbcClient database;
    private final ChangeOrigin origin;
    private final AuditEntries entries;
    private final JsonMapper json;

    AuditTrailTable(JdbcClient database, ChangeOrigin origin, AuditEntries entries, JsonMapper json) {
        this.database = database;
        this.origin = origin;
        this.entries = entries;
        this.json = json;
    }

    @Override
    @Transactional
    public void record(String action, String subject, String subjectId, Map<String, ?> detail) {
        database.sql("""
                        insert into identity.audit_entry (actor, address, request, action, subject, subject_id, after)
                        values (:actor, :address, :request, :action, :subject, :subject_id, cast(:detail as jsonb))""")
                .param("actor", origin.actor())
                .param("address", origin.address())
                .param("request", origin.request())
                .param("action", action)
                .param("subject", subject)
                .param("subject_id", subjectId)
                .param("detail", detail.isEmpty() ? null : json.writeValueAsString(detail))
                .update();
    }

    @Override
    public List<Entry> of(String subject, String subjectId) {
        return entries.of(subject, subjectId);
    }

    @Override
    public List<Entry> latest(int most) {
        return entries.latest(most);
    }
}
