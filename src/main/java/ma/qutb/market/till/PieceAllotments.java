package ma.qutb.market.till;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.qutb.market.HoldId;
import ma.qutb.market.PieceId;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.registry.LocalName;
import ma.qutb.shell.offline.DeviceAllotments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pieces devices of the hall have for themselves; a device that has some may hold sales that have not arrived. */
@Repository
class PieceAllotments implements UnsentSales {

    private final JdbcClient database;
    private final DeviceAllotments devices;

    PieceAllotments(JdbcClient database) {
        this.database = database;
        this.devices = new DeviceAllotments(database, "market.till_allotment", "place_id", "till_allotment_one_open");
    }

    /**
     * A piece a device has.
     *
     * @param parts of its price when it was allotted
     * @param code the short one of its tag; empty where it has none
     */
    record Given(
            PieceId piece,
            ProductId product,
            HoldId hold,
            String serial,
            String code,
            LocalName title,
            PriceParts parts,
            @Nullable UUID file,
            @Nullable String asset) {}

    DeviceAllotments devices() {
        return devices;
    }

    @Override
    public boolean of(UUID till) {
        return devices.unsent(till);
    }

    void give(UUID allotment, PieceId piece, HoldId hold, PriceParts parts) {
        database.sql("""
            insert into market.till_allotment_piece (allotment_id, piece_id, hold_id, price, part_maker, part_material, part_service,
                part_fund, part_transport, part_tax)
            values (:allotment, :piece, :hold, :price, :part_maker, :material, :service, :fund, :transport, :tax)
            """)
                .param("allotment", allotment)
                .param("piece", piece.value())
                .param("hold", hold.value())
                .param("price", parts.price())
                .param("part_maker", parts.maker())
                .param("material", parts.material())
                .param("service", parts.service())
                .param("fund", parts.fund())
                .param("transport", parts.transport())
                .param("tax", parts.tax())
                .update();
    }

    /** Everything the device was given and did not sell yet. */
    List<Given> left(UUID allotment) {
        return database.sql("""
            select a.*, i.serial, i.product_id, p.title_ar, p.title_fr, p.title_en, f.file_id, f.asset,
                (select code from market.passport s where s.piece_id = i.id) as code
              from market.till_allotment_piece a
              join market.piece i on i.id = a.piece_id
              join market.product p on p.id = i.product_id
              left join lateral (select file_id, asset from market.photo where product_id = p.id order by position limit 1) f on true
             where a.allotment_id = :allotment and not exists (select from market.till_line l
                 join market.till_sale s on s.id = l.sale_id where l.piece_id = a.piece_id and s.device is not null and s.arrived_at >= (
                     select opened_at from market.till_allotment t where t.id = a.allotment_id))
             order by i.serial
            """)
                .param("allotment", allotment)
                .query(PieceAllotments::given)
                .list();
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(
                new PieceId(row.getObject("piece_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                new HoldId(row.getObject("hold_id", UUID.class)),
                row.getString("serial"),
                Objects.requireNonNullElse(row.getString("code"), ""),
                new LocalName(row.getString("title_ar"), row.getString("title_fr"), row.getString("title_en")),
                TillSaleTable.parts(row),
                row.getObject("file_id", UUID.class),
                row.getString("asset"));
    }
}
