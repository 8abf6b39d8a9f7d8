package ma.qutb.spaces.lease;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.Organisations;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.unit.Occupant;
import ma.qutb.support.TestActor;

/** Makes leases for tests, by the acts people make them by. */
public class TestLeases {

    public static final Poster MANAGER = new Poster("manager", "مديرة المنطقة");
    private static final List<String> BODIES = List.of("ORG-COOPJ", "ORG-AGSUD");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final LeasingUnits leasing;
    private final PrintingContracts printing;
    private final Templates templates;
    private final Organisations organisations;

    TestLeases(LeasingUnits leasing, PrintingContracts printing, Templates templates, Organisations organisations) {
        this.leasing = leasing;
        this.printing = printing;
        this.templates = templates;
        this.organisations = organisations;
    }

    public static Actor clerk() {
        return new TestActor(
                UUID.randomUUID(), "نزهة", Set.of(Role.ZONE_MANAGER), Set.of(), Scope.EVERYWHERE, Optional.empty());
    }

    public Occupant cooperative() {
        return new Occupant.Body(
                organisations.byReference(BODIES.getFirst()).orElseThrow().id());
    }

    public Occupant other() {
        return new Occupant.Body(
                organisations.byReference(BODIES.getLast()).orElseThrow().id());
    }

    /** A contract for so many months at so many centimes. */
    public static NewLease terms(UnitId unit, Occupant who, LocalDate from, int months, long rent) {
        return new NewLease(unit, who, Optional.empty(), from, months, rent, 0, "", 0, 0, "none", Optional.empty());
    }

    public LeaseId draft(Unit unit, LocalDate from, int months, long rent) {
        return leasing.draft(terms(unit.id(), cooperative(), from, months, rent), MANAGER);
    }

    public LeaseId signed(NewLease it, LocalDate today) {
        var id = leasing.draft(it, MANAGER);
        sign(id, today);
        return id;
    }

    public LeaseId signed(Unit unit, LocalDate from, int months, long rent, LocalDate today) {
        return signed(terms(unit.id(), cooperative(), from, months, rent), today);
    }

    public void sign(LeaseId id, LocalDate today) {
        printing.print(id, clerk());
        leasing.signByTenant(id, today, Optional.empty(), MANAGER);
        leasing.signByPole(id, today, MANAGER);
    }
}
