package ma.qutb.market.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.Piece;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.support.TagReader;
import ma.qutb.support.TestActor;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@MarketModuleTest
class LabelsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestMarket market;

    @Autowired
    IssuingPassports passports;

    @Test
    void aTagOnTheRollIsReadByAScannerAndCarriesTheSignature() throws Exception {
        var piece = market.piece(market.onSale(1));
        var printed = printed("/app/pieces/labels/62.pdf?piece=" + piece.id());

        try (var pdf = Loader.loadPDF(printed)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(TagReader.read(printed))
                    .containsExactly(passports.find(piece).orElseThrow().content());
        }
    }

    @Test
    void aSheetHoldsATagOfEachPieceThatTheListShows() throws Exception {
        var carpets = market.onSale(5);
        var place = market.piece(carpets).place();
        var pieces = market.pieces(carpets);
        var printed = printed("/app/pieces/labels/a4.pdf?place=" + place + "&state=on_sale&q="
                + pieces.get(0).serial());

        assertThat(TagReader.read(printed))
                .containsExactly(passports.find(pieces.get(0)).orElseThrow().content());
    }

    @Test
    void aPieceThatDidNotPassInspectionGetsNoTag() throws Exception {
        var waiting = market.piece(market.accepted(1));

        mvc.perform(get("/app/pieces/labels/62.pdf?piece=" + waiting.id())
                        .with(authentication(TestActor.with(Code.SEE, Code.INSPECT))))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void theThreadOpensEachStep() throws Exception {
        ProductId product = market.onSale(1);
        Piece piece = market.piece(product);

        mvc.perform(get("/app/pieces/" + piece.id() + "/thread").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("/app/products/" + product),
                                containsString("/app/pieces/" + piece.id()),
                                containsString("/p/" + piece.serial()))));
    }

    private byte[] printed(String path) throws Exception {
        return mvc.perform(get(java.net.URI.create(path)).with(authentication(TestActor.with(Code.SEE, Code.INSPECT))))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
