package ma.qutb.spaces.rent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.shell.Toast;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.lease.Leases;
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

/** Statements of the bank: a file is sent, looked through line by line, and taken. */
@Controller
@RequestMapping(StatementController.PATH)
@PreAuthorize("hasAuthority('" + Code.RENT + "')")
class StatementController {

    static final String PATH = "/app/spaces/statements";

    private static final long LARGEST = 5_000_000;

    private final ImportingStatements importing;
    private final Leases leases;

    StatementController(ImportingStatements importing, Leases leases) {
        this.importing = importing;
        this.leases = leases;
    }

    @GetMapping
    ModelAndView ask() {
        return form(null);
    }

    @PostMapping
    ModelAndView send(
            @RequestParam(required = false) @Nullable MultipartFile file, @AuthenticationPrincipal Actor actor)
            throws IOException {
        try {
            if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
                throw new Refusal("spaces.rent.refusal.no-statement");
            }
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var id = importing.trial(name, new String(file.getBytes(), StandardCharsets.UTF_8), Poster.of(actor));
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (Refusal refusal) {
            return form(refusal);
        }
    }

    @GetMapping("/{id}")
    ModelAndView look(@PathVariable UUID id) {
        var name = importing.nameOf(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var lines = importing.lines(id);
        var named = new HashSet<LeaseId>();
        lines.forEach(line -> {
            line.lease().ifPresent(it -> named.add(new LeaseId(it)));
            line.candidates().forEach(it -> named.add(new LeaseId(it)));
        });
        return new ModelAndView("spaces/rent/statement")
                .addObject("id", id)
                .addObject("name", name)
                .addObject("lines", lines)
                .addObject("leases", leases.find(named));
    }

    /** Whose money a line is: one of those that are offered, or the number of any lease. */
    @PostMapping("/{id}/lines/{line}")
    ModelAndView choose(
            @PathVariable UUID id, @PathVariable int line, @RequestParam String lease, RedirectAttributes redirect) {
        var chosen = leases.called(lease.strip().toUpperCase(java.util.Locale.ROOT));
        if (chosen.isEmpty()) {
            Toast.warn(redirect, "spaces.rent.refusal.no-such-lease", lease);
        } else {
            importing.choose(id, line, chosen.get().id());
            Toast.ok(redirect, "shell.toast.saved");
        }
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }

    @PostMapping("/{id}/taking")
    ModelAndView take(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        try {
            Toast.ok(redirect, "spaces.statements.taken", importing.take(id, Poster.of(actor)));
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }

    private static ModelAndView form(@Nullable Refusal refusal) {
        return new ModelAndView(
                        "spaces/rent/statements", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("refusal", refusal);
    }
}
