package ma.qutb.registry.distinction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
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

/** The list of distinctions, the page of each, and its withdrawal. */
@Controller
@RequestMapping("/app/distinctions")
@PreAuthorize("hasAuthority('" + Code.SEE_DISTINCTIONS + "')")
class DistinctionController {

    private final DistinctionFile file;
    private final RecordingDistinctions recording;
    private final Lists lists;
    private final RecordList listOfDistinctions;

    DistinctionController(
            DistinctionFile file, RecordingDistinctions recording, Lists lists, RecordList listOfDistinctions) {
        this.file = file;
        this.recording = recording;
        this.lists = lists;
        this.listOfDistinctions = listOfDistinctions;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("registry/distinction/list")
                .addObject("list", lists.open(listOfDistinctions, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return shown(open(id, actor, Code.SEE_DISTINCTIONS), "", null);
    }

    @PostMapping("/{id}/withdrawal")
    @PreAuthorize("hasAuthority('" + Code.EDIT_DISTINCTIONS + "')")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var distinction = open(id, actor, Code.EDIT_DISTINCTIONS);
        try {
            recording.withdraw(id, Writing.line(reason, 400));
        } catch (Refusal refusal) {
            return shown(distinction, reason, refusal);
        }
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:" + distinction.path());
    }

    private static ModelAndView shown(DistinctionPage it, String reason, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "registry/distinction/show", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", it)
                .addObject("reason", reason)
                .addObject("refusal", refusal);
    }

    private DistinctionPage open(UUID id, Actor actor, String permission) {
        var language =
                Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
        return file.open(id, actor, permission, language)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
