package ma.qutb.market.certificate;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.TestMarket;
import ma.qutb.registry.RegistryPermission;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MarketModuleTest
class CertificateTests {

    private static final Authentication KEEPS = TestActor.with(
            Code.KEEP_CERTIFICATES, RegistryPermission.Code.SEE_ORGANISATIONS, RegistryPermission.Code.SEE_PEOPLE);

    @Autowired
    MockMvc web;

    @Autowired
    TestMarket market;

    String passport;
    String number;

    @BeforeEach
    void aPieceOfACooperative() {
        passport = "/fr/p/" + market.piece(market.onSale(1)).serial();
        number = "MFM-" + UUID.randomUUID();
    }

    @Test
    void whatHoldsShowsInThePassportsOfItsHolderAndWithdrawnNoMore() throws Exception {
        var id = Ids.next();
        note(id, Map.of("level", "2")).andExpect(redirectedUrl("/app/certificates/" + id));
        note(id, Map.of("level", "2")).andExpect(redirectedUrl("/app/certificates/" + id));

        web.perform(get(passport))
                .andExpect(content()
                        .string(allOf(
                                containsString("Maroc Fait Main"),
                                containsString("niveau 2"),
                                containsString(number),
                                containsString("hasCertification"))));
        web.perform(get("/app/certificates/" + id)
                        .cookie(new Cookie("lang", "fr"))
                        .with(authentication(KEEPS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)));

        withdraw(id, " ").andExpect(status().is(422));
        withdraw(id, "Erreur de saisie").andExpect(redirectedUrl("/app/certificates/" + id));
        web.perform(get(passport)).andExpect(content().string(not(containsString(number))));
        note(Ids.next(), Map.of()).andExpect(status().isFound());
    }

    @Test
    void whatIsOverOrHasNotBegunSaysNothing() throws Exception {
        note(Ids.next(), Map.of("from", "2019-01-01", "last", "2020-12-31")).andExpect(status().isFound());
        web.perform(get(passport)).andExpect(content().string(not(containsString(number))));

        number = "MFM-" + UUID.randomUUID();
        note(Ids.next(), Map.of("from", "2099-01-01")).andExpect(status().isFound());
        web.perform(get(passport)).andExpect(content().string(not(containsString(number))));
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        note(Ids.next(), Map.of()).andExpect(status().isFound());
        refused(Map.of(), "déjà noté");
        number = "X-" + UUID.randomUUID();
        refused(Map.of("last", "2020-01-01"), "précède");
        refused(Map.of("label", "organic", "level", "1"), "niveau");
        refused(Map.of("label", "other"), "nom du label");
        refused(Map.of("holder", ""), "");
        refused(Map.of("number", ""), "");
        web.perform(get("/app/certificates").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
    }

    private void refused(Map<String, String> but, String because) throws Exception {
        note(Ids.next(), but).andExpect(status().is(422)).andExpect(content().string(containsString(because)));
    }

    private ResultActions note(UUID id, Map<String, String> but) throws Exception {
        var typed = new HashMap<>(Map.of(
                "key",
                id.toString(),
                "holder",
                "organisation:" + market.cooperative(),
                "label",
                "maroc_fait_main",
                "number",
                number,
                "issuer",
                "Maison de l’artisan",
                "from",
                "2021-02-03"));
        typed.putAll(but);
        var request = post("/app/certificates/new")
                .with(authentication(KEEPS))
                .with(csrf())
                .cookie(new Cookie("lang", "fr"));
        typed.forEach((name, value) -> request.param(name, value));
        return web.perform(request);
    }

    private ResultActions withdraw(UUID id, String reason) throws Exception {
        return web.perform(post("/app/certificates/" + id + "/withdrawal")
                .param("reason", reason)
                .with(authentication(KEEPS))
                .with(csrf()));
    }
}
