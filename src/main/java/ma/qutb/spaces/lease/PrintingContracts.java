package ma.qutb.spaces.lease;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentId;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.Crafts;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.paper.SpacesPaper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints contracts, in Arabic and in French: numbered papers anybody can verify. Printed anew, the paper before is void. */
@Service
@Transactional
public class PrintingContracts {

    static final DocumentKind KIND = new DocumentKind("lease-contract", "BL");
    static final String SUBJECT = "spaces.lease";
    private static final Set<Language> LANGUAGES = EnumSet.of(Language.AR, Language.FR);

    private final Leases leases;
    private final Templates templates;
    private final LeaseSteps steps;
    private final Units units;
    private final Sites sites;
    private final Crafts crafts;
    private final Documents documents;
    private final Texts texts;
    private final JdbcClient database;
    private final Clock clock;

    PrintingContracts(
            Leases leases,
            Templates templates,
            LeaseSteps steps,
            Units units,
            Sites sites,
            Crafts crafts,
            Documents documents,
            Texts texts,
            JdbcClient database,
            Clock clock) {
        this.leases = leases;
        this.templates = templates;
        this.steps = steps;
        this.units = units;
        this.sites = sites;
        this.crafts = crafts;
        this.documents = documents;
        this.texts = texts;
        this.database = database;
        this.clock = clock;
    }

    /** @throws Refusal when it is signed by the tenant already, or given up */
    public IssuedDocument print(LeaseId id, Actor by) {
        var lease = leases.lock(id)
                .filter(it -> it.state().equals("draft") || it.state().equals("printed"))
                .orElseThrow(() -> new Refusal("spaces.lease.refusal.not-open"));
        var unit = units.find(lease.unit()).orElseThrow();
        var site = sites.find(unit.site()).orElseThrow();
        lease.contract()
                .flatMap(it -> documents.find(new DocumentId(it)))
                .filter(it -> it.cancellation() == null)
                .ifPresent(it -> documents.cancel(it.id(), texts.say(Language.AR, "spaces.lease.printed-anew"), by));
        var issued = documents.issue(draft(lease, unit, site), by);
        database.sql(
                        "update spaces.lease set state = 'printed', contract = :contract, version = version + 1 where id = :id")
                .param("contract", issued.id().value())
                .param("id", id.value())
                .update();
        steps.add(id, "printed", LocalDate.now(clock), issued.number(), Poster.of(by));
        return issued;
    }

    private DocumentDraft draft(Lease lease, Unit unit, Site site) {
        return new DocumentDraft(
                KIND,
                SUBJECT,
                lease.id().value(),
                lease.tenant().name().arabic(),
                lease.tenant().name().french(),
                territories(unit.id()),
                LANGUAGES,
                List.of(
                        PrintedField.same("spaces.lease.number", lease.said()),
                        new PrintedField(
                                "spaces.lease.paper.unit",
                                place(unit, site, Language.AR),
                                place(unit, site, Language.FR)),
                        PrintedField.same(
                                "spaces.lease.paper.term",
                                Formats.shortDate(lease.terms().from()) + " – " + Formats.shortDate(lease.lastDay())),
                        PrintedField.same(
                                "spaces.lease.paper.rent",
                                Formats.exact(
                                        Language.FR,
                                        lease.terms().rentOn(lease.terms().from()),
                                        2))),
                lease.tenant().demonstration() || site.demonstration(),
                null,
                mark -> LANGUAGES.stream()
                        .sorted()
                        .map(it -> new PrintForm(it.code(), draw(lease, unit, site, mark, it)))
                        .toList());
    }

    private byte[] draw(Lease lease, Unit unit, Site site, PrintMark mark, Language language) {
        var demonstration = lease.tenant().demonstration() || site.demonstration();
        var paper =
                new SpacesPaper(texts, language, texts.say(language, "spaces.lease.paper.title"), mark, demonstration);
        var terms = lease.terms();
        paper.fact(paper.say("spaces.lease.number"), SpacesPaper.alone(lease.said()))
                .fact(paper.say("spaces.lease.paper.landlord"), paper.say("spaces.lease.paper.pole"))
                .fact(paper.say("spaces.lease.paper.tenant"), lease.tenant().in(language))
                .fact(paper.say("spaces.lease.paper.unit"), place(unit, site, language));
        unit.area()
                .ifPresent(it -> paper.fact(
                        paper.say("spaces.unit.area"),
                        paper.say("spaces.square-metres", Formats.exact(language, it, 2))));
        lease.craft()
                .ifPresent(it -> paper.fact(
                        paper.say("spaces.lease.paper.craft"), crafts.nameOf(it).in(language)));
        paper.fact(
                        paper.say("spaces.lease.paper.term"),
                        paper.say("spaces.lease.paper.from-to", paper.day(terms.from()), paper.day(lease.lastDay())))
                .fact(paper.say("spaces.lease.paper.rent"), paper.money(terms.rentOn(terms.from())))
                .fact(paper.say("spaces.lease.paper.deposit"), paper.money(lease.deposit()));
        if (terms.indexBasisPoints() > 0) {
            paper.fact(
                    paper.say("spaces.lease.paper.index"),
                    paper.say(
                            "spaces.lease.indexed",
                            SpacesPaper.alone(Formats.exact(language, terms.indexBasisPoints(), 2)),
                            terms.indexMonths()));
        }
        paper.fact(paper.say("spaces.lease.paper.charges"), paper.say("spaces.lease.charges." + lease.charges()));
        if (!lease.guarantor().isEmpty()) {
            paper.fact(paper.say("spaces.lease.paper.guarantor"), lease.guarantor());
        }
        paper.heading(paper.say("spaces.lease.paper.clauses"));
        templates
                .find(lease.template())
                .clauses()
                .forEach(it -> paper.paragraph(it.position() + ". " + it.in(language)));
        return paper.signatures(List.of(
                        paper.say("spaces.lease.paper.tenant"),
                        paper.say("spaces.lease.paper.guarantor"),
                        paper.say("spaces.lease.paper.landlord")))
                .finish();
    }

    private String place(Unit unit, Site site, Language language) {
        return texts.say(language, "spaces.unit.called." + unit.kind().code(), unit.number()) + " · "
                + site.name().in(language);
    }

    private Set<String> territories(UnitId unit) {
        return database.sql("""
                        select s.territories from spaces.site s join spaces.unit u on u.site_id = s.id where u.id = :unit
                        """)
                .param("unit", unit.value())
                .query((row, number) -> strings(row.getArray(1)))
                .single();
    }

    private static Set<String> strings(java.sql.Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }
}
