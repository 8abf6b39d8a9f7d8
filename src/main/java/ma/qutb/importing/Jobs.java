package ma.qutb.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports and their files, as the database keeps them. */
@Repository
class Jobs {

    private static final int PIECE = 1 << 20;

    private final JdbcClient database;
    private final Clock clock;

    Jobs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(Job job, Path file) throws IOException {
        database.sql("""
                        insert into importing.import_job (id, kind, state, file_name, file_size, format, charset, separator,
                            headings, mapping, actor, actor_name, scope, language, created_at, changed_at)
                        values (:id, :kind, :state, :name, :size, :format, :charset, :separator,
                            :headings, :mapping, :actor, :actorName, :scope, :language, :now, :now)
                        """)
                .param("id", job.id())
                .param("kind", job.kind())
                .param("state", job.state().code())
                .param("name", job.fileName())
                .param("size", job.fileSize())
                .param("format", job.form().format())
                .param("charset", job.form().charset().name())
                .param("separator", String.valueOf(job.form().separator()))
                .param("headings", job.headings().toArray(String[]::new))
                .param("mapping", job.mapping().toArray(String[]::new))
                .param("actor", job.actor())
                .param("actorName", job.actorName())
                .param("scope", job.scope() == null ? null : job.scope().toArray(String[]::new), java.sql.Types.ARRAY)
                .param("language", job.language().code())
                .param("now", Timestamp.from(job.createdAt()))
                .update();
        try (var in = Files.newInputStream(file)) {
            addPieces(job.id(), in);
        }
    }

    private void addPieces(UUID job, InputStream in) throws IOException {
        int number = 0;
        for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            database.sql("insert into importing.import_part (job, number, content) values (:job, :number, :content)")
                    .param("job", job)
                    .param("number", number++)
                    .param("content", piece)
                    .update();
        }
    }

    /** Writes the file of an import to where it can be read in any order. */
    void fetch(UUID job, Path target) throws IOException {
        try (var out = Files.newOutputStream(target)) {
            for (int number = 0; ; number++) {
                var piece = database.sql(
                                "select content from importing.import_part where job = :job and number = :number")
                        .param("job", job)
                        .param("number", number)
                        .query(byte[].class)
                        .optional();
                if (piece.isEmpty()) {
                    break;
                }
                out.write(piece.get());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (Files.size(target) == 0) {
            throw new Unreadable("gone");
        }
    }

    Optional<Job> find(UUID id) {
        return database.sql("select * from importing.import_job where id = :id")
                .param("id", id)
                .query(Jobs::read)
                .optional();
    }

    /** The last imports of somebody. */
    List<Job> lastOf(UUID actor) {
        return database.sql("""
                        select * from importing.import_job where actor = :actor and state <> 'discarded'
                        order by created_at desc limit 50
                        """).param("actor", actor).query(Jobs::read).list();
    }

    /** Imports that wait for work, or whose work stopped in the middle. */
    List<UUID> waiting(Collection<String> kinds) {
        return kinds.isEmpty()
                ? List.of()
                : database.sql("""
                        select id from importing.import_job where state in ('trial', 'storing') and kind in (:kinds)
                        order by changed_at limit 20
                        """).param("kinds", kinds).query(UUID.class).list();
    }

    /** Moves on, if it still stands where the caller saw it. */
    boolean move(UUID id, Job.State from, Job.State to) {
        return database.sql("""
                        update importing.import_job set state = :to, changed_at = :now, failure = null, failure_arguments = '{}'
                        where id = :id and state = :from
                        """)
                        .param("to", to.code())
                        .param("from", from.code())
                        .param("id", id)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void map(UUID id, List<String> mapping) {
        database.sql("update importing.import_job set mapping = :mapping where id = :id")
                .param("mapping", mapping.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    void tried(UUID id, Job.Counts counts) {
        database.sql("""
                        update importing.import_job set row_count = :rows, good_count = :good, warned_count = :warned,
                            rejected_count = :rejected, known_count = :known
                        where id = :id
                        """)
                .param("rows", counts.rows())
                .param("good", counts.good())
                .param("warned", counts.warned())
                .param("rejected", counts.rejected())
                .param("known", counts.known())
                .param("id", id)
                .update();
    }

    void stored(UUID id, ImportKind.Stored stored) {
        database.sql("""
                        update importing.import_job set stored_created = :created, stored_changed = :changed,
                            stored_unchanged = :unchanged
                        where id = :id
                        """)
                .param("created", stored.created())
                .param("changed", stored.changed())
                .param("unchanged", stored.unchanged())
                .param("id", id)
                .update();
    }

    /** Says why a step came to nothing, unless somebody discarded the import meanwhile. */
    void failed(UUID id, Job.State from, Job.State state, String code, Object... arguments) {
        database.sql("""
                        update importing.import_job
                        set state = :state, failure = :code, failure_arguments = :arguments, changed_at = :now
                        where id = :id and state = :from
                        """)
                .param("state", state.code())
                .param("from", from.code())
                .param("code", code)
                .param(
                        "arguments",
                        java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void empty(UUID id) {
        database.sql("delete from importing.import_part where job = :id")
                .param("id", id)
                .update();
        database.sql("delete from importing.import_problem where job = :id")
                .param("id", id)
                .update();
    }

    /** Files and what is wrong in them hold personal data: they go, the report stays. */
    int forget(java.time.Instant before) {
        database.sql(
                        "delete from importing.import_problem where job in (select id from importing.import_job where created_at < :before)")
                .param("before", Timestamp.from(before))
                .update();
        return database.sql(
                        "delete from importing.import_part where job in (select id from importing.import_job where created_at < :before)")
                .param("before", Timestamp.from(before))
                .update();
    }

    boolean hasFile(UUID id) {
        return database.sql("select exists (select from importing.import_part where job = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Imports whose files are still kept. */
    List<Job> withFile() {
        return database.sql("""
                        select * from importing.import_job j
                        where exists (select from importing.import_part p where p.job = j.id) order by created_at
                        """).query(Jobs::read).list();
    }

    /** The file goes; what was not taken over yet cannot go on without it. */
    void dropFile(UUID id) {
        database.sql("delete from importing.import_part where job = :id")
                .param("id", id)
                .update();
        for (var from : List.of(Job.State.MAPPING, Job.State.TRIAL, Job.State.TRIED, Job.State.STORING)) {
            failed(id, from, Job.State.FAILED, "importing.failure.forgotten");
        }
    }

    /** How many files received before are still kept. */
    int keptSince(java.time.Instant before) {
        return database.sql("""
                        select count(*) from importing.import_job j
                        where created_at < :before and exists (select from importing.import_part p where p.job = j.id)
                        """)
                .param("before", Timestamp.from(before))
                .query(Integer.class)
                .single();
    }

    private static Job read(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("file_name"),
                row.getLong("file_size"),
                Job.form(row.getString("format"), row.getString("charset"), row.getString("separator")),
                Job.list(row.getArray("headings")).orElseThrow(),
                Job.list(row.getArray("mapping")).orElseThrow(),
                row.getObject("actor", UUID.class),
                row.getString("actor_name"),
                Job.list(row.getArray("scope")).orElse(null),
                Language.of(row.getString("language")).orElse(Language.AR),
                row.getTimestamp("created_at").toInstant(),
                new Job.Counts(
                        row.getInt("row_count"),
                        row.getInt("good_count"),
                        row.getInt("warned_count"),
                        row.getInt("rejected_count"),
                        row.getInt("known_count")),
                new ImportKind.Stored(
                        row.getInt("stored_created"), row.getInt("stored_changed"), row.getInt("stored_unchanged")),
                row.getString("failure"),
                Job.list(row.getArray("failure_arguments")).orElseThrow());
    }
}
