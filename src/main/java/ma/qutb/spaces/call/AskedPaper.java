package ma.qutb.spaces.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A paper a call can ask for; the words are {@code spaces.call.paper.<code>}. */
public enum AskedPaper {
    /** Of the artisan, or of whoever signs for the cooperative or enterprise. */
    IDENTITY,
    ARTISAN_CARD,
    /** What will be made and sold there, with whom and with what. */
    PROJECT,
    STATUTES,
    /** The list of the members of a cooperative. */
    MEMBERS,
    TRADE_REGISTER,
    /** Only of whoever applies as a young graduate. */
    DIPLOMA;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AskedPaper> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** Whether a party of this kind that belongs to these groups must bring it. */
    public boolean neededOf(PartyKind party, Set<Group> groups) {
        return switch (this) {
            case IDENTITY, PROJECT -> true;
            case ARTISAN_CARD -> party == PartyKind.ARTISAN;
            case STATUTES -> party != PartyKind.ARTISAN;
            case MEMBERS -> party == PartyKind.COOPERATIVE;
            case TRADE_REGISTER -> party == PartyKind.ENTERPRISE;
            case DIPLOMA -> groups.contains(Group.YOUNG_GRADUATE);
        };
    }
}
