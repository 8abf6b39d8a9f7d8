package ma.qutb.market.product;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.market.MakerId;
import ma.qutb.market.PriceParts;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A description as it stands, finished or not.
 *
 * @param revises the accepted product it would change
 * @param step the page of the maker's telephone it was left at
 * @param parts once a price was said
 * @param reason why it was sent back or withdrawn
 */
public record Draft(
        ProductId id,
        long number,
        @Nullable ProductId revises,
        MakerId maker,
        State state,
        Product.Kind kind,
        @Nullable String article,
        @Nullable String material,
        @Nullable String technique,
        @Nullable String motif,
        List<String> colours,
        Size size,
        @Nullable Integer leadDays,
        @Nullable Integer fineness,
        @Nullable UUID lot,
        @Nullable String hallmark,
        String makersMark,
        @Nullable Integer workHours,
        int quantity,
        Optional<PriceParts> parts,
        Wording title,
        String reason,
        String step,
        boolean demonstration,
        long version) {

    /** Where a description stands between its maker and the shop. */
    public enum State {
        DRAFT,
        PROPOSED,
        ACCEPTED,
        SENT_BACK,
        WITHDRAWN,
        TAKEN_OVER;

        /** As tables and bundles call it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether its maker may still change it. */
        public boolean open() {
            return this == DRAFT || this == SENT_BACK;
        }
    }

    /** What is left of the price for a day of eight hours, in centimes; empty until price and work are known. */
    public Optional<Long> perDay() {
        return parts.filter(it -> workHours != null)
                .map(it -> it.maker() * 8 / java.util.Objects.requireNonNull(workHours));
    }

    static Draft of(ResultSet row, int number) throws SQLException {
        var person = row.getObject("maker_person", UUID.class);
        var price = row.getObject("price", Long.class);
        return new Draft(
                new ProductId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                Optional.ofNullable(row.getObject("revises", UUID.class))
                        .map(ProductId::new)
                        .orElse(null),
                new MakerId(person != null, row.getObject("maker_id", UUID.class)),
                State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                Product.Kind.of(row.getString("kind")),
                row.getString("article_code"),
                row.getString("material_code"),
                row.getString("technique_code"),
                row.getString("motif_code"),
                strings(row.getArray("colours")),
                new Size(
                        row.getObject("width_mm", Integer.class),
                        row.getObject("height_mm", Integer.class),
                        row.getObject("depth_mm", Integer.class),
                        row.getString("size_label"),
                        row.getObject("weight_mg", Long.class)),
                row.getObject("lead_days", Integer.class),
                row.getObject("fineness", Integer.class),
                row.getObject("lot_id", UUID.class),
                row.getString("hallmark"),
                row.getString("makers_mark"),
                row.getObject("work_hours", Integer.class),
                row.getInt("quantity"),
                price == null
                        ? Optional.empty()
                        : Optional.of(new PriceParts(
                                price,
                                row.getLong("part_maker"),
                                row.getLong("part_material"),
                                row.getLong("part_service"),
                                row.getLong("part_fund"),
                                row.getLong("part_transport"),
                                row.getLong("part_tax"))),
                new Wording(
                        row.getString("title_ar"),
                        row.getString("title_fr"),
                        row.getString("title_en"),
                        row.getString("title_es"),
                        row.getString("title_zgh")),
                row.getString("reason"),
                row.getString("step"),
                row.getBoolean("demonstration"),
                row.getLong("version"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
