package ma.qutb.spaces.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Call;

/**
 * What every screen of an application shows.
 *
 * @param party name of the applicant
 * @param mine what the applicant practises, then the other crafts
 * @param fits the units of the call as the chosen craft sees them; empty before one is chosen
 * @param young whether the applicant could count as a young graduate
 */
public record Screen(
        Desk desk,
        Application it,
        Call call,
        Site site,
        LocalName party,
        List<Crafts.Craft> mine,
        List<Crafts.Craft> others,
        Map<UnitId, Fit> fits,
        boolean young,
        Instant now) {

    public String path() {
        return desk.path(it.id());
    }

    public boolean open() {
        return call.open(now);
    }

    public List<AskedPaper> needed() {
        return call.papersOf(it.applicant().kind(), it.groups());
    }

    public List<AskedPaper> missing() {
        return it.missing(call);
    }

    /** The place of a unit among the wishes, from 1; 0 for none. */
    public int rank(UnitId unit) {
        return it.wishes().indexOf(unit) + 1;
    }

    public String number(UnitId unit) {
        var fit = fits.get(unit);
        return fit == null ? "" : fit.unit().number();
    }

    /** What a wish does not fit for; empty for all when everything fits. */
    public List<Fit> unfit() {
        return it.wishes().stream()
                .map(fits::get)
                .filter(java.util.Objects::nonNull)
                .filter(fit -> !fit.fits())
                .toList();
    }

    public String craft(Language language) {
        return java.util.stream.Stream.concat(mine.stream(), others.stream())
                .filter(one -> it.craft().filter(one.code()::equals).isPresent())
                .map(one -> one.name().in(language))
                .findFirst()
                .orElse("");
    }

    /** Whether everything is there that must be, apart from papers. */
    public boolean ready() {
        return it.craft().isPresent() && !it.wishes().isEmpty() && unfit().isEmpty();
    }

    /** A picture of the family of the craft, where the program has one. */
    public static String picture(Crafts.Craft craft) {
        return switch (craft.parent().orElse(craft.code()).value()) {
            case "JEW" -> "img/bracelet-360.webp";
            case "LEA" -> "img/pouf-360.webp";
            case "TLR" -> "img/fabric-360.webp";
            case "WEV", "TEN" -> "img/rug-360.webp";
            case "WOD" -> "img/wood-360.webp";
            case "PLA" -> "img/gypsum-360.webp";
            case "POT" -> "img/pottery-360.webp";
            case "PLT" -> "img/basket-360.webp";
            default -> "";
        };
    }
}
