package ma.qutb.ledger.posting;

import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.TestBook;

/** A book with a closed month, a reversed entry, something reserved and something released, and the names attacks call them by. */
record AttackedBook(Map<String, String> names) {

    static AttackedBook make(Ledger ledger, StandingClock clock) {
        var names = new HashMap<String, String>();
        clock.toNextMonth();
        var book = TestBook.open(ledger);
        var closed = clock.today();
        names.put("before", clock.instant().toString());
        var paid = ledger.post(book.paidIn(1_000_00, closed), TestBook.CLERK);
        clock.toNextMonth();
        ledger.closeMonth(book.id(), YearMonth.from(closed), TestBook.CLERK);
        var reversed = ledger.post(book.paidIn(10_00, clock.today()), TestBook.CLERK);
        ledger.reverse(reversed, UUID.randomUUID(), "خطأ", TestBook.CLERK);
        ledger.post(book.received(book.lot(), 1_000, clock.today()), TestBook.CLERK);
        var loose = ledger.post(book.paidIn(1_00, clock.today()), TestBook.CLERK);
        ledger.post(book.draft(clock.today()).debit(book.capital(), 1_00).credit(book.till(), 1_00), TestBook.CLERK);
        var later = clock.instant().plus(Duration.ofDays(400));
        var held = ledger.reserve(book.sold(book.lot(), 10, book.till(), 1, clock.today()), later, TestBook.CLERK);
        var released = ledger.reserve(book.sold(book.lot(), 10, book.till(), 1, clock.today()), later, TestBook.CLERK);
        ledger.release(released, "", TestBook.CLERK);
        // The next month is over too, with something held in it.
        clock.toNextMonth();
        clock.toNextMonth();
        clock.forward(Duration.ofDays(1));
        names.put("book", book.id().value().toString());
        names.put("till", book.till().value().toString());
        names.put("lot", book.lot().value().toString());
        names.put("credit", book.credit().value().toString());
        names.put("capital", book.capital().value().toString());
        names.put("sales", book.sales().value().toString());
        names.put("outside", book.outside().value().toString());
        var other = TestBook.open(ledger);
        names.put("otherbook", other.id().value().toString());
        names.put("elsewhere", other.capital().value().toString());
        names.put("paid", paid.value().toString());
        names.put("reversed", reversed.value().toString());
        names.put("loose", loose.value().toString());
        names.put("held", held.value().toString());
        names.put("released", released.value().toString());
        names.put("closed", closed.withDayOfMonth(1).toString());
        names.put("today", clock.today().toString());
        names.put("now", clock.instant().toString());
        names.put("later", later.toString());
        names.put("fresh", UUID.randomUUID().toString());
        names.put("otherfresh", UUID.randomUUID().toString());
        names.put("otherkey", UUID.randomUUID().toString());
        names.put("key", UUID.randomUUID().toString());
        return new AttackedBook(names);
    }

    String words(String sql) {
        var words = sql;
        for (var name : names.entrySet()) {
            words = words.replace("{" + name.getKey() + "}", name.getValue());
        }
        return words;
    }
}
