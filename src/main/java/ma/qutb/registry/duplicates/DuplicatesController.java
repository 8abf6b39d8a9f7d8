package ma.qutb.registry.duplicates;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.duplicates.SuspectedPair.State;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
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

/** The queue of suspected pairs, each pair side by side, and the decision. */
@Controller
@RequestMapping("/app/duplicates")
@PreAuthorize("hasAuthority('" + Code.EDIT_PEOPLE + "')")
class DuplicatesController {

    private final SuspectedPairs pairs;
    private final MergingPeople merging;

    DuplicatesController(SuspectedPairs pairs, MergingPeople merging) {
        this.pairs = pairs;
        this.merging = merging;
    }

    @GetMapping
    ModelAndView queue(
            @RequestParam(defaultValue = "OPEN") State state,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor) {
        var scope = actor.scopeOf(Code.EDIT_PEOPLE);
        int count = pairs.count(state, scope);
        int last = Math.max(1, (count + SuspectedPairs.PAGE - 1) / SuspectedPairs.PAGE);
        int now = Math.clamp(page, 1, last);
        return new ModelAndView("registry/duplicates/queue")
                .addObject("state", state)
                .addObject("pairs", pairs.of(state, scope, now))
                .addObject("count", count)
                .addObject("now", now)
                .addObject("last", last);
    }

    @GetMapping("/{id}")
    ModelAndView compare(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return shown(open(id, actor), null);
    }

    @PostMapping("/{id}/merge")
    ModelAndView merge(
            @PathVariable UUID id,
            @RequestParam UUID survivor,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var pair = open(id, actor);
        return decided(pair, actor, redirect, "merged", () -> merging.merge(pair, survivor, actor));
    }

    @PostMapping("/{id}/merge/undoing")
    ModelAndView part(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var pair = open(id, actor);
        return decided(pair, actor, redirect, "parted", () -> merging.part(pair, actor));
    }

    @PostMapping("/{id}/difference")
    ModelAndView keepApart(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var pair = open(id, actor);
        return decided(pair, actor, redirect, "kept-apart", () -> merging.keepApart(pair, actor));
    }

    @PostMapping("/{id}/difference/undoing")
    ModelAndView reconsider(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var pair = open(id, actor);
        return decided(pair, actor, redirect, "reconsidered", () -> merging.reconsider(pair, actor));
    }

    private ModelAndView decided(
            SuspectedPair pair, Actor actor, RedirectAttributes redirect, String toast, Runnable decision) {
        try {
            decision.run();
        } catch (Refusal refusal) {
            return shown(open(pair.id(), actor), refusal);
        }
        Toast.ok(redirect, "registry.duplicates.toast." + toast);
        return new ModelAndView("redirect:/app/duplicates/" + pair.id());
    }

    private static ModelAndView shown(SuspectedPair pair, @Nullable Refusal refusal) {
        var view = new ModelAndView("registry/duplicates/compare")
                .addObject("pair", pair)
                .addObject("refusal", refusal);
        if (refusal != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private SuspectedPair open(UUID id, Actor actor) {
        return pairs.find(id, actor.scopeOf(Code.EDIT_PEOPLE))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
