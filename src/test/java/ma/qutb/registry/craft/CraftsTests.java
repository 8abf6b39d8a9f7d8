package ma.qutb.registry.craft;

import static org.assertj.core.api.Assertions.assertThat;

import ma.qutb.kernel.Language;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.RegistryModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryModuleTest
class CraftsTests {

    @Autowired
    Crafts crafts;

    @Test
    void aFamilyHoldsItsCraftsAndTheirs() {
        assertThat(crafts.within(new CraftCode("WEV")))
                .extracting(CraftCode::value)
                .containsExactly("BLK", "CRP", "TEN", "TGH", "WEV");
    }

    @Test
    void aCraftIsNamedInTheReadersLanguage() {
        assertThat(crafts.nameOf(new CraftCode("POT")).in(Language.FR)).isEqualTo("Poterie");
        assertThat(crafts.nameOf(new CraftCode("POT")).in(Language.AR)).isEqualTo("الفخار");
    }
}
