package ma.qutb.spaces.rent;

import static ma.qutb.spaces.lease.TestLeases.MANAGER;
import static ma.qutb.spaces.lease.TestLeases.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
import ma.qutb.spaces.lease.TestLeases;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

/** Transfers are found on the bank's statement; what may be of two tenants is offered, never guessed. */
@SpacesModuleTest
class StatementTests {

    private static final Authentication MANAGER_HERE = TestActor.with(Code.SEE, Code.SEE_LEASES, Code.RENT);

    @Autowired
    TestSite test;

    @Autowired
    TestLeases make;

    @Autowired
    PostingRents posting;

    @Autowired
    ImportingStatements importing;

    @Autowired
    Standings standings;

    @Autowired
    Leases leases;

    @Autowired
    StandingClock clock;

    @Autowired
    MockMvc web;

    @Autowired
    Texts texts;

    Lease one;
    Lease other;
    long rent;

    @BeforeEach
    void twoLeasesOfOneTenant() {
        var site = test.drawn(4);
        var today = clock.today();
        // An amount nobody else of these tests owes.
        rent = 1_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 900_000);
        var from = YearMonth.from(today).atDay(1);
        one = leases.find(make.signed(terms(test.unit(site, "1").id(), make.cooperative(), from, 12, rent), today))
                .orElseThrow();
        other = leases.find(make.signed(terms(test.unit(site, "2").id(), make.cooperative(), from, 12, rent), today))
                .orElseThrow();
        posting.run(YearMonth.from(today), MANAGER);
    }

    @Test
    void aTransferThatNamesTheLeaseIsTakenOnceHoweverOftenItsFileComes() {
        var id = importing.trial("a.csv", file("LOYER " + one.said()), MANAGER);
        assertThat(importing.lines(id))
                .singleElement()
                .satisfies(it -> assertThat(it.verdict()).isEqualTo("matched"));
        assertThat(owed(one)).isEqualTo(rent);
        assertThat(importing.take(id, MANAGER)).isEqualTo(1);
        assertThat(importing.take(id, MANAGER)).isZero();
        assertThat(owed(one)).isZero();

        refused("statement-seen", () -> importing.trial("b.csv", file("LOYER " + one.said()), MANAGER));
        var again = importing.trial("c.csv", file("LOYER " + one.said()) + "\n", MANAGER);
        assertThat(importing.lines(again))
                .singleElement()
                .satisfies(it -> assertThat(it.verdict()).isEqualTo("seen"));
        assertThat(importing.take(again, MANAGER)).isZero();
    }

    @Test
    void aPaymentThatMatchesTwoTenantsIsOfferedAndNotGuessed() throws Exception {
        var id = importing.trial("a.csv", file("VIREMENT " + UUID.randomUUID()), MANAGER);
        var line = importing.lines(id).getFirst();
        assertThat(line.verdict()).isEqualTo("several");
        assertThat(line.candidates())
                .containsExactlyInAnyOrder(one.id().value(), other.id().value());
        assertThat(importing.take(id, MANAGER)).isZero();

        var path = "/app/spaces/statements/" + id;
        web.perform(get(path).with(authentication(MANAGER_HERE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(other.said())));
        web.perform(post(path + "/lines/2")
                        .param("lease", "L-999999")
                        .with(authentication(MANAGER_HERE))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(importing.lines(id).getFirst().lease())
                .as("spaces.rent.refusal.no-such-lease")
                .isEmpty();
        assertThat(texts.say(Language.AR, "spaces.rent.refusal.no-such-lease", "L-999999"))
                .contains("L-999999");
        web.perform(post(path + "/lines/2")
                        .param("lease", other.said())
                        .with(authentication(MANAGER_HERE))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(post(path + "/taking").with(authentication(MANAGER_HERE)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(owed(other)).isZero();
        assertThat(owed(one)).isEqualTo(rent);
    }

    @Test
    void twoFilesWithOneLineTakeItOnce() {
        var words = "LOYER " + one.said() + " " + UUID.randomUUID();
        var first = importing.trial("a.csv", file(words), MANAGER);
        var second = importing.trial("b.csv", file(words) + "\n", MANAGER);
        importing.take(first, MANAGER);
        refused("line-taken", () -> importing.take(second, MANAGER));
        assertThat(owed(one)).isZero();
    }

    @Test
    void namesDecideOnlyWhereOneBearsThem() {
        var a = new Matching.Payer(UUID.randomUUID(), 1, "فاطمة الزهراء", "Fatima Zahra", 500, 500);
        var b = new Matching.Payer(UUID.randomUUID(), 2, "فاطمة الزهراء", "Fatima Zahra", 700, 700);
        var c = new Matching.Payer(UUID.randomUUID(), 3, "محمد أمين", "Mohamed Amine", 500, 500);
        var matching = new Matching(List.of(a, b, c));
        assertThat(matching.find("VIR FATIMA ZAHRA", 900).verdict()).isEqualTo("several");
        assertThat(matching.find("VIR FATIMA ZAHRA", 700).leases()).containsExactly(b.lease());
        assertThat(matching.find("VIR MOHAMED AMINE LOYER", 123).leases()).containsExactly(c.lease());
        assertThat(matching.find("VIR", 500).verdict()).isEqualTo("several");
        assertThat(matching.find("VIR", 1).verdict()).isEqualTo("unknown");
        assertThat(matching.find("loyer l-000002", 1).leases()).containsExactly(b.lease());
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsLine() throws Exception {
        refused("no-statement", () -> StatementFile.read("nothing"));
        refused("no-statement", () -> importing.take(UUID.randomUUID(), MANAGER));
        refused("line-day", () -> StatementFile.read("date;montant;libelle\nhier;10;x"));
        refused("line-amount", () -> StatementFile.read("date;montant;libelle\n2026-01-05;dix;x"));
        web.perform(get("/app/spaces/statements").with(authentication(MANAGER_HERE)))
                .andExpect(status().isOk());
        web.perform(multipart("/app/spaces/statements")
                        .file(new MockMultipartFile("file", "x.csv", "text/csv", "x".getBytes(StandardCharsets.UTF_8)))
                        .with(authentication(MANAGER_HERE))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    private String file(String words) {
        return "Date;Libellé;Crédit\n%s;%s;%d,%02d\n".formatted(clock.today(), words, rent / 100, rent % 100);
    }

    private long owed(Lease lease) {
        return standings.of(lease.id(), clock.today()).owed();
    }

    private static void refused(String refusal, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.rent.refusal." + refusal);
    }
}
