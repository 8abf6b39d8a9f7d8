package ma.qutb.market.passport;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.Catalogue;
import ma.qutb.market.Piece;
import ma.qutb.market.PriceParts;
import ma.qutb.market.certificate.Certificates;
import ma.qutb.market.finding.Photo;
import ma.qutb.market.stock.PieceShots;
import ma.qutb.market.store.ReadingPieces;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds passports by what is on a tag, and reads what they say. */
@Component
@Transactional(readOnly = true)
class ReadingPassports {

    private final Catalogue catalogue;
    private final IssuingPassports passports;
    private final ReadingPieces products;
    private final Scans scans;
    private final Lots lots;
    private final PieceShots shots;
    private final Certificates certificates;
    private final JdbcClient database;

    ReadingPassports(
            Catalogue catalogue,
            IssuingPassports passports,
            ReadingPieces products,
            Scans scans,
            Lots lots,
            PieceShots shots,
            Certificates certificates,
            JdbcClient database) {
        this.catalogue = catalogue;
        this.passports = passports;
        this.products = products;
        this.scans = scans;
        this.lots = lots;
        this.shots = shots;
        this.certificates = certificates;
        this.database = database;
    }

    private record Step(@Nullable String from, String to, Instant at) {}

    /** A piece that was given a passport: others are nobody's business yet. */
    Optional<Passport> bySerial(String serial) {
        return catalogue.bySerial(serial.toUpperCase(Locale.ROOT)).flatMap(passports::find);
    }

    /**
     * @param text a serial or a code, as it was typed
     * @throws Refusal when a letter of a code is wrong
     */
    Optional<Passport> typed(String text) {
        var bare = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return bare.matches("Q[0-9]{9}")
                ? bySerial(bare)
                : ShortCode.typed(bare).flatMap(passports::byCode).flatMap(passports::find);
    }

    Optional<PassportPage> page(String serial) {
        return bySerial(serial)
                .flatMap(passport -> products.ofProduct(passport.piece().product())
                        .map(about -> new PassportPage(
                                passport,
                                about,
                                sold(passport.piece()),
                                shots(passport.piece()),
                                certificates.of(passport.piece().product()),
                                lot(passport.piece()),
                                history(passport.piece()),
                                scans.inManyPlaces(passport.piece()))));
    }

    /** What the price of the last sale was made of, while it holds. */
    private Optional<PriceParts> sold(Piece piece) {
        return piece.state() != Piece.State.SOLD
                ? Optional.empty()
                : database.sql("""
                        select price, part_maker, part_material, part_service, part_fund, part_transport, part_tax
                          from market.sale_of_piece where piece_id = :id order by at desc limit 1
                        """)
                        .param("id", piece.id().value())
                        .query((row, number) -> new PriceParts(
                                row.getLong("price"),
                                row.getLong("part_maker"),
                                row.getLong("part_material"),
                                row.getLong("part_service"),
                                row.getLong("part_fund"),
                                row.getLong("part_transport"),
                                row.getLong("part_tax")))
                        .optional();
    }

    private List<Photo> shots(Piece piece) {
        return shots.of(piece.id()).stream()
                .map(it -> new Photo(it.file(), null, new LocalName("", "", "")))
                .toList();
    }

    Optional<Lot> lot(Piece piece) {
        return database.sql("select lot_id from market.product where id = :product and lot_id is not null")
                .param("product", piece.product().value())
                .query(UUID.class)
                .optional()
                .flatMap(it -> lots.find(new LotId(it)));
    }

    private List<PassportPage.Event> history(Piece piece) {
        var events = new ArrayList<PassportPage.Event>();
        for (var step : steps(piece)) {
            var what = said(step);
            boolean again = !events.isEmpty() && events.getLast().what().equals(what);
            // That it was back on the shelf after somebody thought about it is no part of its life.
            boolean known = what.equals("on-sale")
                    && events.stream().anyMatch(it -> it.what().equals(what));
            if (!what.isEmpty() && !again && (!known || events.getLast().what().equals("inspected"))) {
                events.add(new PassportPage.Event(what, step.at));
            }
        }
        return events;
    }

    private static String said(Step step) {
        if (step.from == null) {
            return "made";
        }
        return switch (step.to) {
            case "inspected" -> "inspected";
            case "on_sale" -> "on-sale";
            case "sold", "sold_elsewhere" -> "sold";
            case "received" -> "sold".equals(step.from) ? "came-back" : "";
            case "returned" -> "returned";
            case "lost" -> "lost";
            default -> "";
        };
    }

    private List<Step> steps(Piece piece) {
        return database.sql("select from_state, to_state, at from market.piece_step where piece_id = :id order by id")
                .param("id", piece.id().value())
                .query((row, number) -> new Step(
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
