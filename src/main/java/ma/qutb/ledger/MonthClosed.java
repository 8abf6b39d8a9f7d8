package ma.qutb.ledger;

import java.time.YearMonth;

/** A month of a book was closed. */
public record MonthClosed(BookId book, YearMonth month) {}
