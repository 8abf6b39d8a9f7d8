package ma.qutb.market.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Scope;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.product.Draft;
import ma.qutb.market.product.ProductTable;
import ma.qutb.registry.RegistryPermission;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MarketModuleTest
class ProductEntryTests {

    private static final Authentication TYPES = TestActor.with(
            Code.SEE,
            Code.ENTER,
            Code.REVIEW,
            RegistryPermission.Code.SEE_PEOPLE,
            RegistryPermission.Code.SEE_ORGANISATIONS);

    @Autowired
    MockMvc web;

    @Autowired
    TestMarket market;

    @Autowired
    ProductTable products;

    UUID id;
    String address;

    @BeforeEach
    void aMakerWithoutATelephone() {
        id = Ids.next();
        address = "/app/products/new/person/" + market.artisan();
    }

    @Test
    void theHallTypesAndTheReviewIsTheSame() throws Exception {
        web.perform(post("/app/products/new")
                        .param("maker", "person:" + market.artisan())
                        .with(csrf())
                        .with(authentication(TYPES)))
                .andExpect(redirectedUrl(address));
        web.perform(get(address).with(authentication(TYPES))).andExpect(status().isOk());

        enter(Map.of()).andExpect(redirectedUrl("/app/products/" + id));
        enter(Map.of()).andExpect(redirectedUrl("/app/products/" + id));

        var entered = products.find(new ProductId(id)).orElseThrow();
        assertThat(entered.state()).isEqualTo(Draft.State.PROPOSED);
        assertThat(entered.maker()).isEqualTo(market.artisan());
        assertThat(entered.fineness()).isEqualTo(9250);
        assertThat(entered.size().weight()).isEqualTo(17_400);
        assertThat(entered.parts().orElseThrow().price()).isEqualTo(68000);
        assertThat(entered.title().french()).contains("Bracelet");

        web.perform(post("/app/products/" + id + "/acceptance").with(csrf()).with(authentication(TYPES)))
                .andExpect(redirectedUrl("/app/products/" + id));
        assertThat(market.pieces(new ProductId(id))).hasSize(1);
    }

    @Test
    void whatIsMissingIsSaidBesideItAndNothingIsKept() throws Exception {
        for (var wrong : Map.of(
                        "article", "",
                        "material", "",
                        "weight", "",
                        "fineness", "",
                        "hallmark", "",
                        "price", "",
                        "hours", "0",
                        "width", "999999",
                        "cost", "680")
                .entrySet()) {
            enter(Map.of(wrong.getKey(), wrong.getValue()))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("is-invalid")));
            assertThat(products.find(new ProductId(id))).as(wrong.getKey()).isEmpty();
        }
        enter(Map.of("kind", "to_order", "days", "0")).andExpect(status().is(422));
        web.perform(request(multipart(address), Map.of())).andExpect(status().is(422));
        web.perform(post("/app/products/new").with(csrf()).with(authentication(TYPES)))
                .andExpect(status().is(422));
    }

    @Test
    void whoeverHasNoRightOrIsOfAnotherPlaceEntersNothing() throws Exception {
        web.perform(get("/app/products/new").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
        web.perform(get("/app/products/new/person/" + UUID.randomUUID()).with(authentication(TYPES)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/products/new/organisation/" + market.cooperative())
                        .with(authentication(TestActor.within(new Scope.Within(Set.of("C-TAT")), Code.ENTER))))
                .andExpect(status().isNotFound());
    }

    private ResultActions enter(Map<String, String> but) throws Exception {
        var picture = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, id.hashCode());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return web.perform(request(
                multipart(address)
                        .file(new MockMultipartFile("photo-file", "cuff.png", "image/png", bytes.toByteArray())),
                but));
    }

    private org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder request(
            org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder request,
            Map<String, String> but) {
        var typed = new HashMap<>(Map.of(
                "key", id.toString(),
                "article", "BRACELET",
                "material", "SILVER",
                "weight", "17,4",
                "fineness", "925",
                "hallmark", "pending",
                "kind", "unique",
                "price", "680",
                "cost", "150",
                "hours", "12"));
        typed.putAll(but);
        typed.forEach((name, value) -> request.param(name, value));
        request.with(csrf()).with(authentication(TYPES)).cookie(new Cookie("lang", "fr"));
        return request;
    }
}
