package ma.qutb.market.invoice;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.Wording;
import ma.qutb.market.invoice.Invoices.Buyer;
import ma.qutb.market.invoice.Invoices.Issued;
import ma.qutb.market.invoice.Invoices.Line;
import ma.qutb.market.invoice.Invoices.Return;
import ma.qutb.market.invoice.Invoices.Sale;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@MarketModuleTest
class InvoicesTests {

    private static final Authentication KEEPS = TestActor.with(Code.SEE_INVOICES, Code.SET_ISSUERS, Code.TAKE_PAYMENTS);

    @Autowired
    MockMvc web;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceTable table;

    @Autowired
    InvoicePaper paper;

    @Autowired
    Issuers issuers;

    @Autowired
    Exports exports;

    @Autowired
    TestMarket market;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StandingClock clock;

    ProductId product;

    @BeforeEach
    void offer() {
        product = market.accepted(1);
    }

    @Test
    void aSaleIsInvoicedOnceWithTheNextNumber() {
        var sale = sale("MA", 2, 35_00);
        var first = issue(sale);

        assertThat(issue(sale)).isEqualTo(first);
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().number()).matches("FA-POLE-\\d{4}-\\d{6}");
        assertThat(first.getFirst().total()).isEqualTo(2 * 680_00 + 35_00);
        var second = issue(sale("MA", 1, 0)).getFirst();
        assertThat(place(second)).isEqualTo(place(first.getFirst()) + 1);
    }

    /** Forty sales at once, a third of which fail after they had a number. */
    @Test
    void numbersHaveNoGapsHoweverManyIssueAtOnceAndWhateverFails() throws Exception {
        int before = last();
        var work = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(n -> () -> {
                    try {
                        transaction.executeWithoutResult(_ -> {
                            invoices.issue(sale("MA", 1, 0), SELLER);
                            if (n % 3 == 0) {
                                throw new IllegalStateException("the sale came to nothing");
                            }
                        });
                        return true;
                    } catch (IllegalStateException e) {
                        return false;
                    }
                })
                .toList();
        try (var many = Executors.newFixedThreadPool(12)) {
            for (var outcome : many.invokeAll(work)) {
                outcome.get();
            }
        }

        assertThat(last() - before).isEqualTo(26);
        assertThat(database.sql("""
            select count(*) from market.invoice i join market.issuer s on s.id = i.issuer_id
             where s.maker_id is null and i.kind = 'invoice' and i.year = :year
            """)
                        .param("year", clock.today().getYear())
                        .query(Integer.class)
                        .single())
                .isEqualTo(last());
    }

    @Test
    void aNewYearBeginsAtOne() {
        issue(sale("MA", 1, 0));
        var december = clock.today();
        while (clock.today().getYear() == december.getYear()) {
            clock.toNextMonth();
        }

        var first = issue(sale("MA", 1, 0)).getFirst();

        assertThat(first.number()).isEqualTo("FA-POLE-" + clock.today().getYear() + "-000001");
    }

    @Test
    void aCreditNoteMirrorsWhatCameBackOnce() {
        var sale = sale("MA", 2, 35_00);
        var invoice = issue(sale).getFirst();
        var back = new Return(
                Ids.next(), sale.id(), List.of(sale.lines().getFirst().id()), 35_00, "لم يناسب");

        var note = credit(back).getFirst();

        assertThat(credit(back)).containsExactly(note);
        assertThat(note.number()).startsWith("AV-POLE-");
        assertThat(note.total()).isEqualTo(680_00 + 35_00);
        assertThat(table.find(note.id()).orElseThrow().credited()).isEqualTo(invoice.number());
        assertThat(invoices.of(sale.id())).containsExactly(invoice, note);
        var again = new Return(Ids.next(), sale.id(), back.lines(), 0, "x");
        assertRefused("market.invoice.refusal.not-invoiced", () -> credit(again));
        assertRefused(
                "market.invoice.refusal.not-invoiced",
                () -> credit(new Return(Ids.next(), Ids.next(), back.lines(), 0, "x")));
    }

    @Test
    void nobodyChangesOrDeletesAnInvoice() {
        var id = issue(sale("MA", 1, 0)).getFirst().id();

        for (var act : List.of(
                "delete from market.invoice where id = :id",
                "update market.invoice set total = 1 where id = :id",
                "delete from market.invoice_line where invoice_id = :id")) {
            assertThat(catchThrowable(() -> database.sql(act).param("id", id).update()))
                    .as(act)
                    .isNotNull();
        }
        assertThat(table.find(id)).isPresent();
    }

    @Test
    void aMakerWithAMandateInvoicesThroughThePole() {
        var maker = market.artisan();
        database.sql(
                        "insert into market.maker (id, kind, territories, demonstration) values (:id, 'person', '{}', false) on conflict do nothing")
                .param("id", maker.value())
                .update();
        var issuer = issuer(maker, "MK1", "auto_entrepreneur");
        issuers.keep(issuer);
        var sale = sale(List.of(line(maker), line(market.cooperative())), "MA", 35_00);

        var issued = issue(sale);

        assertThat(issued)
                .extracting(Issued::number)
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).startsWith("FA-MK1-"),
                        it -> assertThat(it).startsWith("FA-POLE-"));
        var own = issued.stream()
                .filter(it -> it.number().startsWith("FA-MK1-"))
                .findFirst()
                .orElseThrow();
        assertThat(own.total()).isEqualTo(680_00);
        assertThat(table.find(own.id()).orElseThrow().categories()).containsExactly("auto_entrepreneur");

        issuers.keep(new Issuer(
                issuer.id(),
                "MK1",
                maker.value(),
                "vat",
                "اسم آخر",
                "Autre nom",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "M-2"));
        assertThat(table.find(own.id()).orElseThrow().issuer())
                .as("as they were that day")
                .isEqualTo(issuer);
        assertRefused("market.issuer.refusal.maker-once", () -> issuers.keep(issuer(maker, "MK2", "small")));
        assertRefused(
                "market.issuer.refusal.of-maker",
                () -> issuers.keep(issuer(new MakerId(true, Ids.next()), "MK3", "small")));
    }

    @Test
    void identifiersHaveTheirForm() {
        var pole = issuers.pole();
        assertRefused("market.issuer.refusal.ice-form", () -> issuers.keep(with(pole, "12345", "12345678")));
        assertRefused("market.issuer.refusal.tax-number-form", () -> issuers.keep(with(pole, "001561191000066", "1")));
        assertRefused(
                "market.issuer.refusal.code-form",
                () -> issuers.keep(issuer(market.cooperative(), "too long a code", "small")));
        assertRefused(
                "market.issuer.refusal.code-once", () -> issuers.keep(issuer(market.cooperative(), "POLE", "small")));
        var none = issuer(market.cooperative(), "MK4", "small");
        assertRefused(
                "market.issuer.refusal.maker-gave-a-mandate",
                () -> issuers.keep(new Issuer(
                        none.id(), "MK4", none.maker(), "small", "ا", "A", "", "", "", "", "", "", "", "", "")));
        assertThat(with(pole, "001561191000066", "").doubtfulIce()).isFalse();
        assertThat(with(pole, "001561191000067", "").doubtfulIce()).isTrue();
    }

    @Test
    void whatLeavesTheCountryHasItsDossierAndIsDueAtHome() throws Exception {
        var sale = sale("FR", 2, 250_00);
        var invoice = issue(sale).getFirst();
        var day = clock.today();

        var export = exports.find(sale.id()).orElseThrow();
        assertThat(export.dueOn()).isEqualTo(day.plusDays(150));
        assertThat(export.amount()).isEqualTo(2 * 680_00 + 250_00);
        assertThat(table.find(invoice.id()).orElseThrow().categories()).containsExactly("export");
        assertThat(table.find(invoice.id()).orElseThrow().lines().getFirst().hs())
                .isEqualTo("5701");
        var path = "/app/exports/" + sale.id();
        web.perform(post(path + "/consignment")
                        .param("consigned", "true")
                        .with(authentication(KEEPS))
                        .with(csrf()))
                .andExpect(redirectedUrl(path));
        assertThat(exports.find(sale.id()).orElseThrow().dueOn()).isEqualTo(day.plusDays(180));
        web.perform(get(path).with(authentication(KEEPS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(invoice.number())));
        web.perform(get("/app/invoices/" + invoice.id() + "/packing.pdf").with(authentication(KEEPS)))
                .andExpect(status().isOk());
        web.perform(get("/app/exports?state=due").with(authentication(KEEPS)))
                .andExpect(content().string(containsString(sale.number())));

        credit(new Return(Ids.next(), sale.id(), List.of(sale.lines().getFirst().id()), 0, "x"));
        assertThat(exports.find(sale.id()).orElseThrow().amount()).isEqualTo(680_00 + 250_00);
        for (var expected : List.of(302, 422)) {
            web.perform(post(path + "/repatriation")
                            .param("day", day.toString())
                            .param("reference", "AVIS 7")
                            .with(authentication(KEEPS))
                            .with(csrf()))
                    .andExpect(status().is(expected));
        }
        assertRefused("market.export.refusal.noted", () -> exports.repatriated(sale.id(), day, "AVIS 8"));
        assertRefused("market.export.refusal.reference", () -> exports.repatriated(sale.id(), day, " "));
    }

    @Test
    void itsPapersSayWhatTheLawAsksForAndAreTheSameBytesEachTime() throws Exception {
        issuers.keep(with(issuers.pole(), "001561191000066", "12345678"));
        var issued = issue(sale("MA", 2, 35_00)).getFirst();
        var invoice = table.find(issued.id()).orElseThrow();
        Files.createDirectories(Path.of("target/papers"));
        for (var language : Language.COMPLETE) {
            var file = paper.invoice(invoice, language);
            Files.write(Path.of("target/papers/invoice-" + language.code() + ".pdf"), file);
            assertThat(paper.invoice(invoice, language)).isEqualTo(file);
        }
        Files.write(Path.of("target/papers/packing.pdf"), paper.packing(invoice, Language.FR));

        try (var document = org.apache.pdfbox.Loader.loadPDF(paper.invoice(invoice, Language.FR))) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains(
                            issued.number(), "001561191000066", "12345678", "article 91", "Arrêtée la présente facture")
                    .contains("mille trois cent quatre-vingt-quinze dirhams");
        }
        web.perform(get(issued.path(Language.AR))).andExpect(status().isOk());
        web.perform(get("/fr/invoices/" + Ids.next() + ".pdf")).andExpect(status().isNotFound());
    }

    @Test
    void staffSeeInvoicesAndThoseWhoIssueThem() throws Exception {
        var issued = issue(sale("MA", 1, 0)).getFirst();

        web.perform(get("/app/invoices?abroad=no&kind=invoice&q=" + issued.number())
                        .with(authentication(KEEPS)))
                .andExpect(content().string(containsString(issued.number())));
        web.perform(get("/app/invoices/" + issued.id()).with(authentication(KEEPS)))
                .andExpect(content().string(containsString("ستمائة وثمانون درهما")))
                .andExpect(content().string(containsString("six cent quatre-vingts dirhams")));
        web.perform(get("/app/issuers").with(authentication(KEEPS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("POLE")));
        web.perform(get("/app/issuers/new").with(authentication(KEEPS))).andExpect(status().isOk());
        var pole = "/app/issuers/" + issuers.pole().id();
        web.perform(get(pole).with(authentication(KEEPS))).andExpect(status().isOk());
        web.perform(post(pole)
                        .param("regime", "small")
                        .param("nameArabic", "القطب")
                        .param("nameLatin", "Pôle")
                        .param("ice", "12")
                        .with(authentication(KEEPS))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        web.perform(get("/app/invoices").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
    }

    private Sale sale(String country, int lines, long delivery) {
        var all = new ArrayList<Line>();
        for (int n = 0; n < lines; n++) {
            all.add(line(market.cooperative()));
        }
        return sale(all, country, delivery);
    }

    private Sale sale(List<Line> lines, String country, long delivery) {
        var id = Ids.next();
        return new Sale(
                id,
                "Q-" + id.toString().substring(24),
                Language.FR,
                new Buyer("فاطمة الزهراء", "زنقة 7، قرب المسجد، كلميم", country, "", "+212600000001"),
                lines,
                delivery,
                "card",
                false);
    }

    private Line line(MakerId maker) {
        return new Line(
                Ids.next(),
                product,
                maker,
                new Wording("زربية من الصوف", "Tapis de laine", "Wool carpet", "", ""),
                "Q260000017",
                new PriceParts(680_00, 400_00, 200_00, 50_00, 30_00, 0, 0));
    }

    private static Issuer issuer(MakerId maker, String code, String regime) {
        return new Issuer(
                Ids.next(),
                code,
                maker.value(),
                regime,
                "الصانع",
                "Artisan",
                "",
                "كلميم",
                "Guelmim",
                "",
                "",
                "",
                "",
                "",
                "M-1");
    }

    private static Issuer with(Issuer it, String ice, String tax) {
        return new Issuer(
                it.id(),
                it.code(),
                it.maker(),
                it.regime(),
                it.nameArabic(),
                it.nameLatin(),
                it.legalForm(),
                it.addressArabic(),
                it.addressLatin(),
                ice,
                tax,
                it.tradeRegister(),
                "987654",
                it.cnss(),
                it.mandate());
    }

    private List<Issued> issue(Sale sale) {
        return transaction.execute(_ -> invoices.issue(sale, SELLER));
    }

    private List<Issued> credit(Return back) {
        return transaction.execute(_ -> invoices.credit(back, SELLER));
    }

    private static int place(Issued issued) {
        return Integer.parseInt(issued.number().substring(issued.number().length() - 6));
    }

    private int last() {
        return database.sql("""
            select coalesce(max(i.position), 0) from market.invoice i join market.issuer s on s.id = i.issuer_id
             where s.maker_id is null and i.kind = 'invoice' and i.year = :year
            """)
                .param("year", clock.today().getYear())
                .query(Integer.class)
                .single();
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
