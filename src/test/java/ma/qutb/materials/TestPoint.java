package ma.qutb.materials;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Owner;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.point.NewPoint;
import ma.qutb.materials.point.OpeningPoints;
import ma.qutb.materials.stock.KeepingLots;
import ma.qutb.materials.stock.NewLot;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes funds, open sale points, suppliers and lots for tests. */
public class TestPoint {

    public static final Poster CLERK = new Poster("00000000-0000-7000-8000-000000000001", "نزهة");
    public static final TerritoryCode GUELMIM = new TerritoryCode("C-GUE");

    private final OpeningPoints opening;
    private final KeepingLots keeping;
    private final SalePoints points;
    private final FundAccounts accounts;
    private final Organisations organisations;
    private final Ledger ledger;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TestPoint(
            OpeningPoints opening,
            KeepingLots keeping,
            SalePoints points,
            FundAccounts accounts,
            Organisations organisations,
            Ledger ledger,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.opening = opening;
        this.keeping = keeping;
        this.points = points;
        this.accounts = accounts;
        this.organisations = organisations;
        this.ledger = ledger;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Fund fund() {
        return opening.newFund(code("F"), new LocalName("صندوق", "Fonds", "Fund"), GUELMIM, false);
    }

    /** A point of a fund of its own, open since today. */
    public SalePoint open() {
        return open(fund());
    }

    public SalePoint open(Fund fund) {
        var manager = organisations.byReference("ORG-COOPJ").map(Organisations.Summary::id);
        var id = opening.prepare(
                new NewPoint(fund.id(), code("P"), new LocalName("نقطة", "Point", "Point"), GUELMIM, manager, false));
        opening.open(id, LocalDate.now(clock));
        return points.find(id).orElseThrow();
    }

    public SupplierId supplier() {
        var id = SupplierId.next();
        database.sql("insert into materials.supplier (id, name, demonstration, version) values (:id, :name, false, 1)")
                .param("id", id.value())
                .param("name", "Fonderie " + id.value().toString().substring(24))
                .update();
        return id;
    }

    public SalePoint find(SalePointId point) {
        return points.find(point).orElseThrow();
    }

    /** A partner's money on the bank account of the point. */
    public void payIn(SalePoint point, long centimes) {
        transaction.executeWithoutResult(status -> ledger.post(
                Draft.of(point.fund().book(), Ids.next(), "opening", LocalDate.now(clock))
                        .debit(accounts.of(point, ChartRole.BANK, Commodity.MAD), centimes)
                        .credit(capital(point), centimes),
                CLERK));
    }

    /** Wool: this many grams for this many centimes. */
    public LotAtPoint wool(SalePoint point, long grams, long centimes) {
        return transaction.execute(status -> {
            var today = LocalDate.now(clock);
            var lot = keeping.keep(
                    NewLot.received(
                            new MaterialCode("WOOL"),
                            supplier(),
                            grams,
                            Optional.empty(),
                            centimes,
                            today,
                            NewLot.Papers.NONE),
                    point);
            ledger.post(
                    Draft.of(point.fund().book(), Ids.next(), "opening", today)
                            .debit(lot.costAccount(), centimes)
                            .credit(capital(point), centimes)
                            .debit(lot.weightAccount(), grams)
                            .credit(accounts.of(point.fund(), ChartRole.OUTSIDE, "WOOL"), grams),
                    CLERK);
            return lot;
        });
    }

    private AccountId capital(SalePoint point) {
        return accounts.of(
                point.fund(),
                ChartRole.CAPITAL,
                Commodity.MAD,
                Owner.of(Owner.Kind.PARTNER, UUID.randomUUID()),
                null,
                new Label("رأس المال", "Capital", "Capital"),
                Bounds.NONE);
    }

    /** Silver that a partner's money bought: this many milligrams of this fineness for this many centimes. */
    public LotAtPoint silver(SalePoint point, long milligrams, int thousandths, long centimes) {
        return silver(point, milligrams, Fineness.ofThousandths(thousandths), centimes);
    }

    public LotAtPoint silver(SalePoint point, long milligrams, Fineness fineness, long centimes) {
        return transaction.execute(status -> {
            var today = LocalDate.now(clock);
            var lot = keeping.keep(
                    NewLot.received(
                            MaterialCode.SILVER,
                            supplier(),
                            milligrams,
                            Optional.of(fineness),
                            centimes,
                            today,
                            NewLot.Papers.NONE),
                    point);
            ledger.post(
                    Draft.of(point.fund().book(), Ids.next(), "opening", today)
                            .debit(lot.costAccount(), centimes)
                            .credit(capital(point), centimes)
                            .debit(lot.weightAccount(), milligrams)
                            .credit(accounts.of(point.fund(), ChartRole.OUTSIDE, Commodity.SILVER_GROSS), milligrams)
                            .debit(lot.fineAccount().orElseThrow(), lot.lot().fine())
                            .credit(
                                    accounts.of(point.fund(), ChartRole.OUTSIDE, Commodity.SILVER_FINE),
                                    lot.lot().fine()),
                    CLERK);
            return lot;
        });
    }

    private static String code(String first) {
        return first + "-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT);
    }

    /** Somebody of the registry who manages points. */
    public Optional<OrganisationId> cooperative() {
        return organisations.byReference("ORG-COOPJ").map(Organisations.Summary::id);
    }
}
