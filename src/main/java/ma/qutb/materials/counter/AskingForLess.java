package ma.qutb.materials.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A sale under the floor: somebody asks and gives the reason, somebody else allows it, a named support line pays what is missing. */
@Service
@Transactional
public class AskingForLess {

    private final ExceptionTable exceptions;
    private final People people;
    private final Notifications notifications;
    private final Territories territories;
    private final Clock clock;

    AskingForLess(
            ExceptionTable exceptions,
            People people,
            Notifications notifications,
            Territories territories,
            Clock clock) {
        this.exceptions = exceptions;
        this.people = people;
        this.notifications = notifications;
        this.territories = territories;
        this.clock = clock;
    }

    /**
     * Opens a support line of a fund.
     *
     * @throws Refusal without a name, or when another has it
     */
    public SupportLine openLine(FundId fund, LocalName name) {
        if (name.arabic().isBlank()) {
            throw new Refusal("materials.exception.refusal.name");
        }
        if (exceptions.lines(fund).stream().anyMatch(it -> it.name().arabic().equals(name.arabic()))) {
            throw new Refusal("materials.exception.refusal.name-taken");
        }
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
                place(point),
                "materials.exception.asked",
                List.of(name),
                "/app/counter/" + point.id() + "/exceptions");
    }

    /** The place of the point and all it lies in, as roles hold for them. */
    private Scope place(SalePoint point) {
        return new Scope.Within(Stream.concat(
                        Stream.of(point.territory()),
                        territories
                                .above(point.territory(), LocalDate.now(clock).getYear())
                                .stream())
                .map(TerritoryCode::value)
                .collect(Collectors.toSet()));
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
