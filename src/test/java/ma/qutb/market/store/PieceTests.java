package ma.qutb.market.store;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.HoldId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.market.Stock;
import ma.qutb.market.TestMarket;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.support.CountedQueries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarketModuleTest
class PieceTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestMarket market;

    @Autowired
    Stock stock;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    ProductId carpet;

    @BeforeEach
    void aCarpet() {
        carpet = market.onSale(1);
    }

    @Test
    void aPieceSaysWhatItIsAndWhereEachDirhamGoes() throws Exception {
        shown("fr")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Tapis"),
                                containsString("9,2 kg"),
                                containsString("140 × 220 cm"),
                                containsString("Où va votre dirham"),
                                containsString("Fonds de solidarité"),
                                containsString("rel=\"canonical\""),
                                containsString("og:title"))));
        shown("ar").andExpect(status().isOk()).andExpect(content().string(containsString("أين يذهب درهمك؟")));
    }

    @Test
    void thePageLeadsToThePassportOfEachPiece() throws Exception {
        var passport = "/fr/p/" + market.piece(carpet).serial();
        shown("fr").andExpect(content().string(containsString(passport)));
        mvc.perform(get(passport)).andExpect(status().isOk());

        carpet = market.onSale(2);
        for (var piece : market.pieces(carpet)) {
            shown("fr").andExpect(content().string(containsString("/fr/p/" + piece.serial())));
        }
    }

    @Test
    void whereItsAddressIsSentAPictureOfItIsShownThatIsSmallEnough() throws Exception {
        for (var language : List.of("ar", "fr", "zgh")) {
            var page = shown(language).andReturn().getResponse().getContentAsString();
            var address = page.replaceAll("(?s).*og:image\" content=\"https?://[^/]*([^\"]*)\".*", "$1");
            for (int time = 0; time < 2; time++) {
                var picture = mvc.perform(get(address))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Content-Type", "image/jpeg"))
                        .andExpect(header().string("Cache-Control", containsString("immutable")))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
                assertThat(picture.length).isBetween(10_000, 300_000);
                assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth())
                        .isEqualTo(1200);
            }
            mvc.perform(get(address.replaceAll("share-[0-9a-f]{4}", "share-0000")))
                    .andExpect(redirectedUrl(address));
        }
        mvc.perform(get("/fr/piece/999999999/share-0123456789abcdef.jpg")).andExpect(status().isNotFound());
    }

    @Test
    void theSharesMakeOneHundred() {
        var parts = new PriceParts(100_01, 33_33, 33_33, 11_11, 11_11, 11_13, 0);

        assertThat(Share.of(parts).stream().mapToInt(Share::percent).sum()).isEqualTo(100);
        assertThat(Share.of(parts)).extracting(Share::part).doesNotContain("tax");
    }

    @Test
    void anOldAddressLeadsToTheOneThereIs() throws Exception {
        mvc.perform(get("/fr/piece/" + number() + "-un-ancien-titre"))
                .andExpect(status().isMovedPermanently())
                .andExpect(header().string("Location", address("fr").toString()));
        mvc.perform(get("/fr/piece/" + number())).andExpect(status().isMovedPermanently());
        mvc.perform(get("/fr/piece/999999999-rien")).andExpect(status().isNotFound());
    }

    @Test
    void anUnchangedPageIsNotSentAgainAndAnEditIsSeenAtOnce() throws Exception {
        var tag = shown("fr").andReturn().getResponse().getHeader("ETag");
        assertThat(tag).isNotNull();
        mvc.perform(get(address("fr")).header("If-None-Match", tag)).andExpect(status().isNotModified());

        database.sql("update market.product set price = price + 100, part_maker = part_maker + 100 where id = :id")
                .param("id", carpet.value())
                .update();

        mvc.perform(get(address("fr")).header("If-None-Match", tag))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("681")));
    }

    @Test
    void whatIsHeldIsSaidCalmlyAndTheTimeEndsByItself() throws Exception {
        var hold = HoldId.next();
        stock.hold(
                hold,
                Stock.Channel.STORE,
                List.of(Stock.Wanted.any(carpet, 1)),
                clock.instant().plus(Duration.ofMinutes(10)),
                SELLER);
        shown("fr").andExpect(content().string(containsString("Cette pièce est réservée pour quelqu’un jusqu’à")));

        clock.forward(Duration.ofMinutes(11));
        shown("fr").andExpect(content().string(not(containsString("est réservée pour quelqu’un"))));

        stock.sell(hold, SELLER);
        shown("fr")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Cette pièce a trouvé son acquéreur")));
        assertThat(structured("fr").path("offers").path("availability").asString())
                .isEqualTo("https://schema.org/SoldOut");
    }

    @Test
    void machinesReadTheSamePrice() throws Exception {
        var said = structured("fr");

        assertThat(said.path("@type").asString()).isEqualTo("IndividualProduct");
        assertThat(said.path("offers").path("price").asString()).isEqualTo("680.00");
        assertThat(said.path("offers").path("priceCurrency").asString()).isEqualTo("MAD");
        assertThat(said.path("offers").path("availability").asString()).isEqualTo("https://schema.org/InStock");
        assertThat(said.path("weight").path("value").decimalValue()).isEqualByComparingTo("9200");
    }

    @Test
    void aStoryInAnotherLanguageSaysWhichAndRunsNothing() throws Exception {
        database.sql("""
            insert into market.product_text (product_id, language, title, story, care, state, changed_at, changed_by_name)
            values (:id, 'ar', '', 'حكاية </script><script>alert(1)</script>', '', 'accepted', now(), 'test')
            """).param("id", carpet.value()).update();

        shown("fr")
                .andExpect(content().string(containsString("lang=\"ar\" dir=\"rtl\">حكاية")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void onlyWhoAgreedIsNamedAndHasAPage() throws Exception {
        database.sql(
                        "update market.maker set number = 4242, name_ar = 'تعاونية الواحة', name_latin = 'Oasis' where id = :id")
                .param("id", market.cooperative().value())
                .update();
        shown("fr").andExpect(content().string(containsString("/fr/makers/o4242-oasis")));

        database.sql("update market.maker set number = null, name_ar = null, name_latin = null where id = :id")
                .param("id", market.cooperative().value())
                .update();
        shown("fr")
                .andExpect(content().string(not(containsString("/fr/makers/"))))
                .andExpect(content().string(containsString("ne le publie qu’avec son accord")));
        mvc.perform(get("/fr/makers/o4242-oasis")).andExpect(status().isNotFound());
    }

    @Test
    void whatIsWithdrawnHasNoPageAnyMore() throws Exception {
        var before = address("fr");
        reviewing.withdraw(carpet, "the maker stops", SELLER);

        mvc.perform(get(before)).andExpect(status().isNotFound());
    }

    @Test
    void aPageCostsThreeQueriesAndOneWhenItIsKept() throws Exception {
        var address = address("fr");
        shown("ar"); // The rates of the day are kept from the first page on.
        try (var queries = new CountedQueries()) {
            zipped(address);
            assertThat(queries.asked()).hasSize(3);

            zipped(address);
            assertThat(queries.asked()).hasSize(4);
        }
    }

    @Test
    void aKeptPageIsTheOneThatWasDrawnUntilAnythingOnItChanges() throws Exception {
        var address = address("fr");
        var drawn = zipped(address);
        assertThat(drawn).contains("</html>");
        assertThat(zipped(address)).isEqualTo(drawn);

        database.sql("update market.product set price = price + 100, part_maker = part_maker + 100 where id = :id")
                .param("id", carpet.value())
                .update();
        assertThat(zipped(address)).isNotEqualTo(drawn).contains("681");
    }

    private String zipped(URI address) throws Exception {
        return ZippedPage.of(mvc, address);
    }

    @Test
    void theTermsAreWholeInArabic() throws Exception {
        mvc.perform(get("/ar/terms"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("30 يوما"),
                                containsString("7 أيام"),
                                containsString("15 يوما"),
                                containsString("31-08"),
                                not(containsString("⟦")))));
    }

    @Test
    void searchEnginesFindEachPageInItsLanguages() throws Exception {
        mvc.perform(get("/robots.txt")).andExpect(content().string(containsString("/sitemap.xml")));
        mvc.perform(get("/sitemap.xml")).andExpect(content().string(containsString("/sitemap/pieces-0.xml")));
        mvc.perform(get("/sitemap/pieces-0.xml"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(address("fr").toString())))
                .andExpect(content().string(containsString("hreflang=\"x-default\"")))
                .andExpect(content().string(not(containsString("hreflang=\"zgh\""))));
        mvc.perform(get("/sitemap/pages.xml")).andExpect(content().string(containsString("/ar/terms")));
    }

    private ResultActions shown(String language) throws Exception {
        return mvc.perform(get(address(language)));
    }

    private JsonNode structured(String language) throws Exception {
        var page = shown(language).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var from = page.indexOf("application/ld+json\">") + "application/ld+json\">".length();
        return json.readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    private long number() {
        return database.sql("select number from market.shelf where product_id = :id")
                .param("id", carpet.value())
                .query(Long.class)
                .single();
    }

    /** As a list links it. */
    private URI address(String language) throws Exception {
        var moved = mvc.perform(get("/" + language + "/piece/" + number()))
                .andReturn()
                .getResponse();
        return URI.create(moved.getHeader("Location"));
    }
}
