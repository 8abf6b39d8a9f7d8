package ma.qutb.materials.counter;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Material;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.TillId;
import ma.qutb.materials.Typed;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the counter's screen, as it was typed and pressed.
 *
 * @param key of the sale to come
 * @param q a card, a number or a name to look for
 * @param sold the sale just made, whose receipt is shown
 */
public record CounterForm(
        String key,
        String q,
        String buyer,
        String till,
        String material,
        String fineness,
        String weight,
        String lot,
        String payment,
        String reference,
        String exception,
        String scale,
        String sold) {

    static final String FIRST_MATERIAL = "SILVER";

    public CounterForm {
        key = id(key).map(UUID::toString).orElseGet(() -> Ids.next().toString());
        q = given(q, "");
        buyer = given(buyer, "");
        till = given(till, "");
        material = given(material, FIRST_MATERIAL);
        fineness = given(fineness, "");
        weight = given(weight, "");
        lot = given(lot, "");
        payment = Arrays.stream(Payment.values()).map(Payment::code).toList().contains(payment)
                ? payment
                : Payment.CASH.code();
        reference = given(reference, "");
        exception = given(exception, "");
        scale = given(scale, "");
        sold = given(sold, "");
    }

    /** With the buyer a card or a number named. */
    CounterForm of(PersonId person) {
        return new CounterForm(
                key, "", person.toString(), till, material, fineness, weight, lot, payment, reference, "", scale, "");
    }

    /** With what is chosen where nothing was. */
    CounterForm beside(TillId ownTill, String firstFineness) {
        return new CounterForm(
                key,
                q,
                buyer,
                till.isEmpty() ? ownTill.toString() : till,
                material,
                fineness.isEmpty() ? firstFineness : fineness,
                weight,
                lot,
                payment,
                reference,
                exception,
                scale,
                sold);
    }

    Optional<PersonId> buyerId() {
        return id(buyer).map(PersonId::new);
    }

    Optional<UUID> soldId() {
        return id(sold);
    }

    public Payment paidBy() {
        return Payment.of(payment);
    }

    /** Smallest parts; nothing where no weight, or none that can be, was typed. */
    long parts(Material of) {
        return Typed.parts(weight, of.decimals()).orElse(0);
    }

    /** @throws Refusal when nobody was chosen to buy */
    SaleRequest request(SalePointId point, Material of) {
        return new SaleRequest(
                UUID.fromString(key),
                point,
                id(till).map(TillId::new).orElse(null),
                buyerId().orElseThrow(() -> new Refusal("materials.counter.refusal.buyer")),
                of.code(),
                fineness(of),
                parts(of),
                id(lot).map(LotId::new).orElse(null),
                paidBy(),
                reference.strip(),
                id(exception).orElse(null),
                scale.equals("true"));
    }

    private @Nullable Fineness fineness(Material of) {
        return of.hasFineness() && fineness.matches("[0-9]{1,5}") && !fineness.matches("0+")
                ? new Fineness(Integer.parseInt(fineness))
                : null;
    }

    private static Optional<UUID> id(@Nullable String typed) {
        return typed != null && typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(typed))
                : Optional.empty();
    }

    private static String given(@Nullable String typed, String other) {
        return typed == null || typed.isBlank() ? other : typed;
    }
}
