package ma.qutb.ledger;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small sale point: a till, two lots of silver, credit up to 500 dirhams, and where it all comes from. */
public record TestBook(
        BookId id,
        AccountId till,
        AccountId lot,
        AccountId otherLot,
        AccountId credit,
        AccountId capital,
        AccountId sales,
        AccountId outside) {

    public static final Poster CLERK = new Poster("00000000-0000-7000-8000-000000000001", "نزهة");
    public static final long CREDIT = 500_00;

    public static TestBook open(Ledger ledger) {
        return open(ledger, Set.of("P-GUE"));
    }

    public static TestBook open(Ledger ledger, Set<String> territories) {
        var id = ledger.openBook(new NewBook(
                BookKind.FUND,
                "T-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(),
                new Label("صندوق", "Fonds", "Fund"),
                territories,
                false));
        var point = Owner.of(Owner.Kind.SALE_POINT, UUID.randomUUID());
        return new TestBook(
                id,
                account(ledger, id, ChartRole.TILL, "MAD", point, null, Bounds.NOT_BELOW_ZERO, "الصندوق", "Caisse"),
                account(
                        ledger,
                        id,
                        ChartRole.STOCK,
                        "AG_FINE",
                        point,
                        UUID.randomUUID(),
                        Bounds.NOT_BELOW_ZERO,
                        "دفعة 1",
                        "Lot 1"),
                account(
                        ledger,
                        id,
                        ChartRole.STOCK,
                        "AG_FINE",
                        point,
                        UUID.randomUUID(),
                        Bounds.NOT_BELOW_ZERO,
                        "دفعة 2",
                        "Lot 2"),
                account(
                        ledger,
                        id,
                        ChartRole.RECEIVABLE,
                        "MAD",
                        Owner.of(Owner.Kind.ARTISAN, UUID.randomUUID()),
                        null,
                        Bounds.ceiling(CREDIT),
                        "قرض حسن",
                        "Crédit"),
                account(
                        ledger,
                        id,
                        ChartRole.CAPITAL,
                        "MAD",
                        Owner.of(Owner.Kind.PARTNER, UUID.randomUUID()),
                        null,
                        Bounds.NONE,
                        "رأس المال",
                        "Capital"),
                account(ledger, id, ChartRole.SALES, "MAD", point, null, Bounds.NONE, "المبيعات", "Ventes"),
                account(
                        ledger,
                        id,
                        ChartRole.OUTSIDE,
                        "AG_FINE",
                        Owner.pole(),
                        null,
                        Bounds.NONE,
                        "خارج النقطة",
                        "Hors du point"));
    }

    private static AccountId account(
            Ledger ledger,
            BookId book,
            ChartRole role,
            String commodity,
            Owner owner,
            @Nullable UUID subject,
            Bounds bounds,
            String arabic,
            String french) {
        return ledger.openAccount(
                new NewAccount(book, role, commodity, owner, subject, new Label(arabic, french, french), bounds));
    }

    public Draft draft(LocalDate day) {
        return Draft.of(id, UUID.randomUUID(), "transfer", day).because("تجربة");
    }

    /** Money from the partner into the till. */
    public Draft paidIn(long centimes, LocalDate day) {
        return draft(day).debit(till, centimes).credit(capital, centimes);
    }

    public Draft received(AccountId into, long milligrams, LocalDate day) {
        return draft(day).debit(into, milligrams).credit(outside, milligrams);
    }

    /** Silver out, money in. */
    public Draft sold(AccountId from, long milligrams, AccountId paidInto, long centimes, LocalDate day) {
        return draft(day)
                .debit(paidInto, centimes)
                .credit(sales, centimes)
                .debit(outside, milligrams)
                .credit(from, milligrams);
    }
}
