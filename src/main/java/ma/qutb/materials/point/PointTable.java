package ma.qutb.materials.point;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.BookId;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.TillId;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Funds, sale points and tills as other features know them. */
@Repository
@Transactional(readOnly = true)
class PointTable implements SalePoints {

    private static final String POINT = """
            select p.id, p.code, p.name_ar, p.name_fr, p.name_en, p.territory_code, p.managed_by, p.opened_on, p.closed_on, p.demonstration,
                   f.id as fund_id, f.code as fund_code, f.name_ar as fund_ar, f.name_fr as fund_fr, f.name_en as fund_en, f.book,
                   f.demonstration as fund_demonstration
              from materials.sale_point p join materials.fund f on f.id = p.fund_id
            """;

    private static final String FUND = """
            select f.id as fund_id, f.code as fund_code, f.name_ar as fund_ar, f.name_fr as fund_fr, f.name_en as fund_en, f.book,
                   f.demonstration as fund_demonstration
              from materials.fund f
            """;

    private final JdbcClient database;
    private final Territories territories;

    PointTable(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public Optional<SalePoint> find(SalePointId point) {
        return database.sql(POINT + "where p.id = :id")
                .param("id", point.value())
                .query(PointTable::point)
                .optional();
    }

    @Override
    public Optional<SalePoint> find(SalePointId point, Actor actor, String permission) {
        return find(point).filter(it -> within(it, actor, permission));
    }

    @Override
    public List<SalePoint> all(Actor actor, String permission) {
        return database.sql(POINT + "order by p.code").query(PointTable::point).list().stream()
                .filter(it -> within(it, actor, permission))
                .toList();
    }

    @Override
    public List<SalePoint> of(FundId fund) {
        return database.sql(POINT + "where p.fund_id = :fund order by p.code")
                .param("fund", fund.value())
                .query(PointTable::point)
                .list();
    }

    @Override
    public Optional<Fund> fund(FundId fund) {
        return database.sql(FUND + "where f.id = :id")
                .param("id", fund.value())
                .query((row, number) -> fund(row))
                .optional();
    }

    @Override
    public List<Fund> funds(Actor actor, String permission) {
        return all(actor, permission).stream().map(SalePoint::fund).distinct().toList();
    }

    @Override
    public List<Till> tills(SalePointId point) {
        return database.sql("select id, name from materials.till where sale_point_id = :point order by set_up_at, id")
                .param("point", point.value())
                .query((row, number) ->
                        new Till(new TillId(row.getObject("id", UUID.class)), point, row.getString("name")))
                .list();
    }

    private boolean within(SalePoint point, Actor actor, String permission) {
        return actor.may(permission) && territories.covers(actor.scopeOf(permission), Optional.of(point.territory()));
    }

    private static SalePoint point(ResultSet row, int number) throws SQLException {
        return new SalePoint(
                new SalePointId(row.getObject("id", UUID.class)),
                fund(row),
                row.getString("code"),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                new TerritoryCode(row.getString("territory_code")),
                Optional.ofNullable(row.getObject("managed_by", UUID.class)).map(OrganisationId::new),
                Optional.ofNullable(row.getObject("opened_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                row.getBoolean("demonstration"));
    }

    private static Fund fund(ResultSet row) throws SQLException {
        return new Fund(
                new FundId(row.getObject("fund_id", UUID.class)),
                row.getString("fund_code"),
                new LocalName(row.getString("fund_ar"), row.getString("fund_fr"), row.getString("fund_en")),
                new BookId(row.getObject("book", UUID.class)),
                row.getBoolean("fund_demonstration"));
    }
}
