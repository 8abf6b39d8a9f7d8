package ma.qutb.registry.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.writing.Typed;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board of all formations, and the path of one cooperative. */
@Controller
@RequestMapping("/app/organisations")
class FormationController {

    private final FormationBoard board;
    private final FormingCooperatives forming;
    private final OrganisationFile file;
    private final Files files;
    private final FormationPapers papers;
    private final Clock clock;

    FormationController(
            FormationBoard board,
            FormingCooperatives forming,
            OrganisationFile file,
            Files files,
            FormationPapers papers,
            Clock clock) {
        this.board = board;
        this.forming = forming;
        this.file = file;
        this.files = files;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping("/formation")
    @PreAuthorize("hasAuthority('" + Code.SEE_ORGANISATIONS + "')")
    ModelAndView board(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("registry/organisation/board")
                .addObject("columns", board.paths(actor.scopeOf(Code.SEE_ORGANISATIONS)));
    }

    @GetMapping("/{id}/formation")
    @PreAuthorize("hasAuthority('" + Code.SEE_ORGANISATIONS + "')")
    ModelAndView path(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return page(id, Code.SEE_ORGANISATIONS, StepForm.empty(), null, actor);
    }

    @PostMapping("/{id}/formation")
    @PreAuthorize("hasAuthority('" + Code.FORM_COOPERATIVES + "')")
    ModelAndView done(
            @PathVariable UUID id,
            @ModelAttribute StepForm form,
            @RequestParam(name = "document-file", required = false) @Nullable MultipartFile document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var errors = new DirectFieldBindingResult(form, "form");
        var typed = new Typed(errors);
        var step = typed.one("step", FormationStep.class, form.step());
        var on = typed.day("doneOn", form.doneOn());
        var paper = typed.optional("document", () -> files.take(form.document(), document, papers, actor));
        if (step == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!typed.refused()) {
            try {
                var stored =
                        paper == null ? null : paper.map(it -> it.id().value()).orElse(null);
                var day = on == null ? LocalDate.now(clock) : on;
                if (!forming.done(new OrganisationId(id), step, day, form.reference(), stored, actor)) {
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                }
                Toast.ok(redirect, step.last() ? "registry.formation.toast.formed" : "shell.toast.saved");
                return new ModelAndView("redirect:/app/organisations/" + id + "/formation");
            } catch (Refusal refusal) {
                errors.rejectValue(
                        refusal.code().endsWith("no-number") ? "reference" : "doneOn",
                        refusal.code(),
                        refusal.getArguments(),
                        null);
            }
        }
        return page(id, Code.FORM_COOPERATIVES, form, errors, actor);
    }

    @PostMapping("/{id}/formation/{step}/withdrawal")
    @PreAuthorize("hasAuthority('" + Code.FORM_COOPERATIVES + "')")
    String takeBack(
            @PathVariable UUID id,
            @PathVariable FormationStep step,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        try {
            if (!forming.takeBack(new OrganisationId(id), step, actor)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            Toast.ok(redirect, "registry.formation.toast.withdrawn");
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return "redirect:/app/organisations/" + id + "/formation";
    }

    private ModelAndView page(UUID id, String permission, StepForm form, @Nullable Errors errors, Actor actor) {
        var organisation = file.open(id, actor, permission)
                .filter(it -> it.path() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                        "registry/organisation/formation",
                        errors == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("organisation", organisation)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("papers", papers);
    }
}
