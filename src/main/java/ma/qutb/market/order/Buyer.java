package ma.qutb.market.order;

import ma.qutb.kernel.PhoneNumber;
import ma.qutb.market.delivery.Zone;

/**
 * Who buys and where it goes, as it was typed and found right.
 *
 * @param phone in the international form
 * @param email empty where none was given
 * @param country two letters; Morocco for whoever comes to the pole
 */
public record Buyer(
        String name,
        String phone,
        String email,
        boolean pickUp,
        String country,
        String city,
        String address,
        String landmark,
        String postcode,
        String note) {

    /** As people read it aloud. */
    public String spacedPhone() {
        return new PhoneNumber(phone).spaced();
    }

    public boolean abroad() {
        return !pickUp && !country.equals(Zone.MOROCCO);
    }
}
