package ma.qutb.documents.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentId;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The record of issued documents: rows are added, and at most marked as cancelled. */
@Repository
class IssuedDocuments {

    private static final String SELECT = """
            select d.*, coalesce(array_agg(p.form order by p.form <> 'card', p.form) filter (where p.form is not null), '{}') as forms,
                   coalesce(array_agg(p.sha256 order by p.form <> 'card', p.form) filter (where p.form is not null), '{}') as digests,
                   coalesce(array_agg(p.size order by p.form <> 'card', p.form) filter (where p.form is not null), '{}') as sizes
              from documents.issued_document d left join documents.issued_print p on p.document = d.id
             where %s
             group by d.id order by d.issued_at desc, d.id desc
            """;

    private static final TypeReference<List<PrintedField>> FIELDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    IssuedDocuments(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    record Place(int year, int position) {}

    void add(DocumentId id, DocumentDraft draft, Place place, PrintMark mark, String token, Actor by) {
        db.sql("""
                insert into documents.issued_document (id, kind, year, position, number, subject, subject_id,
                    holder_arabic, holder_latin, territories, languages, printed, demonstration, valid_until,
                    issued_at, issued_by, issued_by_name, token, short_code)
                values (:id, :kind, :year, :position, :number, :subject, :subjectId, :holderArabic, :holderLatin,
                    :territories, :languages, :printed::jsonb, :demonstration, :validUntil, :issuedAt, :issuedBy,
                    :issuedByName, :token, :shortCode)
                """)
                .param("id", id.value())
                .param("kind", draft.kind().code())
                .param("year", place.year())
                .param("position", place.position())
                .param("number", mark.number())
                .param("subject", draft.subject())
                .param("subjectId", draft.subjectId())
                .param("holderArabic", draft.holderArabic())
                .param("holderLatin", draft.holderLatin())
                .param("territories", draft.territories().toArray(String[]::new))
                .param(
                        "languages",
                        draft.languages().stream().map(Language::code).sorted().toArray(String[]::new))
                .param("printed", json.writeValueAsString(draft.printed()))
                .param("demonstration", draft.demonstration())
                .param("validUntil", draft.validUntil())
                .param("issuedAt", OffsetDateTime.ofInstant(mark.issuedAt(), ZoneOffset.UTC))
                .param("issuedBy", by.id())
                .param("issuedByName", by.displayName())
                .param("token", token)
                .param("shortCode", mark.shortCode())
                .update();
    }

    void addPrint(DocumentId id, IssuedDocument.Print print) {
        db.sql("insert into documents.issued_print (document, form, sha256, size) values (:id, :form, :sha256, :size)")
                .param("id", id.value())
                .param("form", print.form())
                .param("sha256", print.sha256())
                .param("size", print.size())
                .update();
    }

    void cancel(DocumentId id, Instant at, Actor by, String reason) {
        db.sql("""
                update documents.issued_document
                   set cancelled_at = :at, cancelled_by = :by, cancelled_by_name = :name, cancellation_reason = :reason
                 where id = :id
                """)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.displayName())
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    Optional<IssuedDocument> byId(DocumentId id) {
        return one("d.id = :value", id.value());
    }

    Optional<IssuedDocument> byToken(String token) {
        return one("d.token = :value", token);
    }

    Optional<IssuedDocument> byNumber(String number) {
        return one("d.number = :value", number);
    }

    List<IssuedDocument> about(String subject, UUID subjectId) {
        return db.sql(SELECT.formatted("d.subject = :subject and d.subject_id = :subjectId"))
                .param("subject", subject)
                .param("subjectId", subjectId)
                .query(this::read)
                .list();
    }

    private Optional<IssuedDocument> one(String condition, Object value) {
        return db.sql(SELECT.formatted(condition))
                .param("value", value)
                .query(this::read)
                .optional();
    }

    private IssuedDocument read(ResultSet row, int number) throws SQLException {
        return new IssuedDocument(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("number"),
                row.getString("subject"),
                row.getObject("subject_id", UUID.class),
                row.getString("holder_arabic"),
                row.getString("holder_latin"),
                Set.of((String[]) row.getArray("territories").getArray()),
                json.readValue(row.getString("printed"), FIELDS),
                row.getBoolean("demonstration"),
                row.getObject("valid_until", LocalDate.class),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("issued_by_name"),
                row.getString("token"),
                row.getString("short_code"),
                cancellation(row),
                prints(row));
    }

    private static IssuedDocument.@org.jspecify.annotations.Nullable Cancellation cancellation(ResultSet row)
            throws SQLException {
        Timestamp at = row.getTimestamp("cancelled_at");
        return at == null
                ? null
                : new IssuedDocument.Cancellation(
                        at.toInstant(), row.getString("cancelled_by_name"), row.getString("cancellation_reason"));
    }

    private static List<IssuedDocument.Print> prints(ResultSet row) throws SQLException {
        var codes = (String[]) row.getArray("forms").getArray();
        var digests = (String[]) row.getArray("digests").getArray();
        var sizes = (Integer[]) row.getArray("sizes").getArray();
        return java.util.stream.IntStream.range(0, codes.length)
                .mapToObj(i -> new IssuedDocument.Print(codes[i], digests[i], sizes[i]))
                .toList();
    }
}
