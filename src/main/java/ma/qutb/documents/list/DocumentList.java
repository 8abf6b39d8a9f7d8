package ma.qutb.documents.list;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ma.qutb.documents.DocumentKind;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of all issued documents. */
@Configuration
class DocumentList {

    private static final String STATE = """
            case when d.cancelled_at is not null then 'cancelled'
                 when d.valid_until < :today then 'expired' else 'valid' end""";

    @Bean
    RecordList issuedDocumentList(List<DocumentKind> kinds) {
        return RecordList.named("documents", "documents.list")
                .permission(DocumentAccess.SEE)
                .from("documents.issued_document d")
                .key("d.id")
                .scope("d.territories && cast(:scope as text[])")
                .demonstration("d.demonstration")
                .link("/app/documents/{key}")
                .columns(
                        Column.code("number", "d.number").sort("d.number").always(),
                        Column.coded("kind", "d.kind", "documents.kind"),
                        Column.name("holder", "case when '{lang}' = 'ar' then d.holder_arabic else d.holder_latin end")
                                .under("case when '{lang}' = 'ar' then d.holder_latin else d.holder_arabic end")
                                .sort(
                                        "case when '{lang}' = 'ar' then d.holder_arabic else d.holder_latin end collate {collation}"),
                        Column.status(
                                "state",
                                STATE,
                                "documents.state",
                                Map.of("valid", Tone.OK, "expired", Tone.WARN, "cancelled", Tone.BAD)),
                        Column.moment("issued", "d.issued_at").always(),
                        Column.name("by", "d.issued_by_name"),
                        Column.date("until", "d.valid_until").hidden(),
                        Column.text("reason", "d.cancellation_reason").hidden())
                .filters(
                        Filter.text(
                                "q",
                                "(d.number ilike '%' || :q || '%' or d.holder_arabic ilike '%' || :q || '%' "
                                        + "or d.holder_latin ilike '%' || :q || '%')",
                                UnaryOperator.identity()),
                        Filter.choice(
                                "kind",
                                "d.kind = :kind",
                                "documents.kind",
                                kinds.stream().map(DocumentKind::code).toArray(String[]::new)),
                        Filter.choice("state", STATE + " = :state", "documents.state", "valid", "expired", "cancelled"),
                        Filter.moments("issued", "d.issued_at"))
                .sort("-issued")
                .build();
    }
}
