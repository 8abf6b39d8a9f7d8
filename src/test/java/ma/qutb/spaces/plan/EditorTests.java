package ma.qutb.spaces.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.UnitKind;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

/** Placing units by hand, without a script. */
@SpacesModuleTest
class EditorTests {

    private static final Authentication MANAGER = TestActor.with(Code.SEE, Code.MANAGE_UNITS);

    @Autowired
    MockMvc web;

    @Autowired
    TestSite test;

    @Autowired
    EditingPlan editing;

    @Autowired
    ma.qutb.shell.Texts texts;

    @Test
    void aPlanIsBegunOnEmptyGroundAndAUnitPlacedOnIt() throws Exception {
        var site = test.empty();
        var path = "/app/spaces/sites/" + site + "/editor";
        web.perform(get(path).with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("كم يسع المخطط")));
        web.perform(post(path + "/ground")
                        .with(authentication(MANAGER))
                        .with(csrf())
                        .param("width", "1")
                        .param("height", "20"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(words("size"))));
        web.perform(post(path + "/ground")
                        .with(authentication(MANAGER))
                        .with(csrf())
                        .param("width", "40")
                        .param("height", "20"))
                .andExpect(status().is3xxRedirection());
        web.perform(post(path)
                        .with(authentication(MANAGER))
                        .with(csrf())
                        .param("number", "k1")
                        .param("kind", "kiosk")
                        .param("x", "2")
                        .param("y", "3,5")
                        .param("w", "4")
                        .param("h", "3"))
                .andExpect(status().is3xxRedirection());
        var unit = test.unit(site, "K1");
        assertThat(unit.kind()).isEqualTo(UnitKind.KIOSK);
        assertThat(unit.shape()).contains(Shape.rectangle(200, 350, 400, 300));
        assertThat(unit.area()).contains(1200);
        web.perform(get(path).with(authentication(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-unit=\"" + unit.id())));
    }

    @Test
    void aUnitIsMovedButNeitherOntoAnotherNorOutOfThePlan() throws Exception {
        var site = test.drawn(5);
        var five = test.unit(site, "5");
        var path = "/app/spaces/sites/" + site + "/editor";
        refused("over-another", () -> move(five, new EditingPlan.Place(1800, 0, 500, 400)));
        refused("outside", () -> move(five, new EditingPlan.Place(2500, 0, 500, 400)));
        refused("outside", () -> move(five, new EditingPlan.Place(2000, 0, 40, 400)));
        move(five, new EditingPlan.Place(2050, 0, 500, 400));
        assertThat(test.unit(site, "5").shape()).contains(Shape.rectangle(2050, 0, 500, 400));
        web.perform(post(path)
                        .with(authentication(MANAGER))
                        .with(csrf())
                        .param("x-" + five.id(), "far")
                        .param("y-" + five.id(), "0")
                        .param("w-" + five.id(), "")
                        .param("h-" + five.id(), "4"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(words("length", "far"))));
        var nowhere = test.empty();
        refused("no-ground", () -> editing.place(nowhere, test.today(), Map.of(), Optional.empty()));
    }

    private void move(ma.qutb.spaces.Unit unit, EditingPlan.Place place) {
        editing.place(unit.site(), test.today(), Map.of(unit.id().value(), place), Optional.empty());
    }

    private String words(String last, Object... arguments) {
        return texts.say(ma.qutb.kernel.Language.AR, "spaces.editor.refusal." + last, arguments);
    }

    private static void refused(String last, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.editor.refusal." + last);
    }
}
