package ma.qutb.materials.counter;

import java.time.Clock;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.FundId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.UnitPrice;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A sale under the floor: somebody asks and gives the reason, somebody else allows it, a named support line pays what is missing. */
@Service
@Transactional
public class AskingForLess {

    private final ExceptionTable exceptions;
    private final People people;
    private final Notifications notifications;
    private final Clock clock;

    AskingForLess(ExceptionTable exceptions, People people, Notifications notifications, Clock clock) {
        this.exceptions = exceptions;
        this.people = people;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Opens a support line of a fund. */
    public SupportLine openLine(FundId fund, LocalName name) {
        var line = new SupportLine(Ids.next(), name);
        exceptions.addLine(fund, line);
        return line;
    }

    /**
     * Asks for a price; the directors of the place are told.
     *
     * @param id minted when the form is drawn: sent twice, it is asked once
     * @throws Refusal without a reason, a weight, or an open support line
     */
    public void ask(
            UUID id,
            SalePoint point,
            PersonId buyer,
            MaterialCode material,
            long weight,
            UnitPrice unitPrice,
            UUID line,
            String reason,
            Poster by) {
        if (reason.isBlank()) {
            throw new Refusal("materials.exception.refusal.reason");
        }
        if (weight <= 0) {
            throw new Refusal("materials.lot.refusal.nothing-taken");
        }
        var pays = exceptions.lines(point.fund().id()).stream()
                .filter(it -> it.id().equals(line))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.exception.refusal.line"));
        exceptions.add(new ExceptionTable.Asked(
                id,
                point.id(),
                buyer,
                material,
                weight,
                unitPrice,
                pays,
                reason.strip(),
                clock.instant(),
                by.id(),
                by.name(),
                "asked"));
        var name = people.find(buyer).map(it -> it.name().arabic()).orElse("");
        notifications.tell(
                Role.DIRECTOR,
                new Scope.Within(java.util.Set.of(point.territory().value())),
                "materials.exception.asked",
                java.util.List.of(name),
                "/app/counter/" + point.id() + "/exceptions");
    }

    /**
     * Allows or declines it.
     *
     * @throws Refusal when it was decided already, or by whoever asked
     */
    public void decide(UUID id, boolean allow, Poster by) {
        var asked = exceptions.find(id).orElseThrow(() -> new Refusal("materials.exception.refusal.decided"));
        if (asked.by().equals(by.id())) {
            throw new Refusal("materials.exception.refusal.second-person");
        }
        exceptions.decide(id, allow, clock.instant(), by);
    }
}
