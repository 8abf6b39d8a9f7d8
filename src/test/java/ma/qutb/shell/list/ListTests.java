package ma.qutb.shell.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.qutb.kernel.Scope;
import ma.qutb.support.AdjustableClock;
import ma.qutb.support.TestActor;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@SpringBootTest
@AutoConfigureMockMvc
@Import({GeneratedList.class, ListTests.Kept.class, AdjustableClock.class})
class ListTests {

    private static final Authentication CLERK = TestActor.with("test.see-pieces");

    @Autowired
    MockMvc web;

    @Autowired
    List<String> listsThatLeft;

    @Autowired
    AdjustableClock clock;

    @TestConfiguration
    static class Kept {
        @Bean
        List<String> listsThatLeft() {
            return new ArrayList<>();
        }

        @Bean
        @Primary
        ExportAudit keptExports(List<String> listsThatLeft) {
            return (actor, list, format, question) -> {
                // The trail is written while a file leaves: a transaction that only reads would refuse it.
                assertThat(TransactionSynchronizationManager.isCurrentTransactionReadOnly())
                        .isFalse();
                listsThatLeft.add(actor.displayName() + " " + list + " " + format + " " + question);
            };
        }
    }

    private String page(String question, Authentication reader) throws Exception {
        return web.perform(get("/app/test/pieces" + question).with(authentication(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private byte[] file(String name, Authentication reader) throws Exception {
        return web.perform(get("/app/lists/" + name).with(authentication(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void saysMoreThanAThousandAtOnceAndTheExactNumberSoonAfter() throws Exception {
        assertThat(page("", CLERK)).contains("أكثر من 1.000 سجل").contains("hx-get=\"/app/lists/generated/count\"");
        assertThat(page("?dear=yes&page=30", CLERK))
                .contains("أكثر من 2.000 سجل")
                .contains("hx-get=\"/app/lists/generated/count?dear=yes\"");
        assertThat(page("?q=PC-000042", CLERK)).contains("سجل واحد").doesNotContain("/count");

        assertThat(new String(file("generated/count", CLERK), StandardCharsets.UTF_8))
                .contains("100.000 سجل");
        web.perform(get("/app/lists/generated/count").with(authentication(TestActor.with())))
                .andExpect(status().isForbidden());
    }

    @Test
    void aDayBeginsWhenItBeginsAtThePole() throws Exception {
        // Half past eleven in the evening in Greenwich is the next day in Guelmim.
        var page = page("?sent_from=2024-01-03&sent_to=2024-01-03", CLERK);

        assertThat(page).contains("id=\"generated-1\"").doesNotContain("id=\"generated-2\"");
        assertThat(page).contains("≥ 03/01/2024");
    }

    @Test
    void todayIsTheDayOfTheProgramsClock() throws Exception {
        // The last of the pieces is of 30 November 2025.
        assertThat(page("?coming=yes", CLERK)).doesNotContain("id=\"generated-699\"");

        clock.forward(Duration.between(clock.instant(), Instant.parse("2025-11-29T23:30:00Z")));
        try {
            assertThat(page("?coming=yes", CLERK))
                    .contains("id=\"generated-699\"")
                    .doesNotContain("id=\"generated-698\"");
        } finally {
            clock.forward(Duration.between(clock.instant(), Instant.now()));
        }
    }

    @Test
    void narrowsByEveryFilterAtOnceAndShowsEachAsAChipThatLiftsIt() throws Exception {
        var page = page("?state=sold&state=draft&place=P-ASZ&made_from=2024-01-03&made_to=2024-01-03&dear=no", CLERK);

        assertThat(page).contains("id=\"generated-2\"").doesNotContain("id=\"generated-3\"");
        assertThat(page)
                .contains(
                        "href=\"/app/test/pieces?place=P-ASZ&amp;state=draft&amp;made_from=2024-01-03&amp;made_to=2024-01-03&amp;dear=no\"");
        assertThat(page).contains("≥ 03/01/2024");
    }

    @Test
    void whatTheAddressInventsIsIgnored() throws Exception {
        var page = page(
                "?sort=n;drop table x&state=gone&place=' or 1=1--&made_from=31/02&columns=secret,nothing&size=999999&page=-7",
                CLERK);

        assertThat(page).contains("id=\"generated-1\"").doesNotContain("BE••••56");
    }

    @Test
    void aReaderSeesOnlyTheirScope() throws Exception {
        var guelmim = TestActor.within(new Scope.Within(Set.of("P-GUE")), "test.see-pieces");
        var nowhere = TestActor.within(Scope.NOWHERE, "test.see-pieces");

        assertThat(page("", guelmim)).contains("id=\"generated-3\"").doesNotContain("id=\"generated-1\"");
        assertThat(page("?q=PC-000001", guelmim)).doesNotContain("id=\"generated-1\"");
        assertThat(page("", nowhere)).doesNotContain("id=\"generated-");
        assertThat(new String(file("generated.csv?q=PC-000001", guelmim), StandardCharsets.UTF_8))
                .doesNotContain("Piece 1 ");
    }

    @Test
    void whoMayNotSeeTheListGetsNeitherPageNorFile() throws Exception {
        var stranger = TestActor.with("test.nothing");

        web.perform(get("/app/test/pieces").with(authentication(stranger))).andExpect(status().isForbidden());
        web.perform(get("/app/lists/generated.csv").with(authentication(stranger)))
                .andExpect(status().isForbidden());
        web.perform(get("/app/lists/unknown.csv").with(authentication(CLERK))).andExpect(status().isNotFound());
    }

    @Test
    void sortsBothWaysAndSaysSo() throws Exception {
        var page = page("?sort=-price", CLERK);

        assertThat(page).contains("id=\"generated-100000\"").contains("aria-sort=\"descending\"");
        assertThat(page).contains("1.250.000");
    }

    @Test
    void remembersTheChosenColumns() throws Exception {
        web.perform(get("/app/test/pieces?columns=maker&columns=number").with(authentication(CLERK)))
                .andExpect(cookie().value("columns-generated", "maker.number"));

        var again = web.perform(get("/app/test/pieces")
                        .cookie(new jakarta.servlet.http.Cookie("columns-generated", "maker.number"))
                        .with(authentication(CLERK)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(again).contains("class=\"n\"").doesNotContain("+212 6");
    }

    @Test
    void aColumnForFewIsThereForThemAlone() throws Exception {
        assertThat(page("?columns=maker,secret", CLERK)).doesNotContain("BE••••56");
        assertThat(page("?columns=maker,secret", TestActor.with("test.see-pieces", "test.see-secret")))
                .contains("BE••••56");
    }

    @Test
    void saysWhenNothingFitsAndHowToWiden() throws Exception {
        assertThat(page("?q=لا أحد", CLERK))
                .contains("لا سجل يوافق هذه التصفية")
                .contains("href=\"/app/test/pieces\"");
    }

    @Test
    void madeUpRecordsAreMarkedOnThePageAndInTheFile() throws Exception {
        assertThat(page("?q=PC-000010", CLERK)).contains("q-demo");
        var csv = new String(file("generated.csv?q=PC-000010", CLERK), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList().get(1)).endsWith(";نعم");
    }

    @Test
    void aCsvFileHoldsExactlyWhatIsFilteredAndRunsNothing() throws Exception {
        listsThatLeft.clear();
        var csv = new String(
                file(
                        "generated.csv?made_from=2024-01-04&made_to=2024-01-05&dear=no&sort=number&columns=maker,phone,price,made_on",
                        CLERK),
                StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFF");
        var lines = csv.lines().toList();
        assertThat(lines.get(1))
                .startsWith("'=cmd|' /C calc'!A0;+212\u00A06\u00A000\u00A000\u00A000\u00A021;37,50;04/01/2024");
        assertThat(lines.get(2)).startsWith("'＠SUM(A1);");
        assertThat(listsThatLeft).singleElement().asString().startsWith("نزهة generated csv ?made_from=2024-01-04");
    }

    @Test
    void anXlsxFileHasTypedCellsAndASheetFromRightToLeft() throws Exception {
        var bytes = file("generated.xlsx?sort=number&columns=maker,phone,price,made_on", CLERK);

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = workbook.getFirstSheet().openStream()) {
            var some = rows.toList();
            assertThat(some).hasSize(100_001);
            var third = some.get(3);
            assertThat(third.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(third.getCellText(0)).isEqualTo("=cmd|' /C calc'!A0");
            assertThat(third.getCellText(1)).isEqualTo("+212 6 00 00 00 21");
            assertThat(third.getCellAsNumber(2))
                    .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("37.5"));
            assertThat(third.getCellAsDate(3).orElseThrow().toLocalDate()).isEqualTo("2024-01-04");
        }
        assertThat(entry(bytes, "xl/worksheets/sheet1.xml")).contains("rightToLeft=\"true\"");
    }

    private static String entry(byte[] zip, String name) throws Exception {
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readNBytes(4_000), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    @Test
    void textsThatLookLikeFormulasAreNeutralised() {
        assertThat(List.of("=1+1", "+1+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", " =1"))
                .allSatisfy(it -> assertThat(Words.harmless(it)).startsWith("'"));
        assertThat(Words.harmless("+212612345678")).isEqualTo("+212612345678");
        assertThat(Words.harmless("فاطمة")).isEqualTo("فاطمة");
        assertThat(Words.harmless("a-b=c")).isEqualTo("a-b=c");
    }
}
