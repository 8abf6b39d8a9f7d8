package ma.qutb.spaces.lease;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.documents.DocumentId;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of leases, the page of each and its printed contract. */
@Controller
@RequestMapping(LeaseConfiguration.LIST)
@PreAuthorize("hasAuthority('" + Code.SEE_LEASES + "')")
class LeaseController {

    private static final String MANAGES = "hasAuthority('" + Code.LEASE + "')";

    private final RecordList list;
    private final Lists lists;
    private final Leases leases;
    private final ReadingLease reading;
    private final PrintingContracts printing;
    private final ChangingLeases changing;
    private final LeaseForms forms;
    private final Documents documents;

    LeaseController(
            @Qualifier("listOfLeases") RecordList list,
            Lists lists,
            Leases leases,
            ReadingLease reading,
            PrintingContracts printing,
            ChangingLeases changing,
            LeaseForms forms,
            Documents documents) {
        this.list = list;
        this.lists = lists;
        this.leases = leases;
        this.reading = reading;
        this.printing = printing;
        this.changing = changing;
        this.forms = forms;
        this.documents = documents;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("spaces/lease/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return new ModelAndView("spaces/lease/show").addObject("it", reading.read(seen(id, actor)));
    }

    @GetMapping("/{id}/contract/{form:ar|fr}.pdf")
    ResponseEntity<byte[]> contract(
            @PathVariable UUID id, @PathVariable String form, @AuthenticationPrincipal Actor actor) {
        var contract = seen(id, actor)
                .contract()
                .flatMap(it -> documents.find(new DocumentId(it)))
                .orElseThrow(LeaseController::notFound);
        return PrintAnswer.of(documents, contract, form);
    }

    @PostMapping("/{id}/contract")
    @PreAuthorize(MANAGES)
    ModelAndView print(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var lease = forms.open(id, actor);
        try {
            Toast.ok(
                    redirect,
                    "spaces.lease.printed",
                    printing.print(lease.id(), actor).number());
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return new ModelAndView("redirect:" + lease.path());
    }

    @PostMapping("/{id}/breaches/{breach}/remedy")
    @PreAuthorize(MANAGES)
    ModelAndView remedied(
            @PathVariable UUID id,
            @PathVariable UUID breach,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var lease = forms.open(id, actor);
        changing.remedied(lease.id(), breach, Poster.of(actor));
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:" + lease.path());
    }

    private Lease seen(UUID id, Actor actor) {
        return leases.find(new LeaseId(id), actor, Code.SEE_LEASES).orElseThrow(LeaseController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
