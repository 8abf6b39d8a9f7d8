package ma.qutb.spaces.rent;

import java.util.List;
import java.util.UUID;
import ma.qutb.documents.Documents;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.kernel.Actor;
import ma.qutb.market.card.CardPayments;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.form.FormPages;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
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

/** What I owe for my shop, or my cooperative for its own: one big number, what it is made of, my receipts. */
@Controller
@PreAuthorize("hasAuthority('" + Code.MY_RENT + "')")
class MyRentController {

    private final Leases leases;
    private final ReadingAccounts reading;
    private final RentPapers papers;
    private final RentCards debts;
    private final CardPayments cards;
    private final Documents documents;

    MyRentController(
            Leases leases,
            ReadingAccounts reading,
            RentPapers papers,
            RentCards debts,
            CardPayments cards,
            Documents documents) {
        this.leases = leases;
        this.reading = reading;
        this.papers = papers;
        this.debts = debts;
        this.cards = cards;
        this.documents = documents;
    }

    @GetMapping("/app/my/rent")
    ModelAndView show(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("spaces/rent/mine")
                .addObject("accounts", mine(actor).stream().map(reading::read).toList())
                .addObject("card", cards.offered());
    }

    @PostMapping("/app/my/rent/{lease}/card")
    String card(@PathVariable UUID lease, @AuthenticationPrincipal Actor actor) {
        return mine(actor).stream()
                .filter(it -> it.id().value().equals(lease))
                .findFirst()
                .flatMap(it -> debts.debt(it, FormPages.language()))
                .map(it -> "redirect:" + cards.begin(it))
                .orElse("redirect:/app/my/rent");
    }

    @GetMapping("/app/my/rent/{lease}/{line}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID lease, @PathVariable UUID line, @AuthenticationPrincipal Actor actor) {
        var it = mine(actor).stream()
                .filter(one -> one.id().value().equals(lease))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return PrintAnswer.of(
                documents,
                papers.of(it, line, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                "ar");
    }

    private List<Lease> mine(Actor actor) {
        return actor.person().map(it -> leases.of(new PersonId(it))).orElseGet(List::of);
    }
}
