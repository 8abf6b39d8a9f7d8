package ma.qutb.market.inspection;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import ma.qutb.kernel.Scope;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.Piece.State;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MarketModuleTest
class HallPagesTests {

    private static final Authentication SELLS =
            TestActor.with(Code.SEE, Code.REVIEW, Code.INSPECT, Code.MOVE, Code.ENTER);

    @Autowired
    MockMvc web;

    @Autowired
    TestMarket market;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    PiecePlaces places;

    @Autowired
    JdbcClient database;

    @Test
    void aProposalIsAcceptedReceivedInspectedAndOnSaleAtOnce() throws Exception {
        var product = market.proposed(market.cooperative(), 1);
        act("/app/products/" + product + "/acceptance").andExpect(redirectedUrl("/app/products/" + product));
        assertThat(shelved(product)).isFalse();
        var piece = "/app/pieces/" + market.piece(product).id();

        act(piece + "/receipt", "back", "gate").andExpect(redirectedUrl("/app/inspection"));
        act(piece + "/inspection", "note", "neat").andExpect(redirectedUrl(piece));

        assertThat(market.piece(product).state()).isEqualTo(State.ON_SALE);
        assertThat(shelved(product)).isTrue();
        read(piece, "fr").andExpect(content().string(containsString("neat")));
    }

    @Test
    void whatIsGoodMayWaitForItsPlace() throws Exception {
        var product = market.accepted(1);
        var piece = "/app/pieces/" + market.piece(product).id();
        act(piece + "/receipt");
        act(piece + "/inspection", "wait", "true");
        assertThat(market.piece(product).state()).isEqualTo(State.INSPECTED);

        act(piece + "/sale").andExpect(redirectedUrl(piece));
        assertThat(market.piece(product).state()).isEqualTo(State.ON_SALE);
    }

    @Test
    void aPhotoTakenAtInspectionIsOfThisVeryPieceAndItsPassportShowsIt() throws Exception {
        var product = market.onSale(2);
        var piece = market.pieces(product).getFirst();
        var other = market.pieces(product).getLast();
        var page = "/app/pieces/" + piece.id();
        refused(page + "/photos");
        photo(page).andExpect(redirectedUrl(page + "#photos"));

        var file = database.sql("select file_id::text from market.piece_photo where piece_id = :id")
                .param("id", piece.id().value())
                .query(String.class)
                .single();
        read(page, "fr").andExpect(content().string(containsString(file)));
        web.perform(get("/fr/p/" + piece.serial()))
                .andExpect(content().string(containsString("/files/" + file)))
                .andExpect(content().string(containsString("Photos de cette pièce même")));
        web.perform(get("/fr/p/" + other.serial())).andExpect(content().string(not(containsString(file))));
        web.perform(get("/files/" + file + "/480.webp")).andExpect(status().isOk());

        act(page + "/photos/0/removal").andExpect(redirectedUrl(page + "#photos"));
        web.perform(get("/fr/p/" + piece.serial())).andExpect(content().string(not(containsString(file))));
        for (int i = 0; i < 6; i++) {
            photo(page);
        }
        photo(page).andExpect(status().is(422));
    }

    private ResultActions photo(String page) throws Exception {
        var picture = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 500; i++) {
            picture.setRGB(i, i, ThreadLocalRandom.current().nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return web.perform(multipart(page + "/photos")
                .file(new MockMultipartFile("photo-file", "piece.png", "image/png", bytes.toByteArray()))
                .with(csrf())
                .with(authentication(SELLS)));
    }

    @Test
    void whatIsSentBackOrGivenBackHasAReason() throws Exception {
        var proposal = market.proposed(market.cooperative(), 1);
        refused("/app/products/" + proposal + "/sending-back", "reason", "");
        act("/app/products/" + proposal + "/sending-back", "reason", "Photo trop sombre")
                .andExpect(redirectedUrl("/app/products/" + proposal));
        read("/app/products/" + proposal, "fr").andExpect(content().string(containsString("Photo trop sombre")));
        refused("/app/products/" + proposal + "/acceptance");

        var product = market.onSale(1);
        var piece = "/app/pieces/" + market.piece(product).id();
        refused(piece + "/return", "reason", " ");
        act(piece + "/return", "reason", "Couture ouverte").andExpect(redirectedUrl(piece));
        assertThat(market.piece(product).state()).isEqualTo(State.RETURNED);
        refused(piece + "/inspection");
        refused(piece + "/loss", "cause", "");
    }

    @Test
    void aPieceIsMovedBetweenPlacesAndItsHistorySaysSo() throws Exception {
        var product = market.onSale(1);
        var piece = "/app/pieces/" + market.piece(product).id();
        var transit = places.called("TRANSIT");
        act(piece + "/move", "place", transit.toString()).andExpect(redirectedUrl(piece));

        assertThat(market.piece(product).place()).isEqualTo(transit);
        refused(piece + "/move", "place", transit.toString());
        refused(piece + "/move", "place", places.called(PiecePlaces.SOLD).toString());
        refused(piece + "/move", "place", UUID.randomUUID().toString());
        act(piece + "/loss", "cause", "Colis perdu").andExpect(redirectedUrl(piece));
        assertThat(shelf(product)).isZero();
    }

    @Test
    void aTextIsShownOnlyOnceSomebodyReadIt() throws Exception {
        var product = market.onSale(1);
        act("/app/products/" + product + "/texts/fr", "story-fr", "Tissé au printemps.");
        assertThat(texts(product)).doesNotContain("printemps");
        act("/app/products/" + product + "/texts/fr", "story-fr", "Tissé au printemps.", "accepted", "true");
        assertThat(texts(product)).contains("printemps");
        refused("/app/products/" + product + "/texts/fr", "story-fr", " ");
        refused("/app/products/" + product + "/texts/xx", "story-xx", "x");
    }

    @Test
    void aWithdrawnProductLeavesTheShopAndComesBack() throws Exception {
        var product = market.onSale(1);
        act("/app/products/" + product + "/withdrawal", "reason", "Pause");
        assertThat(shelved(product)).isFalse();
        refused("/app/products/" + market.accepted(1) + "/offer");
        act("/app/products/" + product + "/offer").andExpect(redirectedUrl("/app/products/" + product));
        assertThat(shelved(product)).isTrue();
        assertThat(shelf(product)).isEqualTo(1);
    }

    @Test
    void whoMayOnlySeeDecidesNothingAndOthersFindNothing() throws Exception {
        var product = market.onSale(1);
        var piece = market.piece(product).id();
        var reader = TestActor.with(Code.SEE);
        web.perform(get("/app/products/" + product).with(authentication(reader)))
                .andExpect(status().isOk());
        for (var path : List.of(
                "/app/products/" + product + "/withdrawal",
                "/app/pieces/" + piece + "/return",
                "/app/pieces/" + piece + "/move")) {
            web.perform(post(path)
                            .param("place", UUID.randomUUID().toString())
                            .with(csrf())
                            .with(authentication(reader)))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/app/inspection").with(authentication(reader))).andExpect(status().isForbidden());
        var elsewhere = TestActor.within(new Scope.Within(Set.of("C-TAT")), Code.SEE);
        web.perform(get("/app/products/" + product).with(authentication(elsewhere)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/pieces/" + piece).with(authentication(elsewhere))).andExpect(status().isNotFound());
        web.perform(get("/app/products/" + UUID.randomUUID()).with(authentication(reader)))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void everyPageHasItsWords(String language) throws Exception {
        var proposal = market.proposed(market.cooperative(), 2);
        var product = market.onSale(2);
        reviewing.revise(product, SELLER);
        for (var path : List.of(
                "/app/products",
                "/app/products?state=accepted&family=WEV&kind=series&q=tapis",
                "/app/products/" + proposal,
                "/app/products/" + product,
                "/app/inspection",
                "/app/pieces",
                "/app/pieces?state=on_sale&q=Q",
                "/app/pieces/" + market.piece(product).id())) {
            read(path, language).andExpect(status().isOk()).andExpect(content().string(not(containsString("⟦"))));
        }
        read("/app/pieces?place=" + places.called(PiecePlaces.HALL), language)
                .andExpect(content().string(containsString(market.piece(product).serial())));
    }

    private boolean shelved(ProductId product) {
        return database.sql("select exists (select from market.shelf where product_id = :id)")
                .param("id", product.value())
                .query(Boolean.class)
                .single();
    }

    private int shelf(ProductId product) {
        return database.sql("select available from market.shelf where product_id = :id")
                .param("id", product.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private String texts(ProductId product) {
        return database.sql("select texts::text from market.shelf where product_id = :id")
                .param("id", product.value())
                .query(String.class)
                .single();
    }

    private void refused(String path, String... sent) throws Exception {
        act(path, sent).andExpect(status().isUnprocessableContent());
    }

    private ResultActions act(String path, String... sent) throws Exception {
        var request = post(path).with(csrf()).with(authentication(SELLS));
        for (int i = 0; i < sent.length; i += 2) {
            request.param(sent[i], sent[i + 1]);
        }
        return web.perform(request);
    }

    private ResultActions read(String path, String language) throws Exception {
        return web.perform(get(path).cookie(new Cookie("lang", language)).with(authentication(SELLS)));
    }
}
