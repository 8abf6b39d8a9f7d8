package ma.qutb.spaces.application;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.shell.Toast;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.call.AskedPaper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One screen after the other, the same on the telephone and at the desk; what was said is kept before the next one is asked. */
@PreAuthorize("hasAnyAuthority('" + Code.APPLY + "', '" + Code.TAKE_APPLICATIONS + "')")
abstract class FillingIn {

    private final Desk desk;
    private final Screens screens;
    private final Applying applying;
    private final BringingPapers bringing;
    private final ApplicationPapers purpose;
    private final Files files;
    private final IssuingReceipts receipts;

    FillingIn(Desk desk, Tools tools) {
        this.desk = desk;
        this.screens = tools.screens();
        this.applying = tools.applying();
        this.bringing = tools.bringing();
        this.purpose = tools.purpose();
        this.files = tools.files();
        this.receipts = tools.receipts();
    }

    /** The application, if this user may fill it in here; others are not found. */
    abstract ApplicationId open(UUID id, Actor actor);

    abstract Taker taker(Actor actor);

    /** Takes it up where it was left. */
    @GetMapping("/{id:[0-9a-f-]{36}}")
    String goOn(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = screens.of(desk, open(id, actor));
        return "redirect:" + it.path() + "/"
                + (it.it().draft() && it.open()
                        ? Step.of(it.it().step()).orElse(Step.LOOK).code()
                        : "receipt");
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/{step:craft|needs|units|papers|look}")
    ModelAndView ask(@PathVariable UUID id, @PathVariable String step, @AuthenticationPrincipal Actor actor) {
        var it = screens.of(desk, open(id, actor));
        var asked = Step.of(step).orElseThrow();
        if (!it.open() || !it.it().draft() && asked != Step.PAPERS) {
            return new ModelAndView("redirect:" + it.path() + "/receipt");
        }
        if (it.it().craft().isEmpty() && asked.ordinal() > Step.CRAFT.ordinal()) {
            return new ModelAndView("redirect:" + it.path() + "/craft");
        }
        return page(it, asked, null);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/craft")
    ModelAndView craft(@PathVariable UUID id, @RequestParam String craft, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return then(it, Step.CRAFT, Step.NEEDS, () -> applying.craft(it, new CraftCode(craft)));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/needs")
    ModelAndView needs(
            @PathVariable UUID id, @RequestParam Map<String, String> sent, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return then(
                it,
                Step.NEEDS,
                Step.UNITS,
                () -> applying.needs(it, "yes".equals(sent.get("access")), "yes".equals(sent.get("graduate"))));
    }

    /** One tap: a unit is added behind the others, or taken out of the row. */
    @PostMapping("/{id:[0-9a-f-]{36}}/units")
    ModelAndView unit(@PathVariable UUID id, @RequestParam UUID unit, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return then(it, Step.UNITS, Step.UNITS, () -> {
            var wishes = new ArrayList<>(screens.of(desk, it).it().wishes());
            var tapped = new UnitId(unit);
            if (!wishes.remove(tapped)) {
                wishes.add(tapped);
            }
            applying.wish(it, wishes);
        });
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/papers/{paper}")
    ModelAndView paper(@PathVariable UUID id, @PathVariable String paper, @AuthenticationPrincipal Actor actor) {
        return paperPage(screens.of(desk, open(id, actor)), paper(paper), null);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/papers/{paper}")
    ModelAndView bring(
            @PathVariable UUID id,
            @PathVariable String paper,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "file-file", required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        var asked = paper(paper);
        try {
            if (desk.staffed() && sent.containsKey("seen")) {
                bringing.show(it, asked, taker(actor));
            } else {
                var stored = files.take(sent.getOrDefault("file", ""), file, purpose, actor)
                        .orElseThrow(() -> new Refusal("spaces.application.refusal.no-file"));
                bringing.send(it, asked, stored.id().value());
            }
            return new ModelAndView("redirect:" + desk.path(it) + "/papers");
        } catch (Refusal refusal) {
            return paperPage(screens.of(desk, it), asked, refusal);
        }
    }

    /** On from the papers: what is missing may come later. */
    @PostMapping("/{id:[0-9a-f-]{36}}/papers")
    ModelAndView papers(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return then(it, Step.PAPERS, Step.LOOK, () -> {});
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/sending")
    ModelAndView send(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        try {
            applying.send(it);
            receipts.of(it, actor);
            return new ModelAndView("redirect:" + desk.path(it) + "/receipt");
        } catch (Refusal refusal) {
            return page(screens.of(desk, it), Step.LOOK, refusal);
        }
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/receipt")
    ModelAndView receipt(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = screens.of(desk, open(id, actor));
        return new ModelAndView("spaces/application/receipt")
                .addObject("it", it)
                .addObject("verification", receipts.verification(it.it()).orElse(null));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/receipt-{language:ar|fr}.pdf")
    ResponseEntity<byte[]> print(
            @PathVariable UUID id, @PathVariable String language, @AuthenticationPrincipal Actor actor) {
        var it = screens.of(desk, open(id, actor)).it();
        if (it.submittedAt().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return receipts.print(it.id(), language, actor);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/withdrawal")
    String withdraw(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        applying.withdraw(open(id, actor));
        Toast.ok(redirect, "spaces.application.withdrawn");
        return "redirect:" + desk.base();
    }

    private ModelAndView then(ApplicationId it, Step now, Step next, Runnable act) {
        try {
            act.run();
            applying.at(it, next.code());
            return new ModelAndView("redirect:" + desk.path(it) + "/" + next.code());
        } catch (Refusal refusal) {
            return page(screens.of(desk, it), now, refusal);
        }
    }

    private static ModelAndView page(Screen it, Step step, @Nullable Refusal refusal) {
        return new ModelAndView("spaces/application/" + step.code(), status(refusal))
                .addObject("it", it)
                .addObject("step", step)
                .addObject("refusal", refusal);
    }

    private ModelAndView paperPage(Screen it, AskedPaper paper, @Nullable Refusal refusal) {
        return new ModelAndView("spaces/application/paper", status(refusal))
                .addObject("it", it)
                .addObject("paper", paper)
                .addObject("purpose", purpose)
                .addObject("refusal", refusal);
    }

    private static HttpStatus status(@Nullable Refusal refusal) {
        return refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static AskedPaper paper(String code) {
        return AskedPaper.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
