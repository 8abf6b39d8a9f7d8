package ma.qutb.materials.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.FundId;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.Taking;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lots as they came in, and what the ledger says is left of them. */
@Repository
@Transactional(readOnly = true)
class LotTable implements Lots {

    private static final String LOT = """
            select l.id, l.material_code || '-' || lpad(l.number::text, 6, '0') as number, l.fund_id, l.material_code, l.weight,
                   l.fineness, l.fine, l.cost_centimes, l.received_on, l.demonstration
            """;
    private static final String HELD = LOT + """
                 , h.sale_point_id, h.cost_account, h.weight_account, h.fine_account
              from materials.lot l join materials.lot_at_point h on h.lot_id = l.id
            """;
    private static final String FIRST_IN = " order by l.received_on, l.number, h.sale_point_id";

    private final JdbcClient database;
    private final Balances balances;

    LotTable(JdbcClient database, Balances balances) {
        this.database = database;
        this.balances = balances;
    }

    @Override
    public Optional<Lot> find(LotId lot) {
        return database.sql(LOT + " from materials.lot l where l.id = :id")
                .param("id", lot.value())
                .query((row, number) -> lot(row))
                .optional();
    }

    @Override
    public Map<LotId, Lot> find(Collection<LotId> lots) {
        return database
                .sql(LOT + " from materials.lot l where l.id = any (:ids)")
                .param("ids", lots.stream().map(LotId::value).toArray(UUID[]::new))
                .query((row, number) -> lot(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Lot::id, it -> it));
    }

    @Override
    public Optional<LotAtPoint> at(SalePointId point, LotId lot) {
        return withBalances(database.sql(HELD + "where l.id = :lot and h.sale_point_id = :point")
                        .param("lot", lot.value())
                        .param("point", point.value()))
                .findFirst();
    }

    @Override
    @Transactional
    public LotAtPoint hold(SalePointId point, LotId lot) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "materials.lot " + lot + " " + point)
                .query(row -> {});
        return at(point, lot).orElseThrow(() -> new Refusal("materials.lot.refusal.not-here"));
    }

    @Override
    public List<LotAtPoint> at(SalePointId point, MaterialCode material) {
        return withBalances(
                        database.sql(HELD + "where h.sale_point_id = :point and l.material_code = :material" + FIRST_IN)
                                .param("point", point.value())
                                .param("material", material.value()))
                .filter(it -> !it.left().isNothing())
                .toList();
    }

    @Override
    public List<LotAtPoint> first(SalePointId point, MaterialCode material, Optional<Fineness> fineness, int most) {
        return database.sql("""
                        select held.*, ledger.available_in(weight_account) as weight_left, ledger.available_in(cost_account) as cost_left,
                               coalesce(ledger.available_in(fine_account), 0) as fine_left
                          from (%s where h.sale_point_id = :point and l.material_code = :material and l.fineness is not distinct from :fineness
                                %s offset 0) held
                         where ledger.available_in(weight_account) > 0
                         limit :most
                        """.formatted(HELD, FIRST_IN))
                .param("point", point.value())
                .param("material", material.value())
                .param("fineness", fineness.map(Fineness::tenths).orElse(null), java.sql.Types.INTEGER)
                .param("most", most)
                .query((row, number) -> {
                    var it = held(row);
                    var left =
                            new Taking(row.getLong("weight_left"), row.getLong("fine_left"), row.getLong("cost_left"));
                    return new LotAtPoint(
                            it.lot(), it.point(), it.costAccount(), it.weightAccount(), it.fineAccount(), left);
                })
                .list();
    }

    @Override
    public List<LotAtPoint> of(FundId fund) {
        return withBalances(database.sql(HELD + "where l.fund_id = :fund" + FIRST_IN)
                        .param("fund", fund.value()))
                .filter(it -> !it.left().isNothing())
                .toList();
    }

    private Stream<LotAtPoint> withBalances(JdbcClient.StatementSpec question) {
        var held = question.query((row, number) -> held(row)).list();
        var left = balances.available(held.stream()
                .flatMap(
                        it -> Stream.concat(Stream.of(it.costAccount(), it.weightAccount()), it.fineAccount().stream()))
                .toList());
        return held.stream().map(it -> withBalances(it, left));
    }

    private static LotAtPoint withBalances(LotAtPoint it, Map<AccountId, Long> left) {
        var taking = new Taking(
                left.getOrDefault(it.weightAccount(), 0L),
                it.fineAccount().map(account -> left.getOrDefault(account, 0L)).orElse(0L),
                left.getOrDefault(it.costAccount(), 0L));
        return new LotAtPoint(it.lot(), it.point(), it.costAccount(), it.weightAccount(), it.fineAccount(), taking);
    }

    private static LotAtPoint held(ResultSet row) throws SQLException {
        return new LotAtPoint(
                lot(row),
                new SalePointId(row.getObject("sale_point_id", UUID.class)),
                new AccountId(row.getObject("cost_account", UUID.class)),
                new AccountId(row.getObject("weight_account", UUID.class)),
                Optional.ofNullable(row.getObject("fine_account", UUID.class)).map(AccountId::new),
                new Taking(0, 0, 0));
    }

    private static Lot lot(ResultSet row) throws SQLException {
        @Nullable Integer fineness = row.getObject("fineness", Integer.class);
        return new Lot(
                new LotId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new FundId(row.getObject("fund_id", UUID.class)),
                new MaterialCode(row.getString("material_code")),
                row.getLong("weight"),
                Optional.ofNullable(fineness).map(Fineness::new),
                row.getLong("fine"),
                row.getLong("cost_centimes"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("demonstration"));
    }
}
