package ma.qutb.spaces.application;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.call.AskedPaper;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the papers of applications, before and after they are sent, until the call closes; and says of one that it will not do. */
@Service
@Transactional
public class BringingPapers {

    private final JdbcClient database;
    private final Clock clock;

    BringingPapers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A photo or a scan; it takes the place of what was there.
     *
     * @throws Refusal when the call is closed
     */
    public void send(ApplicationId id, AskedPaper paper, UUID file) {
        bring(id, paper, file, "");
    }

    /**
     * Shown at the desk, where somebody answers for having seen it.
     *
     * @throws Refusal when the call is closed
     */
    public void show(ApplicationId id, AskedPaper paper, Taker seenBy) {
        bring(id, paper, null, seenBy.name());
    }

    private void bring(ApplicationId id, AskedPaper paper, @Nullable UUID file, String seenBy) {
        try {
            database.sql("""
                            insert into spaces.application_document (application_id, code, file_id, brought_at, seen_by_name)
                            values (:id, :code, :file, :now, :seen)
                            on conflict on constraint application_document_pk do update set file_id = excluded.file_id,
                                brought_at = excluded.brought_at, seen_by_name = excluded.seen_by_name, refused_why = '', refused_by_name = ''
                            """)
                    .param("id", id.value())
                    .param("code", paper.code())
                    .param("file", file, Types.OTHER)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("seen", seenBy)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("application_document_in_time", e, "spaces.application.refusal.papers-too-late");
        }
    }

    /** @throws Refusal when nobody says why */
    public void refuse(ApplicationId id, AskedPaper paper, String why, Taker by) {
        if (why.isBlank()) {
            throw new Refusal("spaces.application.refusal.reason");
        }
        database.sql("""
                        update spaces.application_document set refused_why = :why, refused_by_name = :by
                        where application_id = :id and code = :code
                        """)
                .param("why", why.strip())
                .param("by", by.name())
                .param("id", id.value())
                .param("code", paper.code())
                .update();
    }
}
