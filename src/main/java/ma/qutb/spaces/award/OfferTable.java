package ma.qutb.spaces.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.call.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Offers as they are kept. */
@Repository
@Transactional(readOnly = true)
class OfferTable {

    private static final String OFFER = """
            select o.*, u.number as unit_number, a.number as application_number
              from spaces.offer o join spaces.unit u on u.id = o.unit_id join spaces.application a on a.id = o.application_id
            """;

    private final JdbcClient database;

    OfferTable(JdbcClient database) {
        this.database = database;
    }

    /** The first of them first. */
    List<Offer> of(CallId call) {
        return database.sql(OFFER + "where o.call_id = :call order by o.made_at, u.number, o.id")
                .param("call", call.value())
                .query(OfferTable::offer)
                .list();
    }

    List<Offer> of(ApplicationId application) {
        return database.sql(OFFER + "where o.application_id = :application order by o.made_at, o.id")
                .param("application", application.value())
                .query(OfferTable::offer)
                .list();
    }

    Optional<Offer> find(UUID id) {
        return database.sql(OFFER + "where o.id = :id")
                .param("id", id)
                .query(OfferTable::offer)
                .optional();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                new CallId(row.getObject("call_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_number"),
                new ApplicationId(row.getObject("application_id", UUID.class)),
                row.getString("application_number"),
                row.getString("origin"),
                AwardTable.moment(row, "made_at").orElseThrow(),
                AwardTable.moment(row, "deadline").orElseThrow(),
                Offer.State.of(row.getString("state")),
                AwardTable.moment(row, "answered_at"));
    }
}
