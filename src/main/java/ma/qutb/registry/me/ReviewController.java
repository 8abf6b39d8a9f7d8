package ma.qutb.registry.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.person.TakingCorrections;
import ma.qutb.registry.privacy.PeopleInReach;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The registrar's review of what artisans proposed. */
@Controller
@RequestMapping("/app/corrections")
@PreAuthorize("hasAuthority('" + Code.REVIEW_CORRECTIONS + "')")
class ReviewController {

    private final ProposingCorrections corrections;
    private final TakingCorrections taking;
    private final PeopleInReach people;
    private final Crafts crafts;
    private final Territories territories;
    private final Lists lists;
    private final RecordList list;

    ReviewController(
            ProposingCorrections corrections,
            TakingCorrections taking,
            PeopleInReach people,
            Crafts crafts,
            Territories territories,
            Lists lists,
            @Qualifier("correctionList") RecordList list) {
        this.corrections = corrections;
        this.taking = taking;
        this.people = people;
        this.crafts = crafts;
        this.territories = territories;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    ModelAndView queue(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return page(inReach(id, actor), actor, null, "");
    }

    @PostMapping("/{id}/acceptance")
    ModelAndView accept(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return decide(id, actor, "", redirect, "registry.me.review.accepted", () -> corrections.accept(id, actor));
    }

    @PostMapping("/{id}/refusal")
    ModelAndView refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return decide(
                id, actor, reason, redirect, "registry.me.review.refused", () -> corrections.refuse(id, reason, actor));
    }

    private ModelAndView decide(
            UUID id, Actor actor, String reason, RedirectAttributes redirect, String done, Runnable act) {
        var correction = inReach(id, actor);
        try {
            act.run();
            Toast.ok(redirect, done);
            return new ModelAndView("redirect:/app/corrections");
        } catch (Refusal refusal) {
            var page = page(correction, actor, refusal, reason);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(Correction correction, Actor actor, @Nullable Refusal refusal, String reason) {
        return new ModelAndView("registry/me/review")
                .addObject("correction", correction)
                .addObject("person", people.find(correction.person().value(), Code.REVIEW_CORRECTIONS, actor))
                .addObject("now", taking.now(correction.person()))
                .addObject("words", new PartWords(crafts, territories, language()))
                .addObject("refusal", refusal)
                .addObject("reason", reason);
    }

    private Correction inReach(UUID id, Actor actor) {
        var correction = corrections.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        people.find(correction.person().value(), Code.REVIEW_CORRECTIONS, actor);
        return correction;
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
    }

    /** The queue and its place in the menu. */
    @Configuration
    static class Queue {

        @Bean
        RecordList correctionList() {
            return RecordList.named("corrections", "registry.me.list")
                    .permission(Code.REVIEW_CORRECTIONS)
                    .from("registry.correction c join registry.person p on p.id = c.person_id")
                    .where("c.state <> 'REPLACED'")
                    .key("c.id")
                    .scope("p.territory_code = any(:scope)")
                    .demonstration("p.demonstration")
                    .link("/app/corrections/{key}")
                    .columns(
                            Column.name("name", "p.sort_name_ar").under("p.sort_name_latin"),
                            Column.coded("field", "lower(c.field)", "registry.me.field"),
                            Column.moment("proposed", "c.proposed_at").always(),
                            Column.status(
                                    "state",
                                    "lower(c.state)",
                                    "registry.me.state",
                                    Map.of("waiting", Tone.WARN, "accepted", Tone.OK, "refused", Tone.BAD)),
                            Column.text("by", "c.decided_by"))
                    .filters(
                            Filter.choices(
                                    "state",
                                    "lower(c.state) = any(:state)",
                                    "registry.me.state",
                                    "waiting",
                                    "accepted",
                                    "refused"),
                            Filter.choices(
                                    "field",
                                    "lower(c.field) = any(:field)",
                                    "registry.me.field",
                                    "phone",
                                    "address",
                                    "craft",
                                    "photo",
                                    "name"))
                    .sort("-proposed")
                    .build();
        }

        @Bean
        MenuEntry correctionsEntry() {
            return new MenuEntry(
                    "menu.registry", 140, "menu.corrections", "pencil", "/app/corrections", Code.REVIEW_CORRECTIONS);
        }
    }
}
