package ma.qutb.spaces.rent;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.paper.SpacesPaper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices, receipts and reminders on paper, numbered when they are first asked for; a receipt that was issued is shown again. */
@Service
@Transactional
class RentPapers {

    static final DocumentKind RECEIPT = new DocumentKind("rent-receipt", "QL");
    static final DocumentKind INVOICE = new DocumentKind("rent-invoice", "FL");
    static final DocumentKind REMINDER = new DocumentKind("rent-reminder", "RL");

    private static final Set<Language> LANGUAGES = EnumSet.of(Language.AR, Language.FR);

    private final Documents documents;
    private final RentTable table;
    private final Standings standings;
    private final Units units;
    private final Sites sites;
    private final Texts texts;
    private final JdbcClient database;
    private final Clock clock;

    RentPapers(
            Documents documents,
            RentTable table,
            Standings standings,
            Units units,
            Sites sites,
            Texts texts,
            JdbcClient database,
            Clock clock) {
        this.documents = documents;
        this.table = table;
        this.standings = standings;
        this.units = units;
        this.sites = sites;
        this.texts = texts;
        this.database = database;
        this.clock = clock;
    }

    /** The receipt of a payment of this lease, or the invoice of something it owes. */
    Optional<IssuedDocument> of(Lease lease, UUID line, Actor by) {
        return table.credit(line)
                .filter(it -> it.lease().equals(lease.id()) && it.payment())
                .map(it -> receipt(lease, it, standings.of(lease.id(), today()), by))
                .or(() -> table.charge(line)
                        .filter(it -> it.lease().equals(lease.id()) && it.amount() > 0)
                        .map(it -> invoice(lease, it, by)));
    }

    private IssuedDocument receipt(Lease lease, Credit it, Standing standing, Actor by) {
        return issued(RECEIPT, it.id())
                .orElseGet(() -> issue(RECEIPT, lease, it.id(), it.amount(), by, paper -> {
                    paper.fact(paper.say("spaces.rent.paper.received"), paper.day(it.receivedOn()))
                            .fact(paper.say("spaces.rent.paper.how"), paper.say("spaces.rent.kind." + it.kind()));
                    if (!it.reference().isEmpty()) {
                        paper.fact(paper.say("spaces.rent.paper.reference"), SpacesPaper.alone(it.reference()));
                    }
                    paper.heading(paper.say("spaces.rent.paper.amount"))
                            .line(paper.say("spaces.rent.paper.paid"), it.amount(), true)
                            .line(paper.say("spaces.rent.paper.left", paper.day(today())), standing.owed(), false)
                            .signatures(List.of(paper.say("spaces.rent.paper.cashier")));
                }));
    }

    private IssuedDocument invoice(Lease lease, Charge it, Actor by) {
        return issued(INVOICE, it.id())
                .orElseGet(() -> issue(
                        INVOICE,
                        lease,
                        it.id(),
                        it.amount(),
                        by,
                        paper -> paper.fact(paper.say("spaces.rent.paper.due"), paper.day(it.dueOn()))
                                .heading(paper.say("spaces.rent.paper.amount"))
                                .line(
                                        paper.say("spaces.rent.kind." + it.kind()) + " · "
                                                + SpacesPaper.alone(month(it)),
                                        it.amount(),
                                        true)
                                .paragraph(paper.say("spaces.rent.paper.tax"))
                                .paragraph(paper.say("spaces.rent.paper.transfer", SpacesPaper.alone(lease.said())))));
    }

    /** A letter about what is late today. */
    IssuedDocument reminder(Lease lease, List<Charge> open, Standing standing, Actor by) {
        if (standing.overdue() <= 0) {
            throw new Refusal("spaces.rent.refusal.nothing-late");
        }
        return issue(REMINDER, lease, UUID.randomUUID(), standing.overdue(), by, paper -> {
            paper.paragraph(paper.say(
                    "spaces.rent.paper.remind",
                    paper.day(standing.oldest().orElse(today())),
                    SpacesPaper.alone(String.valueOf(open.size()))));
            paper.heading(paper.say("spaces.rent.paper.open"));
            open.forEach(it -> paper.line(
                    paper.say("spaces.rent.kind." + it.kind()) + " · " + SpacesPaper.alone(month(it)),
                    it.amount(),
                    false));
            paper.line(paper.say("spaces.rent.paper.overdue"), standing.overdue(), true)
                    .paragraph(paper.say("spaces.rent.paper.plan-offer"))
                    .signatures(List.of(paper.say("spaces.lease.paper.landlord")));
        });
    }

    private Optional<IssuedDocument> issued(DocumentKind kind, UUID about) {
        return documents.about("spaces." + kind.code(), about).stream()
                .filter(it -> it.cancellation() == null)
                .findFirst();
    }

    private IssuedDocument issue(
            DocumentKind kind, Lease lease, UUID about, long amount, Actor by, Consumer<SpacesPaper> body) {
        var unit = units.find(lease.unit()).orElseThrow();
        var site = sites.find(unit.site()).orElseThrow();
        boolean demonstration = lease.tenant().demonstration() || site.demonstration();
        return documents.issue(
                new DocumentDraft(
                        kind,
                        "spaces." + kind.code(),
                        about,
                        lease.tenant().name().arabic(),
                        lease.tenant().name().french(),
                        territories(site),
                        LANGUAGES,
                        List.of(
                                PrintedField.same("spaces.lease.number", lease.said()),
                                PrintedField.same("spaces.rent.paper.amount", Formats.exact(Language.FR, amount, 2))),
                        demonstration,
                        null,
                        mark -> {
                            var prints = new ArrayList<PrintForm>();
                            for (var language : LANGUAGES) {
                                var title = texts.say(language, kind.messageKey());
                                var paper = new SpacesPaper(texts, language, title, mark, demonstration);
                                head(paper, lease, unit, site, language);
                                body.accept(paper);
                                prints.add(new PrintForm(language.code(), paper.finish()));
                            }
                            return prints;
                        }),
                by);
    }

    private static void head(SpacesPaper paper, Lease lease, Unit unit, Site site, Language language) {
        paper.fact(paper.say("spaces.lease.number"), SpacesPaper.alone(lease.said()))
                .fact(paper.say("spaces.lease.paper.tenant"), lease.tenant().in(language))
                .fact(
                        paper.say("spaces.lease.paper.unit"),
                        paper.say("spaces.unit.called." + unit.kind().code(), unit.number()) + " · "
                                + site.name().in(language));
    }

    private static String month(Charge it) {
        return "%02d/%d".formatted(it.month().getMonthValue(), it.month().getYear());
    }

    private Set<String> territories(Site site) {
        return database.sql("select territories from spaces.site where id = :id")
                .param("id", site.id().value())
                .query((row, number) -> strings(row.getArray(1)))
                .single();
    }

    private static Set<String> strings(java.sql.Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
