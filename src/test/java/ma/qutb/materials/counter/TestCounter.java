package ma.qutb.materials.counter;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.price.Charge;
import ma.qutb.materials.price.Charges;
import ma.qutb.materials.price.Policy;
import ma.qutb.materials.price.SettingPrices;
import ma.qutb.materials.till.KeepingTheTill;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.person.ArtisanDetails;
import ma.qutb.registry.person.Category;
import ma.qutb.registry.person.Cover;
import ma.qutb.registry.person.PractisedCraft;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Registration;
import ma.qutb.registry.person.Somebody;
import ma.qutb.registry.person.Workplace;
import ma.qutb.support.TestActor;
import org.springframework.boot.test.context.TestComponent;

/** An open counter: silver of today's price, a till with change in it, jewellers. */
@TestComponent
public class TestCounter {

    public static final Poster CLERK = TestPoint.CLERK;
    public static final Poster DIRECTOR = new Poster("00000000-0000-7000-8000-000000000002", "المدير");

    private final TestPoint points;
    private final SalePoints known;
    private final Materials materials;
    private final FundAccounts accounts;
    private final SettingPrices prices;
    private final KeepingTheTill tills;
    private final RegisteringPeople people;
    private final Clock clock;

    TestCounter(
            TestPoint points,
            SalePoints known,
            Materials materials,
            FundAccounts accounts,
            SettingPrices prices,
            KeepingTheTill tills,
            RegisteringPeople people,
            Clock clock) {
        this.points = points;
        this.known = known;
        this.materials = materials;
        this.accounts = accounts;
        this.prices = prices;
        this.tills = tills;
        this.people = people;
        this.clock = clock;
    }

    /** A point whose till is open and which adds 2 dirhams a fine gram and 5 %. */
    public SalePoint open() {
        var point = points.open();
        tills.open(Ids.next(), point, till(point), 0, "", CLERK);
        policy(
                point,
                new Charges(
                        new Charge(price("1.50"), 0),
                        new Charge(price("0.50"), 0),
                        Charge.NOTHING,
                        new Charge(new UnitPrice(0), 500)));
        return point;
    }

    public void policy(SalePoint point, Charges charges) {
        prices.policy(Policy.of(point.id(), MaterialCode.SILVER, LocalDate.now(clock), charges, 7, "تجربة"), DIRECTOR);
    }

    public static UnitPrice price(String dirhams) {
        return UnitPrice.perUnit(new BigDecimal(dirhams), 3);
    }

    /** Buying a fine gram again costs so much today. */
    public void quote(String dirhams) {
        prices.quote(
                materials.find(MaterialCode.SILVER).orElseThrow(),
                LocalDate.now(clock),
                price(dirhams),
                "typed",
                "",
                DIRECTOR);
    }

    public SalePoints.Till till(SalePoint point) {
        return known.tills(point.id()).getFirst();
    }

    public AccountId account(SalePoint point, ChartRole role) {
        return switch (role) {
            case TILL -> accounts.till(point, till(point));
            case REPLACEMENT_RESERVE -> accounts.of(point.fund(), role, "MAD");
            default -> accounts.of(point, role, "MAD");
        };
    }

    public PersonId jeweller() {
        return artisan("JEW");
    }

    public PersonId artisan(String craft) {
        return people.register(
                Somebody.from("C-GUE"),
                Optional.of(new ArtisanDetails(
                        List.of(new PractisedCraft(new CraftCode(craft), 2001)),
                        Category.ARTISAN,
                        2001,
                        Registration.NOT_YET,
                        Workplace.HOME,
                        "",
                        Cover.UNKNOWN)),
                registrar());
    }

    public PersonId neighbour() {
        return people.register(Somebody.from("C-GUE"), Optional.empty(), registrar());
    }

    /** Cash for a weight of 999 silver. */
    public SaleRequest cash(SalePoint point, PersonId buyer, long milligrams) {
        return SaleRequest.cash(
                Ids.next(),
                point.id(),
                till(point).id(),
                buyer,
                MaterialCode.SILVER,
                Fineness.ofThousandths(999),
                milligrams);
    }

    private static Actor registrar() {
        return new TestActor(
                UUID.randomUUID(),
                "نزهة",
                Set.of(Role.REGISTRAR),
                Set.of("registry.edit-people", "registry.see-people"),
                Scope.EVERYWHERE,
                Optional.empty());
    }
}
