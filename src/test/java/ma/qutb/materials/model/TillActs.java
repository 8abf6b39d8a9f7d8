package ma.qutb.materials.model;

import java.util.Map;
import java.util.UUID;

/** Opening, counting, explaining, approving; to the bank and back. */
class TillActs {

    private final Sequence all;

    TillActs(Sequence all) {
        this.all = all;
    }

    void act() {
        var till = all.any(all.tills);
        switch (all.random.nextInt(5)) {
            case 0 -> count(till);
            case 1 -> deposit(till);
            case 2 -> approve(till);
            default -> next(till);
        }
    }

    /** What usually comes next. */
    private void next(ModelTill till) {
        switch (till.state) {
            case CLOSED -> open(till, till.expected() + (all.random.nextInt(4) == 0 ? 25 : 0), all.reason());
            case OPEN -> deposit(till);
            case COUNTED -> explain(till);
        }
    }

    void open(ModelTill till, long counted, String reason) {
        var key = Sequence.key();
        all.<UUID>actOnce(
                () -> {
                    till.checkOpening(counted, reason);
                    return id -> till.opened(id, counted);
                },
                () -> all.program.tills().open(key, till.point, till.till, counted, reason, Sequence.CLERK));
    }

    private void count(ModelTill till) {
        long counted = Math.max(0, till.expected() + (all.random.nextBoolean() ? 0 : all.random.nextLong(-300, 300)));
        all.act(
                () -> {
                    Refused.when(till.state != ModelTill.State.OPEN, "materials.till.refusal.not-open");
                    return it -> till.counted(counted);
                },
                () -> all.program
                        .tills()
                        .count(till.point, till.till, Map.of(1, Math.toIntExact(counted)), Sequence.CLERK));
    }

    private void explain(ModelTill till) {
        var reason = all.reason();
        all.act(
                () -> {
                    Refused.when(reason.isBlank(), "materials.till.refusal.closing-reason");
                    return it -> till.explained();
                },
                () -> {
                    all.program.tills().explain(till.session, reason, Sequence.CLERK);
                    return till;
                });
    }

    private void approve(ModelTill till) {
        if (till.differences.isEmpty()) {
            next(till);
            return;
        }
        var difference = all.any(till.differences);
        var by = all.random.nextInt(5) == 0 ? Sequence.CLERK : Sequence.DIRECTOR;
        all.act(
                () -> {
                    var entry = till.approve(difference, by.equals(Sequence.CLERK), all.today());
                    return it -> {
                        all.book.write(entry);
                        difference.approved = true;
                    };
                },
                () -> {
                    all.program.tills().approve(till.point, till.till, difference.session, difference.moment, by);
                    return difference;
                });
    }

    private void deposit(ModelTill till) {
        boolean back = all.random.nextInt(3) == 0;
        long amount = back
                ? all.partOf(all.book.balance(ModelSupply.bank(till.point)))
                : all.partOf(all.book.balance(till.place()));
        var key = Sequence.key();
        all.actOnce(
                () -> {
                    var entry = till.deposit(amount, back, all.today());
                    return it -> all.book.write(entry);
                },
                () -> {
                    if (back) {
                        all.program.tills().fetch(key, till.point, till.till, amount, "RT", Sequence.CLERK);
                    } else {
                        all.program.tills().deposit(key, till.point, till.till, amount, "BR", Sequence.CLERK);
                    }
                    return key;
                });
    }
}
