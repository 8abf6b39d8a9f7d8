package ma.qutb.market.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import ma.qutb.market.Product;
import ma.qutb.market.Wording;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the shelf. */
@Component
public class ShelfRows {

    /** What a card needs of a row {@code s}. */
    public static final String CARD = """
            s.number, s.title_ar, s.title_fr, s.title_en, s.title_es, s.title_zgh, s.craft_code, s.kind, s.lead_days, s.price, s.share,
            s.offer, s.maker_kind, s.maker_number, s.maker_name_ar, s.maker_name_latin, s.territory_code, s.photos, s.demonstration
            """;

    private final JsonMapper json;

    ShelfRows(JsonMapper json) {
        this.json = json;
    }

    public Card card(ResultSet row, int number) throws SQLException {
        return new Card(
                row.getLong("number"),
                title(row),
                new CraftCode(row.getString("craft_code")),
                Product.Kind.of(row.getString("kind")),
                row.getObject("lead_days", Integer.class),
                row.getLong("price"),
                row.getInt("share"),
                row.getInt("offer"),
                maker(row),
                Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new),
                photos(row.getString("photos")),
                row.getBoolean("demonstration"));
    }

    public Wording title(ResultSet row) throws SQLException {
        return new Wording(
                row.getString("title_ar"),
                row.getString("title_fr"),
                row.getString("title_en"),
                row.getString("title_es"),
                row.getString("title_zgh"));
    }

    public Optional<NamedMaker> maker(ResultSet row) throws SQLException {
        var latin = row.getString("maker_name_latin");
        return latin == null
                ? Optional.empty()
                : Optional.of(new NamedMaker(
                        row.getString("maker_kind"),
                        row.getLong("maker_number"),
                        new LocalName(row.getString("maker_name_ar"), latin, latin)));
    }

    public List<Photo> photos(String stored) {
        return StreamSupport.stream(json.readTree(stored).spliterator(), false)
                .map(it -> new Photo(
                        it.hasNonNull("file") ? UUID.fromString(it.get("file").asString()) : null,
                        it.hasNonNull("asset") ? it.get("asset").asString() : null,
                        new LocalName(
                                it.path("ar").asString(""),
                                it.path("fr").asString(""),
                                it.path("en").asString(""))))
                .toList();
    }
}
