package ma.qutb.market.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.Piece;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.product.Draft;
import ma.qutb.market.product.ProductTable;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MarketModuleTest
class OfferingFromThePhoneTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestMarket market;

    @Autowired
    ProductTable products;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    MyPieces mine;

    private Authentication maker;
    private UUID id;

    @BeforeEach
    void signIn() {
        maker = signedIn(market.artisan().value());
        id = Ids.next();
    }

    @Test
    void aRingIsOfferedInAFewTapsAndGoesToTheHall() throws Exception {
        tap("/app/my/pieces", "id", id.toString()).andExpect(redirectedUrl(screen("photo")));
        tap("/app/my/pieces", "id", id.toString()).andExpect(redirectedUrl(screen("photo")));
        photo().andExpect(redirectedUrl(screen("what")));
        tap(screen("what"), "article", "RING").andExpect(redirectedUrl(screen("material")));
        tap(screen("material"), "material", "SILVER").andExpect(redirectedUrl(screen("silver")));
        tap(screen("silver"), "weight", "9,5", "fineness", "925", "hallmark", "pending")
                .andExpect(redirectedUrl(screen("many")));
        tap(screen("many"), "kind", "unique").andExpect(redirectedUrl(screen("size")));
        tap(screen("size"), "label", "M", "width", "2,2").andExpect(redirectedUrl(screen("price")));
        tap(screen("price") + "/preview", "price", "320", "material", "85", "hours", "6")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("q-dirham")));
        tap(screen("price"), "price", "320", "material", "85", "hours", "6").andExpect(redirectedUrl(screen("look")));
        read(screen("look"), "fr").andExpect(content().string(containsString("Bague en argent")));

        tap("/app/my/pieces/" + id + "/proposal").andExpect(redirectedUrl("/app/my/pieces"));

        var draft = draft();
        assertThat(draft.state()).isEqualTo(Draft.State.PROPOSED);
        assertThat(draft.size().weight()).isEqualTo(9_500);
        assertThat(draft.parts().orElseThrow().maker()).isEqualTo(320_00 - 85_00 - 28_80 - 9_60);
        assertThat(draft.perDay()).contains((320_00L - 85_00 - 28_80 - 9_60) * 8 / 6);
        assertThat(draft.title().spanish()).isEqualTo("Anillo de plata, M");
        read("/app/my/pieces", "ar").andExpect(content().string(containsString("عند المراجعة")));
    }

    @Test
    void whatIsBegunIsTakenUpWhereItWasLeft() throws Exception {
        tap("/app/my/pieces", "id", id.toString());
        photo();
        tap(screen("what"), "article", "CARPET");

        web.perform(get("/app/my/pieces/" + id).with(authentication(maker)))
                .andExpect(redirectedUrl(screen("material")));
    }

    @Test
    void aRefusalLosesNothingThatWasSaid() throws Exception {
        begun("RING", "SILVER");
        tap(screen("silver"), "weight", "12", "fineness", "925")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"12\"")))
                .andExpect(content().string(containsString("الدولة")));
        tap(screen("silver"), "weight", "x", "fineness", "925", "hallmark", "no")
                .andExpect(status().isUnprocessableContent());
        tap(screen("silver"), "weight", "", "fineness", "925", "hallmark", "no")
                .andExpect(status().isUnprocessableContent());
        tap(screen("silver"), "weight", "12", "fineness", "", "hallmark", "no")
                .andExpect(status().isUnprocessableContent());
        tap(screen("what"), "article", "ROCKET").andExpect(status().isUnprocessableContent());
        tap(screen("many"), "kind", "series", "quantity", "5000").andExpect(status().isUnprocessableContent());
        tap(screen("many"), "kind", "to_order", "days", "").andExpect(status().isUnprocessableContent());
        tap(screen("size"), "width", "9999999").andExpect(status().isUnprocessableContent());
        tap(screen("price"), "price", "100", "material", "99", "hours", "8")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"99\"")));
        tap(screen("price") + "/preview", "price", "100", "material", "99", "hours", "8")
                .andExpect(content().string(containsString("لا يبقى شيء")));
    }

    @Test
    void nothingGoesToTheHallUnfinished() throws Exception {
        tap("/app/my/pieces", "id", id.toString());
        tap("/app/my/pieces/" + id + "/proposal")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("أضف صورة")));
        photo();
        tap("/app/my/pieces/" + id + "/proposal")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ينقص شيء")));
        tap(screen("what"), "article", "RING");
        tap(screen("material"), "material", "SILVER");
        tap(screen("price"), "price", "320", "material", "85", "hours", "6");
        tap("/app/my/pieces/" + id + "/proposal")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("كلمة الفضة")));
    }

    @Test
    void nobodyFindsWhatIsSomebodyElses() throws Exception {
        var others = market.described(market.cooperative(), 1);
        web.perform(get("/app/my/pieces/" + others + "/look").with(authentication(maker)))
                .andExpect(status().isNotFound());
        tap("/app/my/pieces/" + others + "/proposal").andExpect(status().isNotFound());
        web.perform(get("/app/my/pieces").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
        web.perform(get("/app/my/pieces").with(authentication(TestActor.with(Code.OFFER))))
                .andExpect(status().isNotFound());
    }

    @Test
    void soldElsewhereIsOneTapAndNobodyElseCanHaveIt() throws Exception {
        var product = market.proposed(market.artisan(), 2);
        reviewing.accept(product, TestMarket.SELLER);
        var pieces = market.pieces(product);

        tap(
                        "/app/my/pieces/" + product + "/sold-elsewhere",
                        "piece",
                        pieces.getFirst().id().toString())
                .andExpect(redirectedUrl("/app/my/pieces"));

        assertThat(market.piece(product).state()).isEqualTo(Piece.State.SOLD_ELSEWHERE);
        tap(
                        "/app/my/pieces/" + product + "/sold-elsewhere",
                        "piece",
                        UUID.randomUUID().toString())
                .andExpect(status().isNotFound());
        // A second tap is told, and changes nothing.
        tap(
                        "/app/my/pieces/" + product + "/sold-elsewhere",
                        "piece",
                        pieces.getFirst().id().toString())
                .andExpect(redirectedUrl("/app/my/pieces"));
    }

    @Test
    void aChangeWaitsForTheHallWhileTheShopShowsWhatWasAccepted() throws Exception {
        var product = reviewing.accept(market.proposed(market.artisan(), 1), TestMarket.SELLER);
        tap("/app/my/pieces/" + product + "/change").andExpect(status().is3xxRedirection());
        var revision = products.openRevision(product).orElseThrow();
        tap("/app/my/pieces/" + revision + "/price", "price", "900", "material", "210", "hours", "16")
                .andExpect(status().is3xxRedirection());
        tap("/app/my/pieces/" + revision + "/proposal").andExpect(redirectedUrl("/app/my/pieces"));
        assertThat(products.find(product).orElseThrow().parts().orElseThrow().price())
                .isEqualTo(TestMarket.PRICE);

        reviewing.accept(revision, TestMarket.SELLER);

        assertThat(products.find(product).orElseThrow().parts().orElseThrow().price())
                .isEqualTo(900_00);
        assertThat(products.find(revision).orElseThrow().state()).isEqualTo(Draft.State.TAKEN_OVER);
        assertThat(market.pieces(product)).hasSize(1);
    }

    @Test
    void whatIsWithTheHallIsNotChangedUnderItsEyes() throws Exception {
        var product = market.proposed(market.artisan(), 1);
        tap("/app/my/pieces/" + product + "/price", "price", "900", "material", "0", "hours", "8")
                .andExpect(status().isUnprocessableContent());
        web.perform(get("/app/my/pieces/" + product + "/price").with(authentication(maker)))
                .andExpect(redirectedUrl("/app/my/pieces/" + product + "/look"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reviewing.revise(product, TestMarket.SELLER))
                .withMessage("market.product.refusal.not-accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "photo,ar",
        "what,fr",
        "material,en",
        "silver,ar",
        "many,fr",
        "size,en",
        "price,ar",
        "look,fr",
        "look,en",
        "silver,fr"
    })
    void everyScreenHasItsWords(String step, String language) throws Exception {
        begun("BRACELET", "SILVER");
        read(screen(step), language)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
        read("/app/my/pieces", language).andExpect(content().string(not(containsString("⟦"))));
    }

    private void begun(String article, String material) throws Exception {
        tap("/app/my/pieces", "id", id.toString());
        photo();
        tap(screen("what"), "article", article);
        tap(screen("material"), "material", material);
    }

    private Draft draft() {
        return products.find(new ProductId(id)).orElseThrow();
    }

    private String screen(String step) {
        return "/app/my/pieces/" + id + "/" + step;
    }

    private ResultActions tap(String path, String... sent) throws Exception {
        var request = post(path).with(csrf()).with(authentication(maker));
        for (int i = 0; i < sent.length; i += 2) {
            request.param(sent[i], sent[i + 1]);
        }
        return web.perform(request);
    }

    private ResultActions read(String path, String language) throws Exception {
        return web.perform(get(path).cookie(new Cookie("lang", language)).with(authentication(maker)));
    }

    private ResultActions photo() throws Exception {
        var picture = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        var bytes = new ByteArrayOutputStream();
        picture.setRGB(3, 3, id.hashCode());
        ImageIO.write(picture, "png", bytes);
        return web.perform(multipart(screen("photo"))
                .file(new MockMultipartFile("photo-file", "ring.png", "image/png", bytes.toByteArray()))
                .with(csrf())
                .with(authentication(maker)));
    }

    private static Authentication signedIn(UUID person) {
        return new TestActor(
                        Ids.next(),
                        "السالكة",
                        Set.of(Role.ARTISAN),
                        Set.of(Code.OFFER),
                        Scope.NOWHERE,
                        Optional.of(person))
                .authentication();
    }
}
