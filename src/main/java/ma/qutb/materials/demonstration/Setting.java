package ma.qutb.materials.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.qutb.kernel.Ids;
import ma.qutb.materials.FundId;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.SupplierId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.counter.QuotaPeriod;
import ma.qutb.materials.counter.SettingQuotas;
import ma.qutb.materials.credit.Agreement;
import ma.qutb.materials.credit.GrantingCredit;
import ma.qutb.materials.fund.Entrusting;
import ma.qutb.materials.point.Equipment;
import ma.qutb.materials.point.NewPoint;
import ma.qutb.materials.point.OpeningPoints;
import ma.qutb.materials.price.Charge;
import ma.qutb.materials.price.Charges;
import ma.qutb.materials.price.Policy;
import ma.qutb.materials.price.SettingPrices;
import ma.qutb.materials.supply.Suppliers;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.TerritoryCode;
import org.springframework.stereotype.Component;

/** The first day: a fund, a point with its scale and prices, what the partners put in, who may buy how much, and on credit. */
@Component
class Setting {

    static final String FUND = "DEMO-FUND";
    static final int BUYERS = 300;

    private static final int PEOPLE = 4000;
    private static final CraftCode JEWELLERY = new CraftCode("JEW");
    private static final TerritoryCode GUELMIM = new TerritoryCode("C-GUE");
    private static final long GRAM = 1000;
    /** More than anybody in the story comes for. */
    private static final long QUOTA = 500 * GRAM;

    private final OpeningPoints opening;
    private final SalePoints points;
    private final Equipment equipment;
    private final Suppliers suppliers;
    private final Materials materials;
    private final SettingPrices prices;
    private final Entrusting entrusting;
    private final GrantingCredit credit;
    private final SettingQuotas quotas;
    private final Organisations organisations;
    private final People people;

    Setting(
            OpeningPoints opening,
            SalePoints points,
            Equipment equipment,
            Suppliers suppliers,
            Materials materials,
            SettingPrices prices,
            Entrusting entrusting,
            GrantingCredit credit,
            SettingQuotas quotas,
            Organisations organisations,
            People people) {
        this.opening = opening;
        this.points = points;
        this.equipment = equipment;
        this.suppliers = suppliers;
        this.materials = materials;
        this.prices = prices;
        this.entrusting = entrusting;
        this.credit = credit;
        this.quotas = quotas;
        this.organisations = organisations;
        this.people = people;
    }

    /** Called on the first day of the story. */
    Story set(LocalDate begins, LocalDate ends) {
        var fund = opening.newFund(
                FUND,
                new LocalName("صندوق التضامن (للعرض)", "Fonds de solidarité (exemple)", "Solidarity fund (sample)"),
                GUELMIM,
                true);
        var manager = organisations.byReference("ORG-COOPJ").orElseThrow().id();
        var id = opening.prepare(new NewPoint(
                fund.id(),
                "DEMO-GLM",
                new LocalName(
                        "نقطة بيع الفضة بكلميم (للعرض)",
                        "Point argent métal de Guelmim (exemple)",
                        "Guelmim silver point (sample)"),
                GUELMIM,
                Optional.of(manager),
                true));
        opening.open(id, begins);
        var point = points.find(id).orElseThrow();
        var scale = equipment.addScale(id, "ميزان 1", "DEMO-1", "II", 10, 3_000 * GRAM);
        equipment.calibrate(scale, begins, ends.plusMonths(6), Optional.empty());
        quote(begins, new BigDecimal("9.20"));
        prices.policy(
                Policy.of(
                        id,
                        MaterialCode.SILVER,
                        begins,
                        new Charges(
                                new Charge(perGram("0.08"), 0),
                                new Charge(perGram("0.05"), 0),
                                new Charge(new UnitPrice(0), 30),
                                new Charge(new UnitPrice(0), 350)),
                        30,
                        "اتفاقية النقطة، المادة 6"),
                Story.DIRECTOR);
        quotas.set(
                id,
                MaterialCode.SILVER,
                begins,
                QuotaPeriod.MONTH,
                QUOTA,
                "اتفاقية النقطة (للعرض)، المادة 4",
                Story.DIRECTOR);
        entrusting.contribute(
                Ids.next(), point, manager, "اتفاقية الشراكة (للعرض)", begins, 150_000_00, Story.DIRECTOR);
        entrusting.contribute(Ids.next(), point, manager, "ملحق الاتفاقية (للعرض)", begins, 50_000_00, Story.DIRECTOR);
        var supplier = suppliers.add("مورد الفضة (للعرض)", null, null, "الدار البيضاء", true);
        var story = story(point, scale, supplier, begins, ends);
        IntStream.range(0, story.buyers().size())
                .filter(story::mayOwe)
                .forEach(it -> credit.grant(
                        fund,
                        story.buyers().get(it),
                        new Agreement(2_500_00, 45, begins, null, "عقد " + (it + 1) + " (للعرض)"),
                        Story.DIRECTOR));
        return story;
    }

    /** Takes up the story of a fund where it was left. */
    Story resume(FundId fund, UUID supplier, LocalDate begins, LocalDate ends) {
        var point = points.of(fund).getFirst();
        var scale = equipment.scales(point.id()).getFirst().id();
        return story(point, scale, new SupplierId(supplier), begins, ends);
    }

    private Story story(SalePoint point, UUID scale, SupplierId supplier, LocalDate begins, LocalDate ends) {
        return new Story(point, points.tills(point.id()).getFirst(), scale, supplier, jewellers(), begins, ends);
    }

    private List<PersonId> jewellers() {
        var buyers = new ArrayList<PersonId>();
        for (int i = 1; i <= PEOPLE && buyers.size() < BUYERS; i++) {
            people.byReference("DEMO-P-%05d".formatted(i))
                    .map(People.Summary::id)
                    .filter(it -> people.practice(it)
                            .filter(practice -> practice.crafts().contains(JEWELLERY) && !practice.suspended())
                            .isPresent())
                    .ifPresent(buyers::add);
        }
        return List.copyOf(buyers);
    }

    /** What buying a fine gram again costs from this day on. */
    void quote(LocalDate day, BigDecimal dirhams) {
        prices.quote(silver(), day, UnitPrice.perUnit(dirhams, 3), "typed", "للعرض", Story.DIRECTOR);
    }

    private Material silver() {
        return materials.find(MaterialCode.SILVER).orElseThrow();
    }

    private static UnitPrice perGram(String dirhams) {
        return UnitPrice.perUnit(new BigDecimal(dirhams), 3);
    }
}
