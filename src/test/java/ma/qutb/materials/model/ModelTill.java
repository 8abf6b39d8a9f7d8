package ma.qutb.materials.model;

import static ma.qutb.materials.model.ModelBook.MONEY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.model.ModelBook.Entry;
import ma.qutb.materials.model.ModelBook.Place;

/** A till: closed, open, or counted and waiting for a reason. */
class ModelTill {

    enum State {
        CLOSED,
        OPEN,
        COUNTED
    }

    static class Difference {
        final UUID session;
        final String moment;
        final long amount;
        boolean approved;

        Difference(UUID session, String moment, long amount) {
            this.session = session;
            this.moment = moment;
            this.amount = amount;
        }
    }

    final ModelBook book;
    final SalePoint point;
    final SalePoints.Till till;
    final List<Difference> differences = new ArrayList<>();
    State state = State.CLOSED;
    UUID session = new UUID(0, 0);
    long found;

    ModelTill(ModelBook book, SalePoint point, SalePoints.Till till) {
        this.book = book;
        this.point = point;
        this.till = till;
    }

    Place place() {
        return new Place(ChartRole.TILL, MONEY, point.id().value(), till.id().value());
    }

    /** What the books say, and what is known to be missing or too much. */
    long expected() {
        return book.balance(place()) + waiting();
    }

    /** Whether so much is not in it because of what is known to be missing. */
    boolean lacks(long amount) {
        return waiting() < 0 && amount > expected();
    }

    private long waiting() {
        return differences.stream()
                .filter(it -> !it.approved)
                .mapToLong(it -> it.amount)
                .sum();
    }

    void checkOpening(long counted, String reason) {
        Refused.when(counted != expected() && reason.isBlank(), "materials.till.refusal.opening-reason");
        Refused.when(state != State.CLOSED, "materials.till.refusal.open");
    }

    void opened(UUID id, long counted) {
        if (counted != expected()) {
            differences.add(new Difference(id, "opening", counted - expected()));
        }
        session = id;
        state = State.OPEN;
    }

    void counted(long counted) {
        found = counted - expected();
        state = found == 0 ? State.CLOSED : State.COUNTED;
    }

    void explained() {
        differences.add(new Difference(session, "closing", found));
        state = State.CLOSED;
    }

    Entry approve(Difference it, boolean samePerson, LocalDate today) {
        Refused.when(samePerson, "materials.till.refusal.second-person");
        Refused.when(it.approved, "materials.till.refusal.approved");
        var entry = new Entry(today)
                .add(place(), it.amount)
                .add(new Place(ChartRole.COUNTING_DIFFERENCE, MONEY, point.id().value(), null), -it.amount);
        book.check(entry, today);
        return entry;
    }

    /** Money to the bank, or back from it. */
    Entry deposit(long amount, boolean back, LocalDate today) {
        Refused.when(amount <= 0, "materials.till.refusal.amount");
        Refused.when(state != State.OPEN, "materials.till.refusal.not-open");
        if (back) {
            ModelSupply.checkBank(book, point, amount);
        } else {
            Refused.when(lacks(amount), "materials.till.refusal.missing");
        }
        var entry = new Entry(today)
                .add(place(), back ? amount : -amount)
                .add(ModelSupply.bank(point), back ? -amount : amount);
        book.check(entry, today);
        return entry;
    }
}
