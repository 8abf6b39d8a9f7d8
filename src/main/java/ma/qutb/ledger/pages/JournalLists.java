package ma.qutb.ledger.pages;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.LedgerPermission.Code;
import ma.qutb.ledger.reading.BookFile;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Kind;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** The journal of all books, and the statement of an account as a file. */
@Configuration
class JournalLists {

    private static final String MOVED = """
            (select sum(p.amount) from ledger.posting p join ledger.account a on a.id = p.account
              where p.book = e.book and p.number = e.number and p.amount > 0 and a.commodity = '%s')""";

    private static final String SCOPE = "b.territories && cast(:scope as text[])";
    private static final String NONE = new UUID(0, 0).toString();

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
    RecordList journalList(BookFile books, List<EntryKind> kinds) {
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
                        Column.coded("kind", "e.kind", "ledger.kind"),
                        Column.name("reason", "e.reason"),
                        Column.of(Kind.AMOUNT, "money", MOVED.formatted("MAD")),
                        Column.of(Kind.NUMBER, "silver", MOVED.formatted("AG_FINE") + " / 1000.0"),
                        Column.name("by", "e.actor_name"),
                        Column.of(Kind.MOMENT, "posted", "e.posted_at"),
                        Column.name("book", "b.name_{lang}").hidden(),
                        Column.coded("source", "e.source_kind", "ledger.source").hidden(),
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

    /** Only as a file: the page of an account shows the same with its running balance. */
    @Bean
    RecordList statementList() {
        return RecordList.named("statement", "ledger.statement")
                .permission(Code.SEE)
                .from("""
                        ledger.posting p
                        join ledger.entry e on e.book = p.book and e.number = p.number
                        join ledger.book b on b.id = p.book
                        join ledger.account a on a.id = p.account
                        join ledger.commodity c on c.code = a.commodity""")
                .key("p.line")
                .scope(SCOPE)
                .demonstration("b.demonstration")
                .columns(
                        Column.code("number", "b.code || '/' || e.number")
                                .sort("p.number")
                                .always(),
                        Column.of(Kind.DATE, "occurred", "e.occurred_on"),
                        Column.of(Kind.MOMENT, "posted", "e.posted_at"),
                        Column.coded("kind", "e.kind", "ledger.kind"),
                        Column.name("reason", "e.reason"),
                        Column.of(Kind.NUMBER, "debit", "case when p.amount > 0 then " + whole("p.amount") + " end"),
                        Column.of(Kind.NUMBER, "credit", "case when p.amount < 0 then " + whole("-p.amount") + " end"),
                        Column.text("unit", "c.unit_{lang}"),
                        Column.name("by", "e.actor_name"))
                .filters(Filter.text("account", "p.account = cast(:account as uuid)", JournalLists::uuid))
                .sort("number")
                .build();
    }

    private static String whole(String amount) {
        return "round(" + amount + " / power(10::numeric, c.decimals), c.decimals)";
    }

    private static String uuid(String typed) {
        return typed.isEmpty() || typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? typed : NONE;
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
