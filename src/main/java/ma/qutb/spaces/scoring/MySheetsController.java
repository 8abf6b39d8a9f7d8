package ma.qutb.spaces.scoring;

import java.util.Map;
import java.util.Objects;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.MenuEntry;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The committees one sits in, and the relatives one declared. */
@Configuration
class MySheetsController {

    private static final String PATH = "/app/spaces/scoring";

    @Bean
    MenuEntry scoringEntry() {
        return new MenuEntry("menu.spaces", 552, "menu.scoring", "clipboard-check", PATH, Code.SCORE);
    }

    /** Shows them. */
    @Controller
    @RequestMapping(PATH)
    @PreAuthorize("hasAuthority('" + Code.SCORE + "')")
    static class Pages {

        private final ReadingCommittee reading;
        private final DeclaringRelatives relatives;
        private final Calls calls;
        private final People people;
        private final Picking picking;
        private final FormPages forms;

        Pages(
                ReadingCommittee reading,
                DeclaringRelatives relatives,
                Calls calls,
                People people,
                Picking picking,
                FormPages forms) {
            this.reading = reading;
            this.relatives = relatives;
            this.calls = calls;
            this.people = people;
            this.picking = picking;
            this.forms = forms;
        }

        @GetMapping
        ModelAndView mine(@AuthenticationPrincipal Actor actor) {
            var known = relatives.of(actor.id());
            var found = people.find(known);
            return new ModelAndView("spaces/scoring/mine")
                    .addObject(
                            "committees",
                            reading.mine(actor.id()).stream()
                                    .flatMap(it -> calls.find(new CallId(it)).stream())
                                    .flatMap(it -> reading.of(it).stream())
                                    .toList())
                    .addObject(
                            "relatives",
                            known.stream()
                                    .map(found::get)
                                    .filter(Objects::nonNull)
                                    .toList());
        }

        @GetMapping("/relatives")
        ModelAndView ask(@AuthenticationPrincipal Actor actor) {
            return page(form(Map.of(), actor));
        }

        @PostMapping("/relatives")
        ModelAndView declare(
                @RequestParam Map<String, String> typed,
                @AuthenticationPrincipal Actor actor,
                RedirectAttributes redirect) {
            var form = form(typed, actor);
            var person = form.party("person");
            if (person.isEmpty()) {
                form.need("person");
            }
            return form.does(
                            Map.of("spaces.scoring.refusal.relative-known", "person"),
                            () -> relatives.declare(new PersonId(person.orElseThrow()), actor))
                    ? FormPages.done(PATH, redirect)
                    : page(form);
        }

        private ActForm form(Map<String, String> typed, Actor actor) {
            var pick = picking.read(
                    PickField.person("person"),
                    typed.getOrDefault("person", ""),
                    typed.getOrDefault("personTyped", ""),
                    actor);
            return ActForm.of("spaces.scoring.relative", PATH + "/relatives", PATH, typed)
                    .ask(Part.pick(pick).must());
        }

        private ModelAndView page(ActForm form) {
            return forms.page(form, false, new Crumb(forms.say("spaces.scoring.title"), PATH));
        }
    }
}
