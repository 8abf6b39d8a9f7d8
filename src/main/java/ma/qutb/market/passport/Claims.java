package ma.qutb.market.passport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a tag says of its piece even without the network. Codes instead of words: they are short, and whoever checks them says them in
 * their own language. Nobody is named: a printed tag could not take a name back.
 *
 * @param sub the serial
 * @param iat when it was signed, in seconds
 * @param art what it is
 * @param mat of what
 * @param tec how it was made
 * @param mg its weight in milligrams
 * @param fin tenths of a thousandth of silver
 * @param lot of silver it was made of, by its number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"sub", "iat", "art", "mat", "tec", "mg", "fin", "lot"})
record Claims(
        String sub,
        long iat,
        String art,
        String mat,
        @Nullable String tec,
        @Nullable Long mg,
        @Nullable Integer fin,
        @Nullable String lot) {

    /** Whether it says the same, whenever it was signed. */
    boolean saysAs(Claims other) {
        return at(0).equals(other.at(0));
    }

    private Claims at(long moment) {
        return new Claims(sub, moment, art, mat, tec, mg, fin, lot);
    }
}
