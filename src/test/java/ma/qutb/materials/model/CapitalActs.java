package ma.qutb.materials.model;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.fund.Withdrawal;

/** Entrusting money to the fund, and taking it back. */
class CapitalActs {

    private final Sequence all;

    CapitalActs(Sequence all) {
        this.all = all;
    }

    void act() {
        if (all.random.nextInt(3) > 0) {
            contribute();
        } else {
            withdraw();
        }
    }

    void contribute() {
        var point = all.anyPoint();
        long amount = all.random.nextLong(0, 50) * 1_234_56;
        var key = Sequence.key();
        all.<UUID>actOnce(
                () -> {
                    Refused.when(amount == 0, "materials.fund.refusal.amount");
                    return id -> all.capital.contributed(point, amount, all.today());
                },
                () -> all.program
                        .entrusting()
                        .contribute(key, point, all.partner, "2026/1", all.today(), amount, Sequence.CLERK));
    }

    private void withdraw() {
        var point = all.anyPoint();
        long amount = all.partOf(all.capital.given - all.capital.takenBack);
        var key = Sequence.key();
        var id = all.<UUID>act(
                () -> {
                    all.capital.checkAsking(amount);
                    return it -> {};
                },
                () -> all.program.entrusting().ask(key, point, all.partner, "سحب", amount, Sequence.CLERK));
        if (id != null) {
            authorise(id, key, point, amount);
        }
    }

    private void authorise(UUID id, UUID key, SalePoint point, long amount) {
        var by = all.random.nextInt(5) == 0 ? Sequence.CLERK : Sequence.DIRECTOR;
        var withdrawal = new Withdrawal(
                id,
                key,
                all.fund.id(),
                point.id(),
                all.partner,
                "سحب",
                amount,
                all.program.clock().instant(),
                Sequence.CLERK.id(),
                Sequence.CLERK.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        all.act(
                () -> {
                    var entry = all.capital.pay(point, amount, by.equals(Sequence.CLERK), all.today());
                    return it -> {
                        all.book.write(entry);
                        all.capital.paid(amount);
                    };
                },
                () -> {
                    all.program.entrusting().authorise(withdrawal, point, by);
                    return id;
                });
    }
}
