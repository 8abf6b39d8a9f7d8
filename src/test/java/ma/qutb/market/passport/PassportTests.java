package ma.qutb.market.passport;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.HoldId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Piece;
import ma.qutb.market.ProductId;
import ma.qutb.market.Stock;
import ma.qutb.market.TestMarket;
import ma.qutb.shell.QrSquares;
import ma.qutb.support.PublicLibrary;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarketModuleTest
class PassportTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestMarket market;

    @Autowired
    IssuingPassports issuing;

    @Autowired
    SigningKeys keys;

    @Autowired
    Checking checking;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock time;

    @Autowired
    StandingClock clock;

    @Autowired
    Stock stock;

    @Autowired
    JsonMapper json;

    ProductId carpet;
    Piece piece;
    Passport passport;

    @BeforeEach
    void aCarpetThatPassedInspection() {
        carpet = market.onSale(1);
        piece = market.piece(carpet);
        passport = issuing.find(piece).orElseThrow();
    }

    @Test
    void aPieceHasAPassportOnceItPassedInspectionAndNotBefore() throws Exception {
        var waiting = market.piece(market.accepted(1));

        assertThat(issuing.find(waiting)).isEmpty();
        mvc.perform(get("/fr/p/" + waiting.serial())).andExpect(status().isNotFound());
        page("fr")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Pièce authentique"),
                                containsString(piece.serial()),
                                containsString(passport.printedCode()),
                                containsString("9,2 kg"),
                                containsString("Contrôlée, passeport délivré"),
                                containsString("Fonds de solidarité"),
                                containsString("eau froide et savon doux"))));
        for (var language : List.of("ar", "en", "es")) {
            page(language).andExpect(status().isOk()).andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @Test
    void aPublicLibraryVerifiesTheTagWithThePublishedKeysAlone() throws Exception {
        var claims = json.readTree(verifiedByOthers(passport.jws()));

        assertThat(claims.path("sub").asString()).isEqualTo(piece.serial());
        assertThat(claims.path("art").asString()).isEqualTo("CARPET");
        assertThat(claims.path("mat").asString()).isEqualTo("WOOL");
        assertThat(claims.path("mg").asLong()).isEqualTo(9_200_000);
        assertThat(claims.toString()).doesNotContain("maker");
    }

    @Test
    void aForgedOrAlteredTagIsRefusedByThePublicLibraryAndByUs() throws Exception {
        var parts = passport.jws().split("\\.");
        var altered = parts[0] + "." + encoded(decoded(parts[1]).replace("9200000", "9900000")) + "." + parts[2];
        var unsigned = encoded("{\"alg\":\"none\",\"kid\":\"" + passport.kid() + "\"}") + "." + parts[1] + ".";
        var own = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var forged = Jws.sign(passport.kid(), decoded(parts[1]), own.getPrivate());
        var byNobody = Jws.sign("AAAAAAAA", decoded(parts[1]), own.getPrivate());

        for (var wrong : List.of(altered, unsigned, forged, byNobody, "", "ey.ey.ey")) {
            assertThat(checking.check(wrong)).as(wrong).isEmpty();
        }
        for (var wrong : List.of(altered, unsigned, forged, byNobody)) {
            assertThatExceptionOfType(JoseException.class).isThrownBy(() -> refusedByOthers(wrong));
        }
        mvc.perform(get("/passport/check").param("jws", altered))
                .andExpect(content().json("{\"true\":false}"));
        mvc.perform(get("/passport/check").param("jws", passport.jws()))
                .andExpect(content().json("{\"true\":true}"));
    }

    @Test
    void whatARetiredKeySignedStillVerifiesAndItsSecretIsGone() throws Exception {
        keys.rotate(SELLER);
        var later = market.piece(market.onSale(1));
        var after = issuing.find(later).orElseThrow();

        assertThat(after.kid()).isNotEqualTo(passport.kid());
        assertThat(verifiedByOthers(passport.jws())).contains(piece.serial());
        assertThat(verifiedByOthers(after.jws())).contains(later.serial());
        assertThat(checking.check(passport.jws())).isPresent();
        assertThat(database.sql("select private_key is null from market.passport_key where kid = :kid")
                        .param("kid", passport.kid())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        mvc.perform(get("/fr/passport/keys"))
                .andExpect(content().string(allOf(containsString(passport.kid()), containsString(after.kid()))));
    }

    @Test
    void theSecretHalfLiesLockedInTheDatabase() throws Exception {
        var locked = database.sql("select private_key from market.passport_key where retired_at is null")
                .query(byte[].class)
                .single();

        assertThatExceptionOfType(java.security.spec.InvalidKeySpecException.class)
                .isThrownBy(() -> java.security.KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(locked)));
    }

    @Test
    void theCodeOnTheTagIsSmallEnoughToBePrinted() {
        // 73 squares on 29 mm are 0.4 mm each, which a plain telephone reads.
        assertThat(QrSquares.onScreen(passport.content()).side()).isLessThanOrEqualTo(73);
        assertThat(passport.content()).contains("/p/" + piece.serial() + "#ey");
    }

    @Test
    void aTagIsSignedAnewOnlyWhereWhatItSaysWasCorrected() {
        assertThat(issuing.issue(piece.id()).jws()).isEqualTo(passport.jws());

        database.sql("update market.product set weight_mg = 9300000 where id = :id")
                .param("id", carpet.value())
                .update();
        var corrected = issuing.issue(piece.id());

        assertThat(corrected.jws()).isNotEqualTo(passport.jws());
        assertThat(corrected.code()).isEqualTo(passport.code());
        assertThat(checking.check(passport.jws())).isPresent();
    }

    @Test
    void withoutAPrefixOfGs1NoNumberIsMadeUp() throws Exception {
        assertThat(passport.gtin()).isEmpty();
        assertThat(described(carpet).has("gtin14")).isFalse();
        assertThat(described(carpet).has("hasGS1DigitalLink")).isFalse();
        mvc.perform(get("/.well-known/gs1resolver")).andExpect(status().isNotFound());
    }

    @Test
    void withAPrefixTheTagIsADigitalLinkAndBothAddressesLeadToThePieceForEver() throws Exception {
        var known = new TagAddresses(database, time, "6111234", "https://qutb.example");
        var gtin = known.give(carpet, 42).orElseThrow();
        assertThat(gtin.digits()).isEqualTo("06111234000422");
        assertThat(known.of(java.util.Optional.of(gtin), piece.serial()))
                .isEqualTo("https://qutb.example/01/06111234000422/21/" + piece.serial());

        // The prefix is gone again, as on any other day after the tag was printed.
        mvc.perform(get("/01/" + gtin.digits() + "/21/" + piece.serial()).header("Accept-Language", "es"))
                .andExpect(redirectedUrl("/es/p/" + piece.serial()));
        mvc.perform(get("/01/" + gtin.digits() + "/10/L1/21/" + piece.serial()))
                .andExpect(redirectedUrl("/ar/p/" + piece.serial()));
        mvc.perform(get("/p/" + piece.serial())).andExpect(redirectedUrl("/ar/p/" + piece.serial()));
        mvc.perform(get("/01/" + gtin.digits())).andExpect(status().isFound());
        mvc.perform(get("/01/06111234000439/21/" + piece.serial())).andExpect(status().isNotFound());
        assertThat(described(carpet).path("gtin14").asString()).isEqualTo(gtin.digits());
        assertThat(described(carpet).path("hasGS1DigitalLink").asString()).contains("/01/" + gtin.digits());
        assertThat(known.give(carpet, 42)).contains(gtin);
    }

    @Test
    void theCheckDigitIsGs1s() {
        // The example of the GS1 General Specifications.
        assertThat(Gtin.read("06291041500213")).isPresent();
        assertThat(Gtin.read("06291041500214")).isEmpty();
        assertThat(Gtin.of("629104", 150021)).contains(new Gtin("06291041500213"));
        assertThat(Gtin.of("", 7)).isEmpty();
        assertThat(Gtin.of("61112345678", 42)).as("the reference does not fit").isEmpty();
    }

    @Test
    void everySingleWrongLetterOfACodeIsFoundAndEveryTwoThatChangedPlaces() {
        var code = passport.code();
        for (int i = 0; i < code.length(); i++) {
            for (var letter : ShortCode.LETTERS.split("")) {
                if (letter.charAt(0) != code.charAt(i)) {
                    wrong(code.substring(0, i) + letter + code.substring(i + 1));
                }
            }
            if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
                wrong(code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1));
            }
        }
        assertThat(ShortCode.typed(passport.printedCode().toLowerCase(java.util.Locale.ROOT)))
                .contains(code);
    }

    @Test
    void whoCannotScanTypesTheCodeOrTheSerial() throws Exception {
        mvc.perform(get("/fr/passport").param("code", passport.printedCode()))
                .andExpect(redirectedUrl("/fr/p/" + piece.serial()));
        mvc.perform(get("/fr/passport").param("code", piece.serial().toLowerCase(java.util.Locale.ROOT)))
                .andExpect(redirectedUrl("/fr/p/" + piece.serial()));
        mvc.perform(get("/fr/passport").param("code", "Q999999999"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Aucun passeport ne porte")));
        mvc.perform(get("/fr/passport").param("code", "2222-2223"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("relisez-le")));
    }

    @Test
    void machinesAreAnsweredInWhatTheyAskFor() throws Exception {
        var said = described(carpet);
        assertThat(said.path("@type").asString()).isEqualTo("IndividualProduct");
        assertThat(said.path("serialNumber").asString()).isEqualTo(piece.serial());

        var links = json.readTree(mvc.perform(get("/p/" + piece.serial()).param("linkType", "all"))
                .andExpect(header().string("Content-Type", "application/linkset+json"))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(links.path("linkset")
                        .get(0)
                        .path("https://ref.gs1.org/voc/dpp")
                        .size())
                .isEqualTo(4);
        mvc.perform(get("/p/" + piece.serial()).header("Accept", "application/linkset+json"))
                .andExpect(status().isOk());
        mvc.perform(get("/p/" + piece.serial()).param("linkType", "gs1:pip")).andExpect(status().isFound());
        mvc.perform(get("/p/Q999999999").header("Accept", "application/ld+json"))
                .andExpect(status().isNotFound());
        mvc.perform(get("/p/" + piece.serial()).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"))
                .andExpect(redirectedUrl("/ar/p/" + piece.serial()));
    }

    @Test
    void aSoldPieceSaysSoToWhoeverIsOfferedItAgainAndTheHallIsTold() throws Exception {
        sell();
        page("fr")
                .andExpect(content()
                        .string(allOf(containsString("Cette pièce est déjà vendue"), containsString("On me l’offre"))));

        for (int i = 0; i < 2; i++) {
            mvc.perform(post("/fr/p/" + piece.serial() + "/offered-again").with(csrf()))
                    .andExpect(redirectedUrl("/fr/p/" + piece.serial()));
        }
        assertThat(database.sql("select count(*) from market.offered_again where piece_id = :piece")
                        .param("piece", piece.id().value())
                        .query(Integer.class)
                        .single())
                .as("one network says it once a week")
                .isEqualTo(1);
    }

    @Test
    void whoBoughtAPieceStillReadsItsPassportWhenTheProductIsWithdrawn() throws Exception {
        sell();
        database.sql("update market.product set state = 'withdrawn' where id = :id")
                .param("id", carpet.value())
                .update();

        page("fr").andExpect(status().isOk()).andExpect(content().string(containsString("déjà vendue")));
    }

    @Test
    void aTagScannedFromManyPlacesInAWeekWarns() throws Exception {
        for (int i = 1; i < 12; i++) {
            scanFrom("41.140." + i + ".7");
        }
        scanFrom("41.140.1.200");
        page("fr").andExpect(content().string(not(containsString("scannée en beaucoup de lieux"))));

        scanFrom("2001:db8:12::1");
        page("fr").andExpect(content().string(containsString("scannée en beaucoup de lieux")));

        clock.forward(Duration.ofDays(7));
        page("fr").andExpect(content().string(not(containsString("scannée en beaucoup de lieux"))));
    }

    @Test
    void aScanLeavesNothingThatLeadsToAPerson() throws Exception {
        scanFrom("41.140.77.7");
        scanFrom("41.140.77.250");

        var rows = database.sql("select network, day, times from market.scan where piece_id = :piece")
                .param("piece", piece.id().value())
                .query()
                .listOfRows();
        assertThat(rows).as("two of one network are one place").hasSize(1);
        assertThat(rows.getFirst().get("times")).isEqualTo(2);
        assertThat((byte[]) rows.getFirst().get("network"))
                .hasSize(8)
                .isNotEqualTo(Scans.hashed("41.140.77.7", new byte[16]));

        clock.forward(Duration.ofDays(7));
        scanFrom("41.140.77.7");
        assertThat(database.sql("select count(*) from market.scan_salt")
                        .query(Integer.class)
                        .single())
                .as("the salt of a week that is over is thrown away")
                .isEqualTo(1);
    }

    private void scanFrom(String address) throws Exception {
        mvc.perform(get("/p/" + piece.serial()).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andExpect(status().isFound());
    }

    private void sell() {
        var hold = HoldId.next();
        stock.hold(
                hold,
                Stock.Channel.STORE,
                List.of(Stock.Wanted.any(carpet, 1)),
                clock.instant().plus(Duration.ofMinutes(10)),
                SELLER);
        stock.sell(hold, SELLER);
    }

    private static void wrong(String code) {
        assertThatExceptionOfType(Refusal.class)
                .as(code)
                .isThrownBy(() -> ShortCode.typed(code))
                .withMessage("market.passport.refusal.mistyped");
    }

    private ResultActions page(String language) throws Exception {
        return mvc.perform(get("/" + language + "/p/" + piece.serial()));
    }

    private JsonNode described(ProductId product) throws Exception {
        return json.readTree(
                mvc.perform(get("/p/" + market.piece(product).serial()).header("Accept", "application/ld+json"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    /** What somebody would do who knows nothing of us but the address of the keys. */
    private String verifiedByOthers(String compact) throws Exception {
        return PublicLibrary.verified(
                compact,
                mvc.perform(get("/.well-known/jwks.json"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private void refusedByOthers(String compact) throws JoseException {
        try {
            verifiedByOthers(compact);
        } catch (JoseException e) {
            throw e;
        } catch (Exception e) {
            throw new JoseException("refused", e);
        }
    }

    private static String decoded(String part) {
        return new String(java.util.Base64.getUrlDecoder().decode(part), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
