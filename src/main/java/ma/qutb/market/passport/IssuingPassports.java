package ma.qutb.market.passport;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.Catalogue;
import ma.qutb.market.Piece;
import ma.qutb.market.PieceId;
import ma.qutb.market.PieceInspected;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives each piece its passport when it passed inspection, in the same transaction. Where what it says was corrected since, the next tag
 * carries a new signature; the tags before it go on leading to the same page.
 */
@Service
@Transactional
public class IssuingPassports {

    private final Catalogue catalogue;
    private final Lots lots;
    private final SigningKeys keys;
    private final TagAddresses addresses;
    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    IssuingPassports(
            Catalogue catalogue,
            Lots lots,
            SigningKeys keys,
            TagAddresses addresses,
            JdbcClient database,
            JsonMapper json,
            Clock clock) {
        this.catalogue = catalogue;
        this.lots = lots;
        this.keys = keys;
        this.addresses = addresses;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    private record Given(String code, Instant issued, String kid, String payload, String jws) {}

    @EventListener
    void inspected(PieceInspected event) {
        issue(event.piece());
    }

    /** The passport as its next tag prints it. */
    public Passport issue(PieceId id) {
        var piece = catalogue.piece(id).orElseThrow(() -> new Refusal("market.passport.refusal.unknown"));
        var product = catalogue.find(piece.product()).orElseThrow();
        addresses.give(piece.product(), product.number());
        var says = claims(piece);
        var given = given(piece);
        if (given.isEmpty()) {
            begin(piece);
        }
        if (given.isEmpty()
                || !json.readValue(given.get().payload, Claims.class).saysAs(says)) {
            sign(piece, says);
        }
        return find(piece).orElseThrow();
    }

    /** The passport that was given out last, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Passport> find(Piece piece) {
        var gtin = addresses.of(piece.product());
        return given(piece)
                .map(it -> new Passport(
                        piece,
                        it.code,
                        it.issued,
                        it.kid,
                        it.jws,
                        addresses.of(gtin, piece.serial()),
                        gtin.map(Gtin::digits)));
    }

    @Transactional(readOnly = true)
    public Optional<Piece> byCode(String code) {
        return database.sql("select piece_id from market.passport where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional()
                .flatMap(it -> catalogue.piece(new PieceId(it)));
    }

    private Optional<Given> given(Piece piece) {
        return database.sql("""
            select p.code, p.issued_at, s.kid, s.payload, s.jws
              from market.passport p join market.passport_signature s on s.piece_id = p.piece_id
             where p.piece_id = :piece order by s.id desc limit 1
            """)
                .param("piece", piece.id().value())
                .query((row, number) -> new Given(
                        row.getString("code"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getString("kid"),
                        row.getString("payload"),
                        row.getString("jws")))
                .optional();
    }

    private void begin(Piece piece) {
        boolean begun = false;
        while (!begun) {
            // A code that is another's already is tried again; who issues the same passport at once waits here and
            // finds it made.
            database.sql(
                            "insert into market.passport (piece_id, code, issued_at) values (:piece, :code, :now) on conflict do nothing")
                    .param("piece", piece.id().value())
                    .param("code", ShortCode.fresh())
                    .param("now", now())
                    .update();
            begun = database.sql("select exists (select from market.passport where piece_id = :piece)")
                    .param("piece", piece.id().value())
                    .query(Boolean.class)
                    .single();
        }
    }

    private void sign(Piece piece, Claims says) {
        var payload = json.writeValueAsString(says);
        var jws = keys.sign(payload);
        database.sql("""
            insert into market.passport_signature (piece_id, kid, payload, jws, signed_at)
            values (:piece, :kid, :payload, :jws, :now)
            """)
                .param("piece", piece.id().value())
                .param("kid", Jws.read(jws).orElseThrow().kid())
                .param("payload", payload)
                .param("jws", jws)
                .param("now", now())
                .update();
    }

    private Claims claims(Piece piece) {
        return database.sql("""
            select p.article_code, p.material_code, p.technique_code, p.weight_mg, p.fineness, p.lot_id
              from market.product p where p.id = :product
            """)
                .param("product", piece.product().value())
                .query((row, number) -> new Claims(
                        piece.serial(),
                        clock.instant().getEpochSecond(),
                        row.getString("article_code"),
                        row.getString("material_code"),
                        row.getString("technique_code"),
                        row.getObject("weight_mg", Long.class),
                        row.getObject("fineness", Integer.class),
                        Optional.ofNullable(row.getObject("lot_id", UUID.class))
                                .flatMap(it -> lots.find(new LotId(it)))
                                .map(Lot::number)
                                .orElse(null)))
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
