package ma.qutb.ledger.pages;

import java.util.List;
import java.util.function.Function;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.LedgerPermission.Code;
import ma.qutb.ledger.reading.BookFile;
import ma.qutb.shell.Texts;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Kind;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** The journal of all books. */
@Configuration
class JournalLists {

    private static final String MOVED = """
            (select sum(p.amount) from ledger.posting p join ledger.account a on a.id = p.account
              where p.book = e.book and p.number = e.number and p.amount > 0 and a.commodity = '%s')""";

    private static final String SCOPE = "b.territories && cast(:scope as text[])";

    @Bean
    EntryKind openingKind() {
        return new EntryKind("opening");
    }

    @Bean
    EntryKind transferKind() {
        return new EntryKind("transfer");
    }

    @Bean
    EntryKind correctionKind() {
        return new EntryKind("correction");
    }

    @Bean
    EntryKind reversalKind() {
        return new EntryKind("reversal");
    }

    @Bean
    RecordList journalList(BookFile books, List<EntryKind> kinds, Texts texts) {
        return RecordList.named("journal", "ledger.journal")
                .permission(Code.SEE)
                .from("ledger.entry e join ledger.book b on b.id = e.book")
                .key("e.id")
                .scope(SCOPE)
                .demonstration("b.demonstration")
                .link("/app/ledger/entries/{key}")
                .columns(
                        // Ids are in the order of posting, over all books.
                        Column.code("number", "b.code || '/' || e.number")
                                .sort("e.id")
                                .always(),
                        Column.date("occurred", "e.occurred_on").always(),
                        Column.coded("kind", "e.kind", "ledger.kind")
                                .reading(it -> LedgerWords.worded(texts, "ledger.kind.", it)),
                        Column.name("reason", "e.reason"),
                        Column.of(Kind.AMOUNT, "money", MOVED.formatted("MAD")),
                        Column.of(Kind.NUMBER, "silver", MOVED.formatted("AG_FINE") + " / 1000.0"),
                        Column.name("by", "e.actor_name"),
                        Column.of(Kind.MOMENT, "posted", "e.posted_at"),
                        Column.name("book", "b.name_{lang}").hidden(),
                        Column.coded("source", "e.source_kind", "ledger.source")
                                .reading(it -> LedgerWords.worded(texts, "ledger.source.", it))
                                .hidden(),
                        Column.yesNo("reversed", "exists (select from ledger.entry r where r.reversal_of = e.id)")
                                .hidden())
                .filters(
                        Filter.text(
                                "q",
                                "(e.reason ilike '%' || :q || '%' or b.code || '/' || e.number = upper(:q))",
                                String::strip),
                        Filter.choice("book", "e.book = cast(:book as uuid)", booksOf(books)),
                        Filter.choice(
                                "kind",
                                "e.kind = :kind",
                                "ledger.kind",
                                kinds.stream().map(EntryKind::code).toArray(String[]::new)),
                        Filter.period("occurred", "e.occurred_on"),
                        Filter.period("posted", "e.posted_on"))
                .sort("-number")
                .build();
    }

    private static Function<Language, List<Option>> booksOf(BookFile books) {
        return language -> {
            var reader = SecurityContextHolder.getContext().getAuthentication();
            return reader != null && reader.getPrincipal() instanceof Actor actor
                    ? books.all(actor).stream()
                            .map(it -> Option.of(
                                    it.id().value().toString(),
                                    it.code() + " · " + it.name().in(language)))
                            .toList()
                    : List.of();
        };
    }
}
