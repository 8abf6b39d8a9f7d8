package ma.qutb.market.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxCategoryTests {

    @ParameterizedTest
    @CsvSource({
        "VAT,other,false,STANDARD",
        "VAT,carpet,false,CARPET",
        "VAT,precious,false,PRECIOUS",
        "VAT,other,true,EXPORT",
        "VAT,carpet,true,EXPORT",
        "SMALL,other,false,SMALL",
        "SMALL,precious,false,SMALL",
        "SMALL,other,true,EXPORT",
        "AUTO_ENTREPRENEUR,other,false,AUTO_ENTREPRENEUR",
        "AUTO_ENTREPRENEUR,other,true,AUTO_ENTREPRENEUR",
    })
    void followsFromWhoSellsWhatAndWhere(Regime regime, String taxClass, boolean abroad, TaxCategory category) {
        assertThat(TaxCategory.of(regime, taxClass, abroad)).isEqualTo(category);
    }

    @Test
    void theTaxInAPriceIsRoundedOnce() {
        assertThat(TaxCategory.STANDARD.within(120_00)).isEqualTo(20_00);
        assertThat(TaxCategory.STANDARD.within(680_00)).isEqualTo(113_33);
        assertThat(TaxCategory.STANDARD.within(99)).isEqualTo(17);
        assertThat(TaxCategory.CARPET.within(680_00)).isZero();
    }
}
