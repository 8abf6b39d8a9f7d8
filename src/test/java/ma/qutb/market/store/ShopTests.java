package ma.qutb.market.store;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.HoldId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.ProductId;
import ma.qutb.market.Stock;
import ma.qutb.market.TestMarket;
import ma.qutb.market.finding.Asked;
import ma.qutb.market.finding.Facet;
import ma.qutb.market.finding.Finding;
import ma.qutb.market.finding.Found;
import ma.qutb.market.product.MakerWords;
import ma.qutb.market.product.Makers;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.support.CountedQueries;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

@MarketModuleTest
class ShopTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestMarket market;

    @Autowired
    Finding finding;

    @Autowired
    Stock stock;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    MakerWords words;

    @Autowired
    Makers makers;

    ProductId carpet;

    @BeforeEach
    void aCarpet() {
        carpet = market.onSale(1);
    }

    @Test
    void theShopSpeaksTheReadersLanguage() throws Exception {
        mvc.perform(get("/fr/shop"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tapis")))
                .andExpect(content().string(containsString("lang=\"fr\" dir=\"ltr\"")));
        mvc.perform(get("/ar/shop"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("زربية")))
                .andExpect(content().string(containsString("للصانع")));
        mvc.perform(get("/es/shop"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tienda")));
    }

    @Test
    void aWordFindsInEveryScriptAndByItsOtherNames() {
        for (var typed : List.of("زربية", "الزربية", "tapis", "TAPIS", "carpet", "carpets", "alfombra", "zerb")) {
            assertThat(numbers(find("?q=" + typed))).as(typed).contains(number());
        }
        assertThat(find("?q=خنجر").cards()).isEmpty();
    }

    @Test
    void aMakerAndAPlaceFindWhatWasMadeThereHoweverTheyAreSpelled() throws Exception {
        database.sql(
                        "update market.maker set territory_code = 'P-GUE', words = :words where id = (select maker_id from market.shelf"
                                + " where product_id = :id)")
                .param("words", words.of(Optional.empty(), Optional.of(new TerritoryCode("P-GUE")), LocalDate.EPOCH))
                .param("id", carpet.value())
                .update();
        for (var typed : List.of("كلميم", "Guelmim", "goulmime", "ڭلميم")) {
            assertThat(numbers(find("?q=" + typed))).as(typed).contains(number());
            assertThat(find("?q=" + typed).places()).as(typed).containsExactly(new TerritoryCode("P-GUE"));
        }
        assertThat(find("?q=إقليم").cards()).isEmpty();

        database.sql(
                        "update market.maker set number = 987, name_ar = 'فاطمة الزهراء', name_latin = 'Fatima Ezzahra', words ="
                                + " 'فاطمه fatima ezzahra ~FTM' where id = (select maker_id from market.shelf where product_id = :id)")
                .param("id", carpet.value())
                .update();
        for (var typed : List.of("فاطمة", "Fatima", "fatma", "فطمة")) {
            assertThat(numbers(find("?q=" + typed))).as(typed).contains(number());
        }
        assertThat(find("?q=fatma").makers()).extracting(it -> it.number()).containsExactly(987L);
        mvc.perform(get("/fr/shop?q=fatma")).andExpect(content().string(containsString("/fr/makers/o987-fatima")));
        mvc.perform(get("/fr/makers")).andExpect(content().string(containsString("Fatima Ezzahra")));
        mvc.perform(get("/fr/shop")).andExpect(content().string(containsString("Fatima Ezzahra")));

        // What the directory says counts as soon as it says something.
        makers.know(market.cooperative());
        assertThat(find("?q=fatma").makers()).isEmpty();
        assertThat(numbers(find("?q=guelmim"))).doesNotContain(number());
        mvc.perform(get("/fr/makers")).andExpect(content().string(not(containsString("Fatima Ezzahra"))));
    }

    @Test
    void theSitemapNamesEveryKindOfPage() throws Exception {
        mvc.perform(get("/sitemap/pages.xml"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/fr/collections<")))
                .andExpect(content().string(containsString("/fr/makers<")))
                .andExpect(content().string(containsString("/fr/shop/jew<")))
                .andExpect(content().string(not(containsString("/zgh/"))));
    }

    @Test
    void whatWasLookedForBesidesIsSaidAndCanBeLeftOut() throws Exception {
        var broad = find("?q=zerbia", Language.FR);
        assertThat(broad.also()).isNotEmpty();
        assertThat(numbers(broad)).contains(number());

        assertThat(numbers(find("?q=zerbia&exact=true"))).doesNotContain(number());
        assertThat(numbers(find("?q=tapis&exact=true"))).contains(number());
        mvc.perform(get("/fr/shop?q=zerbia"))
                .andExpect(content().string(containsString("Nous avons aussi cherché")))
                .andExpect(content().string(containsString("exact=true")));
    }

    @Test
    void aFacetCountsAsIfNothingOfItselfWereChosen() {
        var all = find("");
        var wool = find("?material=WOOL");
        var leather = find("?material=LEATHER");

        assertThat(count(wool, Facet.MATERIAL, "WOOL"))
                .isEqualTo(count(all, Facet.MATERIAL, "WOOL"))
                .isPositive();
        assertThat(wool.total()).isEqualTo(count(wool, Facet.MATERIAL, "WOOL"));
        assertThat(count(leather, Facet.MATERIAL, "WOOL")).isEqualTo(wool.total());
        assertThat(find("?material=WOOL&material=LEATHER").total()).isEqualTo(wool.total() + leather.total());
        assertThat(count(leather, Facet.CRAFT, "WEV")).isZero();
    }

    @Test
    void everyFacetCanBeAskedForTogether() throws Exception {
        mvc.perform(get("/ar/shop/wev?material=WOOL&place=C-GUE&maker=person1&offer=1&offer=2&size=M"))
                .andExpect(status().isOk());
        assertThat(find("?size=M&craft=WEV").total()).isZero();
    }

    @Test
    void thePriceIsARange() {
        assertThat(numbers(find("?least=680&most=680"))).contains(number());
        assertThat(numbers(find("?least=681"))).doesNotContain(number());
        assertThat(numbers(find("?most=679"))).doesNotContain(number());
        assertThat(find("?most=1").least()).isNotNull();
    }

    @Test
    void whatIsHeldStaysAndSaysSoWhatIsSoldIsGoneFromTheList() throws Exception {
        var hold = HoldId.next();
        stock.hold(
                hold,
                Stock.Channel.STORE,
                List.of(Stock.Wanted.any(carpet, 1)),
                clock.instant().plus(Duration.ofMinutes(10)),
                SELLER);
        assertThat(find("?q=tapis").cards())
                .filteredOn(it -> it.number() == number())
                .singleElement()
                .satisfies(it -> assertThat(it.offer()).isEqualTo(3));

        stock.sell(hold, SELLER);
        assertThat(numbers(find("?q=tapis"))).doesNotContain(number());
        assertThat(numbers(find("?q=tapis&offer=0"))).contains(number());
    }

    @Test
    void anAddressThatCannotBeMeantShowsTheShop() throws Exception {
        mvc.perform(get("/ar/shop")
                        .param("craft", "'; drop table")
                        .param("maker", "person1 or 1=1")
                        .param("offer", "9")
                        .param("least", "x")
                        .param("sort", "y")
                        .param("page", "-3"))
                .andExpect(status().isOk());
        mvc.perform(get("/ar/shop/xyz")).andExpect(status().isNotFound());
    }

    @Test
    void whatIsTypedIsShownAsTextAndNothingElse() throws Exception {
        mvc.perform(get("/fr/shop").param("q", "<script>alert(1)</script>' & | ! : *"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("Aucune pièce ne correspond")));
    }

    @Test
    void whereNothingCanBeNarrowedThereIsNoButtonToDoIt() throws Exception {
        mvc.perform(get("/fr/shop")).andExpect(content().string(containsString("q-facets__go")));
        mvc.perform(get("/fr/shop").param("q", UUID.randomUUID().toString()))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("q-facets__go"))));
    }

    @Test
    void aFamilyHasAPageOfItsOwn() throws Exception {
        mvc.perform(get("/fr/shop/wev"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tapis")))
                .andExpect(content().string(not(containsString("name=\"craft\""))));
        mvc.perform(get("/fr/shop/jew"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/fr/piece/" + number() + "-"))));
    }

    @Test
    void theHomePageLeadsToTheShopAndItsFamilies() throws Exception {
        mvc.perform(get("/fr"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/fr/shop\"")))
                .andExpect(content().string(containsString("/fr/shop/wev")))
                .andExpect(content().string(containsString("/fr/piece/")));
        for (var family : List.of("jew", "lea", "wev", "plt", "pot", "wod", "pla", "tlr", "arg")) {
            mvc.perform(get("/fr/shop/" + family)).andExpect(status().isOk());
        }
    }

    @Test
    void aListHasItsAddressInEachLanguageWithoutWhatWasChosen() throws Exception {
        mvc.perform(get("/fr/shop/wev?material=WOOL"))
                .andExpect(content().string(matchesRegex("(?s).*rel=\"canonical\" href=\"[^\"?]*/fr/shop/wev\">.*")))
                .andExpect(content().string(containsString("hreflang=\"en\"")))
                .andExpect(
                        content().string(not(containsString("rel=\"alternate\" hreflang=\"en\" href=\"/en/shop/wev?"))))
                .andExpect(content().string(containsString("/en/shop/wev\">")))
                .andExpect(content().string(not(containsString("rel=\"alternate\" hreflang=\"zgh\""))));
    }

    @Test
    void aPageOfTheListCostsTwoQueriesHoweverManyItShows() throws Exception {
        for (int i = 0; i < 4; i++) {
            market.onSale(1);
        }
        mvc.perform(get("/ar/shop"));
        try (var queries = new CountedQueries()) {
            mvc.perform(get("/ar/shop?q=tapis&material=WOOL")).andExpect(status().isOk());

            assertThat(queries.asked()).hasSize(2);
        }
    }

    @Test
    void aKeptListIsTheOneThatWasDrawnUntilAnythingOnItChanges() throws Exception {
        var address = URI.create("/fr/shop?sort=dearest&material=WOOL");
        var drawn = ZippedPage.of(mvc, address);
        assertThat(drawn).contains("</html>").doesNotContain("98 765");
        assertThat(ZippedPage.of(mvc, address)).isEqualTo(drawn);

        database.sql(
                        "update market.product set price = 9876500, part_maker = part_maker + 9876500 - price where id = :id")
                .param("id", carpet.value())
                .update();
        assertThat(ZippedPage.of(mvc, address).replace('\u202f', ' ').replace('\u00a0', ' '))
                .contains("98 765");
    }

    @Test
    void whoIsSignedInIsNotShownWhatWasDrawnForOthers() throws Exception {
        var address = "/fr/shop?material=WOOL";
        ZippedPage.of(mvc, URI.create(address));

        mvc.perform(get(address).header("Accept-Encoding", "gzip").with(authentication(TestActor.with())))
                .andExpect(header().doesNotExist("Content-Encoding"));
    }

    private Found find(String query) {
        return find(query, Language.AR);
    }

    private Found find(String query, Language language) {
        var parameters =
                UriComponentsBuilder.fromUriString("/ar/shop" + query).build().getQueryParams();
        return finding.find(Asked.of("/ar/shop", null, parameters), language);
    }

    private long number() {
        return database.sql("select number from market.shelf where product_id = :id")
                .param("id", carpet.value())
                .query(Long.class)
                .single();
    }

    private static List<Long> numbers(Found found) {
        return found.cards().stream().map(it -> it.number()).toList();
    }

    private static long count(Found found, Facet facet, String value) {
        return found.of(facet).stream()
                .filter(it -> it.value().equals(value))
                .mapToLong(Found.Count::count)
                .sum();
    }
}
