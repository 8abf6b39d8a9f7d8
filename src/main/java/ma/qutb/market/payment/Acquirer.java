package ma.qutb.market.payment;

import java.net.URI;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import ma.qutb.kernel.Language;

/** Who takes cards for the pole. Another acquirer is another class; the first that is set up takes the payments that begin now. */
public interface Acquirer {

    /**
     * What is asked of it.
     *
     * @param number under which it will speak of the payment
     * @param amount centimes of a dirham
     * @param email empty where there is none
     * @param callback where it tells us, machine to machine
     */
    record Asking(
            String number,
            long amount,
            Language language,
            String name,
            String phone,
            String email,
            URI ok,
            URI fail,
            URI callback,
            URI shop) {}

    /** What the browser posts to its page. */
    record Form(URI address, SequencedMap<String, String> fields) {}

    /**
     * What it told us.
     *
     * @param genuine whether it can only come from there; all else means nothing otherwise
     * @param amount centimes; empty where none can be read
     * @param dirhams whether that is the currency
     * @param reference what it calls the money, when it was accepted
     * @param reason why not, in its own words
     */
    record Told(
            boolean genuine,
            String number,
            boolean accepted,
            OptionalLong amount,
            boolean dirhams,
            String reference,
            String reason) {}

    /** What it is answered. */
    enum Answer {
        /** Paid: take the money. */
        TAKE,
        /** Understood; no money is to be taken now. */
        NOTED,
        /** Something went wrong here: tell us again. */
        AGAIN
    }

    /** As tables and addresses call it. */
    String code();

    /** Whether it is set up. */
    boolean ready();

    Form form(Asking asking);

    /** Reads a callback; never throws, whatever it is sent. */
    Told read(Map<String, String> fields);

    /** The text it expects. */
    String words(Answer answer);
}
