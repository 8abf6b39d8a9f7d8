package ma.qutb.market.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.ProductId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes certificates of makers, and withdraws what was wrong. */
@Service
@Transactional
public class Certificates {

    private final JdbcClient database;
    private final Clock clock;

    Certificates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes a certificate; the same id twice is one.
     *
     * @throws Refusal when its dates cannot be, it lacks its name, or one of this number stands already
     */
    public void note(Certificate it, Poster by) {
        if (it.label() == Label.OTHER && it.name().isBlank()) {
            throw new Refusal("market.certificate.refusal.name");
        }
        if (it.level() != null && it.label() != Label.MAROC_FAIT_MAIN) {
            throw new Refusal("market.certificate.refusal.level");
        }
        if (it.until() != null && !it.until().isAfter(it.from())) {
            throw new Refusal("market.certificate.refusal.dates");
        }
        try {
            database.sql("""
                insert into market.certificate (id, label, name, level, number, holder_person, holder_organisation, issued_by,
                    valid_from, valid_until, document, entered_at, entered_by_name, reason)
                values (:id, :label, :name, :level, :number, :person, :organisation, :issuer, :from, :until, :document, :now, :by, '')
                on conflict on constraint certificate_pk do nothing
                """)
                    .param("id", it.id())
                    .param("label", it.label().code())
                    .param("name", it.label() == Label.OTHER ? it.name() : "")
                    .param("level", it.level())
                    .param("number", it.number())
                    .param("person", it.holder().person() ? it.holder().value() : null)
                    .param(
                            "organisation",
                            it.holder().person() ? null : it.holder().value())
                    .param("issuer", it.issuedBy())
                    .param("from", it.from())
                    .param("until", it.until())
                    .param("document", it.document())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("certificate_number_once", e, "market.certificate.refusal.known");
        }
    }

    /** @throws Refusal when nobody says why */
    public void withdraw(UUID id, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("market.certificate.refusal.reason");
        }
        database.sql(
                        "update market.certificate set withdrawn_at = :now, reason = :reason where id = :id and withdrawn_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Certificate> find(UUID id) {
        return database.sql("select * from market.certificate where id = :id")
                .param("id", id)
                .query(Certificates::certificate)
                .optional();
    }

    /** What holds today of whoever made this. */
    @Transactional(readOnly = true)
    public List<Certificate> of(ProductId product) {
        return database.sql("""
                select c.* from market.product p
                  join market.certificate c on c.holder_person = p.maker_person or c.holder_organisation = p.maker_organisation
                 where p.id = :product and c.withdrawn_at is null and c.valid_from <= :today
                   and (c.valid_until is null or c.valid_until > :today)
                 order by c.label, c.number
                """)
                .param("product", product.value())
                .param("today", LocalDate.now(clock))
                .query(Certificates::certificate)
                .list();
    }

    private static Certificate certificate(ResultSet row, int number) throws SQLException {
        var person = row.getObject("holder_person", UUID.class);
        return new Certificate(
                row.getObject("id", UUID.class),
                Label.of(row.getString("label")),
                row.getString("name"),
                row.getObject("level", Integer.class),
                row.getString("number"),
                new MakerId(person != null, person != null ? person : row.getObject("holder_organisation", UUID.class)),
                row.getString("issued_by"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("document", UUID.class),
                row.getString("reason"));
    }
}
