package ma.qutb.market.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of payments. */
@Component
class PaymentTable {

    private final JdbcClient database;
    private final Clock clock;

    PaymentTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a payment, or answers the one that is open for this order and method. */
    PaymentId open(Payable order, String number, String method, String acquirer, Instant until) {
        return new PaymentId(database.sql("""
            insert into market.payment (id, number, order_id, order_number, method, acquirer, state, amount, language, tracking_path,
                demonstration, begun_at, expires_at, reason)
            values (:id, :number, :order, :orderNumber, :method, :acquirer, 'pending', :amount, :language, :path, :demonstration, :now,
                :until, '')
            on conflict (order_id, method) where state in ('pending', 'refused') do update set language = excluded.language
            returning id
            """)
                .param("id", PaymentId.next().value())
                .param("number", number)
                .param("order", order.order())
                .param("orderNumber", order.number())
                .param("method", method)
                .param("acquirer", acquirer)
                .param("amount", order.amount())
                .param("language", order.language().code())
                .param("path", order.trackingPath())
                .param("demonstration", order.demonstration())
                .param("now", now())
                .param("until", at(until))
                .query(UUID.class)
                .single());
    }

    Optional<Payment> find(UUID id) {
        return database.sql("select * from market.payment where id = :id")
                .param("id", id)
                .query(Payment::of)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Payment> lock(UUID id) {
        return database.sql("select * from market.payment where id = :id for update")
                .param("id", id)
                .query(Payment::of)
                .optional();
    }

    Optional<Payment> lock(String number, String acquirer) {
        return database.sql("select * from market.payment where number = :number and acquirer = :acquirer for update")
                .param("number", number)
                .param("acquirer", acquirer)
                .query(Payment::of)
                .optional();
    }

    List<Payment> ofOrder(UUID order) {
        return database.sql("select * from market.payment where order_id = :order order by begun_at desc, id desc")
                .param("order", order)
                .query(Payment::of)
                .list();
    }

    /** Those whose time is over and which nobody is settling at this moment; they stay locked. */
    List<Payment> late(int most) {
        return database.sql("""
            select * from market.payment where state in ('pending', 'refused') and expires_at <= :now
             order by expires_at limit :most for update skip locked
            """)
                .param("now", now())
                .param("most", most)
                .query(Payment::of)
                .list();
    }

    void expiresAt(PaymentId payment, Instant until) {
        database.sql("update market.payment set expires_at = greatest(expires_at, :until) where id = :id")
                .param("until", at(until))
                .param("id", payment.value())
                .update();
    }

    void state(PaymentId payment, Payments.State state, String reason) {
        database.sql("update market.payment set state = :state, reason = :reason where id = :id")
                .param("state", state.code())
                .param("reason", reason)
                .param("id", payment.value())
                .update();
    }

    void paid(PaymentId payment, String reference) {
        database.sql("""
            update market.payment set state = 'paid', reason = '', reference = :reference, settled_at = :now where id = :id
            """)
                .param("reference", reference)
                .param("now", now())
                .param("id", payment.value())
                .update();
    }

    /** The acquirer's settlement brought it. */
    void match(PaymentId payment) {
        database.sql("update market.payment set matched_at = :now where id = :id")
                .param("now", now())
                .param("id", payment.value())
                .update();
    }

    boolean matched(PaymentId payment) {
        return database.sql("select matched_at is not null from market.payment where id = :id")
                .param("id", payment.value())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
