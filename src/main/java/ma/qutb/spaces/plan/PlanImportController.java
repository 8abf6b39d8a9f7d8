package ma.qutb.spaces.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.form.FormPages;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A plan as a file: sent, looked at with whatever is wrong in it, taken over. */
@Controller
@RequestMapping("/app/spaces/sites/{id}/import")
@PreAuthorize("hasAuthority('" + Code.MANAGE_UNITS + "')")
class PlanImportController {

    private final ImportingPlan importing;
    private final Sites sites;
    private final Clock clock;

    PlanImportController(ImportingPlan importing, Sites sites, Clock clock) {
        this.importing = importing;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return form(open(id, actor), null);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable UUID id, @RequestParam("file") MultipartFile file, @AuthenticationPrincipal Actor actor)
            throws IOException {
        var site = open(id, actor);
        try {
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var kept = importing.keep(site.id(), name, new String(file.getBytes(), StandardCharsets.UTF_8), actor.id());
            return new ModelAndView("redirect:/app/spaces/sites/" + id + "/import/" + kept);
        } catch (Refusal refusal) {
            return form(site, refusal);
        }
    }

    @GetMapping("/{trial}")
    ModelAndView look(@PathVariable UUID id, @PathVariable UUID trial, @AuthenticationPrincipal Actor actor) {
        return review(open(id, actor), trial, null);
    }

    @PostMapping("/{trial}")
    ModelAndView take(
            @PathVariable UUID id,
            @PathVariable UUID trial,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var site = open(id, actor);
        try {
            importing.take(site.id(), trial, LocalDate.now(clock));
            return FormPages.done(PlanController.PATH + "?site=" + id, redirect);
        } catch (Refusal refusal) {
            return review(site, trial, refusal);
        }
    }

    private Site open(UUID id, Actor actor) {
        return sites.find(new SiteId(id), actor, Code.MANAGE_UNITS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView form(Site site, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "spaces/plan/import", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("site", site)
                .addObject("refusal", refusal);
    }

    private ModelAndView review(Site site, UUID trial, @Nullable Refusal refusal) {
        var it = importing.trial(site.id(), trial).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var box = it.file().box();
        var scale = new Scale(
                new Sheet.Box(trial, box.get(0), box.get(1), Math.max(100, box.get(2)), Math.max(100, box.get(3))));
        return new ModelAndView(
                        "spaces/plan/review", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("site", site)
                .addObject("it", it)
                .addObject("scale", scale)
                .addObject("refusal", refusal);
    }
}
