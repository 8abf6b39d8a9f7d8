package ma.qutb.market.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MarketModuleTest
class CollectionTests {

    private static final Authentication ARRANGES = TestActor.with(Code.ARRANGE, Code.SEE);

    @Autowired
    MockMvc web;

    @Autowired
    TestMarket market;

    @Autowired
    JdbcClient database;

    @Autowired
    ArrangingCollections arranging;

    @Autowired
    DescribingProducts describing;

    UUID collection;
    ProductId first;
    ProductId second;

    @BeforeEach
    void aCollectionOfTwo() throws Exception {
        collection = Ids.next();
        first = market.onSale(1);
        second = market.onSale(1);
        send("/app/collections/new", named("Été à Guelmim", "yes")).andExpect(redirectedUrl(path()));
        for (var product : new ProductId[] {first, second}) {
            send(path() + "/products", "number", number(product)).andExpect(redirectedUrl(path()));
        }
    }

    @Test
    void visitorsSeeItInItsOrderAndInTheirLanguage() throws Exception {
        var address = "/fr/collections/" + slug();
        assertThat(slug()).startsWith("ete-a-guelmim");
        web.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Été à Guelmim")))
                .andExpect(content().string(inOrder(first, second)))
                .andExpect(content().string(containsString("rel=\"canonical\"")))
                .andExpect(content().string(containsString("/ar/collections/" + slug())));
        web.perform(get("/ar/collections/" + slug())).andExpect(content().string(containsString("صيف كلميم")));
        web.perform(get("/fr/collections")).andExpect(content().string(containsString(address)));
        web.perform(get("/sitemap/pages.xml")).andExpect(content().string(containsString(address)));

        send(path() + "/products/" + second + "/forward").andExpect(redirectedUrl(path()));
        web.perform(get(address)).andExpect(content().string(inOrder(second, first)));

        send(path() + "/products/" + second + "/removal");
        web.perform(get(address)).andExpect(content().string(not(containsString("/piece/" + number(second) + "-"))));
    }

    @Test
    void whatIsHiddenIsSeenByNobodyButStaff() throws Exception {
        var slug = slug();
        send(path() + "/correction", named("Autre nom", "no")).andExpect(redirectedUrl(path()));

        assertThat(slug()).isEqualTo(slug);
        web.perform(get("/fr/collections/" + slug)).andExpect(status().isNotFound());
        web.perform(get("/fr/collections")).andExpect(content().string(not(containsString(slug))));
        web.perform(get(path()).with(authentication(ARRANGES)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number(first))));
    }

    @Test
    void onlyAnAcceptedProductIsPutInAndOnce() throws Exception {
        send(path() + "/products", "number", "999999999")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("999999999")));
        send(path() + "/products", "number", "x").andExpect(status().is(422));
        send(path() + "/products", "number", number(first)).andExpect(redirectedUrl(path()));

        assertThat(members()).isEqualTo(2);
    }

    @Test
    void aCollectionStaysSmallEnoughToBeLookedThrough() {
        for (int place = 2; place < 120; place++) {
            var product = describing.begin(ProductId.next(), market.cooperative(), false, TestMarket.SELLER);
            arranging.put(collection, product);
        }

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> arranging.put(collection, ProductId.next()))
                .withMessage("market.collection.refusal.full");
    }

    @Test
    void aNameIsNeededInEachLanguageAndThePermissionToo() throws Exception {
        send("/app/collections/new", "nameFr", "Sans les autres").andExpect(status().is(422));
        web.perform(get("/app/collections").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
    }

    private static org.hamcrest.Matcher<String> inOrder(String one, String other) {
        return matchesRegex("(?s).*/piece/" + one + "-.*/piece/" + other + "-.*");
    }

    private org.hamcrest.Matcher<String> inOrder(ProductId one, ProductId other) {
        return inOrder(number(one), number(other));
    }

    private String[] named(String french, String shown) {
        return new String[] {
            "key",
            collection.toString(),
            "nameAr",
            "صيف كلميم",
            "nameFr",
            french,
            "nameEn",
            "Summer in Guelmim",
            "shown",
            shown
        };
    }

    private ResultActions send(String address, String... fields) throws Exception {
        var request = post(address).with(authentication(ARRANGES)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request);
    }

    private String path() {
        return "/app/collections/" + collection;
    }

    private String slug() {
        return database.sql("select slug from market.collection where id = :id")
                .param("id", collection)
                .query(String.class)
                .single();
    }

    private int members() {
        return database.sql("select count(*) from market.collection_product where collection_id = :id")
                .param("id", collection)
                .query(Integer.class)
                .single();
    }

    private String number(ProductId product) {
        return database.sql("select number::text from market.product where id = :id")
                .param("id", product.value())
                .query(String.class)
                .single();
    }
}
