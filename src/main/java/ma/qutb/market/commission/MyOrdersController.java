package ma.qutb.market.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.writing.Writing;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people ordered of me, on the telephone: each screen asks for the one thing that comes next. */
@Controller
@RequestMapping("/app/my/orders")
@PreAuthorize("hasAuthority('" + Code.OFFER + "')")
class MyOrdersController {

    private static final int USUAL_DAYS = 15;

    private final CommissionTable commissions;
    private final MakingToOrder making;
    private final ProgressPhotos purpose;
    private final Files files;
    private final Clock clock;

    MyOrdersController(
            CommissionTable commissions, MakingToOrder making, ProgressPhotos purpose, Files files, Clock clock) {
        this.commissions = commissions;
        this.making = making;
        this.purpose = purpose;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("market/commission/list")
                .addObject("mine", commissions.ofMaker(me(actor).value()));
    }

    @GetMapping("/{line}")
    ModelAndView show(@PathVariable UUID line, @AuthenticationPrincipal Actor actor) {
        return screen(find(line, actor), "", null);
    }

    /** @param days from today */
    @PostMapping("/{line}/acceptance")
    ModelAndView accept(
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String days,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(line, actor, redirect, days, () -> {
            if (!days.strip().matches("[0-9]{1,3}")) {
                throw new Refusal("market.commission.refusal.day");
            }
            making.accept(line, LocalDate.now(clock).plusDays(Integer.parseInt(days.strip())), Poster.of(actor));
        });
    }

    @PostMapping("/{line}/refusal")
    ModelAndView decline(
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(line, actor, redirect, "", () -> making.decline(line, Writing.line(reason, 300), Poster.of(actor)));
    }

    @PostMapping("/{line}/beginning")
    ModelAndView begin(@PathVariable UUID line, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return does(line, actor, redirect, "", () -> making.begin(line, Poster.of(actor)));
    }

    @PostMapping("/{line}/photos")
    ModelAndView photo(
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String photo,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(line, actor, redirect, "", () -> {
            var shot = files.take(photo, file, purpose, actor)
                    .orElseThrow(() -> new Refusal("market.product.refusal.no-photo"));
            making.show(line, shot.id().value(), Poster.of(actor));
        });
    }

    @PostMapping("/{line}/readiness")
    ModelAndView ready(@PathVariable UUID line, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return does(line, actor, redirect, "", () -> making.ready(line, Poster.of(actor)));
    }

    private ModelAndView does(UUID line, Actor actor, RedirectAttributes redirect, String days, Runnable act) {
        var it = find(line, actor);
        try {
            act.run();
            Toast.ok(redirect, "market.commission.done");
            return new ModelAndView("redirect:" + it.path());
        } catch (Refusal refusal) {
            return screen(find(line, actor), days, refusal);
        }
    }

    private ModelAndView screen(Commission it, String days, @Nullable Refusal refusal) {
        var lead = it.leadDays();
        return new ModelAndView(
                        "market/commission/one", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", it)
                .addObject("days", days.isBlank() ? String.valueOf(lead == null ? USUAL_DAYS : lead) : days)
                .addObject("purpose", purpose)
                .addObject("refusal", refusal);
    }

    private Commission find(UUID line, Actor actor) {
        return commissions
                .find(line)
                .filter(it -> it.maker().equals(me(actor)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static MakerId me(Actor actor) {
        return actor.person()
                .map(it -> MakerId.of(new PersonId(it)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
