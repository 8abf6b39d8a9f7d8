package ma.qutb.materials.credit;

import java.util.UUID;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TillId;
import ma.qutb.materials.counter.Payment;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Money an artisan brings back.
 *
 * @param key minted with the form: sent twice, it is taken once
 * @param till for cash
 * @param amount centimes
 * @param reference of a transfer
 */
public record RepaymentRequest(
        UUID key,
        SalePoint point,
        @Nullable TillId till,
        PersonId person,
        long amount,
        Payment payment,
        String reference) {}
