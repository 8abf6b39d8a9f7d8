package ma.qutb.spaces.rent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.documents.Documents;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a lease owes and paid, with its papers, and the list of all that is late. */
@Controller
@PreAuthorize("hasAuthority('" + Code.SEE_LEASES + "')")
class AccountController {

    private static final String ACCOUNT = "/app/spaces/leases/{id}/account";

    private final RecordList list;
    private final Lists lists;
    private final Leases leases;
    private final ReadingAccounts reading;
    private final RentTable table;
    private final RentPapers papers;
    private final WaivingRents waiving;
    private final Documents documents;

    AccountController(
            @Qualifier("listOfArrears") RecordList list,
            Lists lists,
            Leases leases,
            ReadingAccounts reading,
            RentTable table,
            RentPapers papers,
            WaivingRents waiving,
            Documents documents) {
        this.list = list;
        this.lists = lists;
        this.leases = leases;
        this.reading = reading;
        this.table = table;
        this.papers = papers;
        this.waiving = waiving;
        this.documents = documents;
    }

    @GetMapping(RentConfiguration.ARREARS)
    ModelAndView arrears(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("spaces/rent/arrears").addObject("list", lists.open(list, request, response));
    }

    @GetMapping(ACCOUNT)
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return new ModelAndView("spaces/rent/account").addObject("it", reading.read(seen(id, actor)));
    }

    /** A receipt of what was paid, or an invoice of what is owed. */
    @GetMapping(ACCOUNT + "/{line}/{form:ar|fr}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @PathVariable String form,
            @AuthenticationPrincipal Actor actor) {
        var lease = seen(id, actor);
        return PrintAnswer.of(documents, papers.of(lease, line, actor).orElseThrow(AccountController::notFound), form);
    }

    @PostMapping(ACCOUNT + "/reminder")
    @PreAuthorize("hasAuthority('" + Code.RENT + "')")
    ModelAndView remind(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var lease = seen(id, actor);
        var account = reading.read(lease);
        try {
            var letter = papers.reminder(
                    lease,
                    table.charges(lease.id()).stream()
                            .filter(it -> it.amount() > 0 && it.dueOn().isBefore(account.today()))
                            .toList()
                            .reversed()
                            .stream()
                            .limit(late(account))
                            .toList()
                            .reversed(),
                    account.standing(),
                    actor);
            Toast.ok(redirect, "spaces.rent.reminded", letter.number());
            return new ModelAndView(
                    "redirect:" + account.path() + "/letters/" + letter.id().value() + "/ar.pdf");
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
            return new ModelAndView("redirect:" + account.path());
        }
    }

    @GetMapping(ACCOUNT + "/letters/{letter}/{form:ar|fr}.pdf")
    ResponseEntity<byte[]> letter(
            @PathVariable UUID id,
            @PathVariable UUID letter,
            @PathVariable String form,
            @AuthenticationPrincipal Actor actor) {
        var lease = seen(id, actor);
        var document = documents
                .find(new ma.qutb.documents.DocumentId(letter))
                .filter(it -> it.kind().equals(RentPapers.REMINDER.code())
                        && it.printed().stream().anyMatch(field -> field.latin().equals(lease.said())))
                .orElseThrow(AccountController::notFound);
        return PrintAnswer.of(documents, document, form);
    }

    @PostMapping(ACCOUNT + "/waivers/{waiver}/{decision:approval|refusal}")
    @PreAuthorize("hasAuthority('" + Code.WAIVE + "')")
    ModelAndView decide(
            @PathVariable UUID id,
            @PathVariable UUID waiver,
            @PathVariable String decision,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var lease = seen(id, actor);
        var asked = waiving.find(waiver)
                .filter(it -> it.lease().equals(lease.id()))
                .orElseThrow(AccountController::notFound);
        try {
            waiving.decide(asked.id(), decision.equals("approval"), Poster.of(actor));
            Toast.ok(redirect, "shell.toast.saved");
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return new ModelAndView("redirect:" + lease.path() + "/account");
    }

    private static long late(Account account) {
        long left = account.standing().overdue();
        long many = 0;
        for (var line : account.lines()) {
            if (line.charge() && line.amount() > 0 && left > 0) {
                left -= line.amount();
                many++;
            }
        }
        return Math.max(1, many);
    }

    private Lease seen(UUID id, Actor actor) {
        return leases.find(new LeaseId(id), actor, Code.SEE_LEASES)
                .filter(Lease::signed)
                .orElseThrow(AccountController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
