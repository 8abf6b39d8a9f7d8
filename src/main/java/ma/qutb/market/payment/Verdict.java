package ma.qutb.market.payment;

import java.util.Locale;
import ma.qutb.market.payment.Acquirer.Answer;

/** What is made of a callback. */
enum Verdict {
    PAID(Answer.TAKE, false),
    /** Time had run out, and the order still wants it. */
    LATE(Answer.TAKE, false),
    /** The same again: the first answer may have been lost on the way. */
    REPEATED(Answer.TAKE, false),
    REFUSED(Answer.NOTED, false),
    /** Accepted a second time, as another transaction: nothing is taken. */
    TWICE(Answer.NOTED, true),
    /** Another amount or another currency than asked. */
    AMOUNT(Answer.NOTED, true),
    /** The order was cancelled, or is paid otherwise. */
    CLOSED(Answer.NOTED, true),
    /** Accepted, and nothing says as what. */
    UNREADABLE(Answer.NOTED, true),
    /** A good signature under a number that is not ours. */
    UNKNOWN(Answer.NOTED, true),
    FORGED(Answer.AGAIN, true),
    /** Something went wrong here; told by a transaction of its own. */
    FAULT(Answer.AGAIN, true);

    private final Answer answer;
    private final boolean worrying;

    Verdict(Answer answer, boolean worrying) {
        this.answer = answer;
        this.worrying = worrying;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Answer answer() {
        return answer;
    }

    /** Whether somebody must look. */
    boolean worrying() {
        return worrying;
    }
}
