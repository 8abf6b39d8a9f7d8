package ma.qutb.programmes.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.qutb.programmes.ProgrammesModuleTest;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.FactTables;
import ma.qutb.programmes.fact.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ProgrammesModuleTest
class FigurePagesTests {

    private static final Pattern SHOWN = Pattern.compile("data-fact=\"([^\"]+)\"");
    private static final Pattern WARNED = Pattern.compile("data-discrepancy=\"([^\"]+)\"");

    private static final Map<String, String> DRAWN = new HashMap<>();

    @Autowired
    MockMvc web;

    @Autowired
    Facts facts;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en", "es", "zgh"})
    void everyPageIsDrawnInEveryLanguage(String language) throws Exception {
        for (var path : pages().toList()) {
            var page = page("/" + language + path);
            assertThat(page).as(path).contains("lang=\"" + language + "\"").doesNotContain("⟦");
        }
    }

    @Test
    void everyFactHasAPageThatSaysWhereItStands() throws Exception {
        for (var fact : facts.all()) {
            var page = page("/fr" + fact.path());
            assertThat(page).as(fact.id()).doesNotContain("⟦");
            var locator = fact.locator();
            if (locator != null) {
                assertThat(page)
                        .as(fact.id())
                        .contains("Paragraphe " + locator.paragraph() + ", phrase " + locator.sentence());
            }
        }
    }

    @Test
    void aFactSaysItsPlaceInWordsInArabic() throws Exception {
        assertThat(page("/ar/figures/facts/indicators:IND-20"))
                .contains("الفقرة 1، الجملة 27")
                .contains("103 ≠ 88")
                .contains("/ar/figures/discrepancies/D01")
                .contains("/ar/figures/facts/indicators:IND-19");
    }

    @Test
    void eachDiscrepancyStandsBesideEachOfItsFiguresOnEveryPage() throws Exception {
        assertThat(facts.discrepancies()).hasSize(34);
        var met = new TreeSet<String>();
        var pages = new ArrayList<>(pages().toList());
        facts.all().forEach(it -> pages.add(it.path()));
        for (var path : pages) {
            var page = page("/fr" + path);
            var warned = found(WARNED, page);
            for (var id : found(SHOWN, page)) {
                assertThat(warned)
                        .as("%s shows %s", path, id)
                        .containsAll(facts.get(id).discrepancies());
            }
            met.addAll(warned);
        }
        assertThat(met).hasSize(34);
    }

    @Test
    void everyFactOfADiscrepancyIsShownSomewhere() throws Exception {
        var shown = new TreeSet<String>();
        for (var path : pages().toList()) {
            shown.addAll(found(SHOWN, page("/fr" + path)));
        }
        for (var discrepancy : facts.discrepancies()) {
            assertThat(shown).as(discrepancy.id()).containsAll(discrepancy.facts());
        }
    }

    @Test
    void aFigureOpensToItsSourceInTwoSteps() throws Exception {
        var overview = page("/fr/figures");
        assertThat(overview).contains("href=\"/fr/figures/facts/indicators:IND-28\"");
        assertThat(page("/fr/figures/facts/indicators:IND-28"))
                .contains("Al Omk")
                .contains("href=\"/fr/figures/sources/002#p3-1\"")
                .contains("Paragraphe 3, phrase 1");
        assertThat(page("/fr/figures/sources/002")).contains("id=\"p3-1\"");
    }

    @Test
    void theBordersOfTheFactsDateAndTodaysGiveOtherTotals() throws Exception {
        var then = page("/fr/figures/projects?territory=R-GES");
        assertThat(then)
                .contains("Réhabilitation du complexe d’artisanat, Tata")
                .contains("Tannerie régionale, Es-Semara");
        assertThat(then).contains("jusqu’en 2015, Tata et Es-Semara");

        var today = page("/fr/figures/projects?territory=R-GON&borders=today");
        assertThat(today)
                .contains("Complexe intégré d’artisanat, Guelmim")
                .doesNotContain("Tannerie régionale, Es-Semara")
                .contains("Sidi Ifni a rejoint");
        assertThat(page("/fr/figures/projects?territory=R-SM&borders=today"))
                .contains("Réhabilitation du complexe d’artisanat, Tata");
        assertThat(page("/fr/figures/projects?territory=R-GON")).doesNotContain("Salle d’exposition, Tan-Tan");
    }

    @Test
    void aFactAboutTheWholeFormerRegionIsNotDividedAndThePageSaysSo() throws Exception {
        assertThat(page("/fr/figures/training?territory=R-GON&borders=today"))
                .contains("sur l’ancienne région entière")
                .doesNotContain("1\u202f553 ");
        assertThat(page("/fr/figures/training?territory=R-GES")).contains("1\u202f553");
    }

    @Test
    void aFilterSaysWhatThePublicationsLeaveOpen() throws Exception {
        assertThat(page("/en/figures/projects?axis=marketing"))
                .contains("Integrated marketing space")
                .contains("name no axis");
        assertThat(page("/en/figures/indh?year=2013")).contains("54").contains("name no year");
        assertThat(page("/en/figures/indh?year=1950")).contains("No fact fits this choice");
        assertThat(page("/en/figures/projects?territory=%27;drop&year=abc&axis=%3Cscript%3E"))
                .contains("No fact fits this choice")
                .doesNotContain("<script>alert");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (var path : List.of(
                "/facts/indicators:IND-99", "/nonsense", "/tables/nonsense", "/discrepancies/D99", "/sources/9")) {
            web.perform(get("/ar/figures" + path)).andExpect(status().isNotFound());
        }
    }

    private Stream<String> pages() {
        return Stream.of(
                        Stream.of("/figures", "/figures/discrepancies", "/figures/sources"),
                        Arrays.stream(Part.values()).map(Part::path),
                        Arrays.stream(Part.values()).map(it -> it.path() + "?borders=today"),
                        FactTables.ALL.stream().map(it -> "/figures/tables/" + it.name()),
                        facts.publications().stream().map(it -> it.path()),
                        facts.discrepancies().stream().map(it -> it.path()))
                .flatMap(it -> it);
    }

    /** Each page is drawn once for all tests. */
    private String page(String path) throws Exception {
        var known = DRAWN.get(path);
        if (known == null) {
            known = draw(path);
            DRAWN.put(path, known);
        }
        return known;
    }

    private String draw(String path) throws Exception {
        return web.perform(get(java.net.URI.create(path)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static TreeSet<String> found(Pattern pattern, String page) {
        var found = new TreeSet<String>();
        pattern.matcher(page).results().forEach(it -> found.add(it.group(1)));
        return found;
    }

    @Test
    void theIndicatorsAddUpAsTheReferenceDataSays() {
        assertThat(sum(Stream.of("IND-15", "IND-16", "IND-17", "IND-18", "IND-19")))
                .isEqualTo(103);
        assertThat(facts.get("indicators:IND-20").count()).contains(88L);
        assertThat(sum(Stream.of("IND-15", "IND-16", "IND-18", "IND-19"))).isEqualTo(88);
        assertThat(centimes("FND-02", "FND-03", "FND-04", "FND-05", "FND-06")).isEqualTo(20_500_000);
        assertThat(centimes("FND-01", "FND-02", "FND-03", "FND-04", "FND-05", "FND-06"))
                .isEqualTo(50_500_000);
        assertThat(facts.of("projects").stream()
                        .filter(it -> it.figure() != null
                                && "planned".equals(it.figure().hedge()))
                        .mapToLong(it -> it.centimes().orElseThrow())
                        .sum())
                .isEqualTo(2_950_000_000L);
        var bags = facts.get("collective_orders:ORD-01");
        assertThat(bags.number("quantity").orElseThrow()
                        / bags.number("cooperatives").orElseThrow())
                .isEqualTo(7380);
        assertThat(bags.centimes()).contains(128_583_500L);
        assertThat(facts.of("medals")).hasSize(7);
        assertThat(facts.get("indicators:IND-12").count().orElseThrow()
                        - facts.get("indicators:IND-13").count().orElseThrow())
                .isEqualTo(286);
    }

    private long sum(Stream<String> indicators) {
        return indicators
                .map(it -> facts.get("indicators:" + it))
                .mapToLong(it -> it.count().orElseThrow())
                .sum();
    }

    private long centimes(String... contributions) {
        return Arrays.stream(contributions)
                .map(it -> facts.get("funding:" + it))
                .mapToLong((Fact it) -> it.centimes().orElseThrow())
                .sum();
    }
}
