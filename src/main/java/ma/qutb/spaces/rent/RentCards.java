package ma.qutb.spaces.rent;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Draft;
import ma.qutb.market.card.CardDebt;
import ma.qutb.market.card.CardDebts;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
import org.springframework.stereotype.Component;

/** What a lease owes can be paid by card, whole, through the acquirer of the shop. */
@Component
class RentCards implements CardDebts {

    private final Leases leases;
    private final Standings standings;
    private final TakingRents taking;
    private final RentAccounts accounts;
    private final Clock clock;

    RentCards(Leases leases, Standings standings, TakingRents taking, RentAccounts accounts, Clock clock) {
        this.leases = leases;
        this.standings = standings;
        this.taking = taking;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public boolean own(String number) {
        return number.matches("L-[0-9]{6,12}");
    }

    @Override
    public Optional<CardDebt> find(String number) {
        return leases.called(number).flatMap(it -> debt(it, Language.AR));
    }

    /** What a lease owes now, as it is paid by card. */
    Optional<CardDebt> debt(Lease lease, Language language) {
        long owed = standings.of(lease.id(), today()).owed();
        return owed <= 0
                ? Optional.empty()
                : Optional.of(new CardDebt(
                        UUID.nameUUIDFromBytes(
                                ("spaces.card." + lease.id() + "." + owed).getBytes(StandardCharsets.UTF_8)),
                        lease.said(),
                        owed,
                        language,
                        lease.tenant().name().french(),
                        "/app/my/rent",
                        lease.tenant().demonstration()));
    }

    @Override
    public Draft paid(String number, UUID payment, long amount) {
        var lease = leases.called(number).flatMap(it -> leases.lock(it.id())).orElseThrow();
        var key = UUID.nameUUIDFromBytes(("spaces.card." + payment).getBytes(StandardCharsets.UTF_8));
        return taking.draft(lease, key, "card", amount, today(), payment.toString(), "", accounts.cards());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
