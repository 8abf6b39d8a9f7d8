package ma.qutb.spaces.premises;

/** The signs of what is tapped on the phone: names of symbols of the sprite. */
public final class Pictures {

    private Pictures() {}

    /** @param of {@code kind}, {@code owner}, {@code obstacle} or a question */
    public static String of(String of, String code) {
        return switch (of + "." + code) {
            case "kind.womens_club" -> "gender-female";
            case "kind.community_house" -> "building-community";
            case "kind.school" -> "school";
            case "kind.workshop" -> "hammer";
            case "kind.shop" -> "building-store";
            case "kind.store" -> "packages";
            case "owner.commune", "owner.state" -> "building-bank";
            case "owner.association" -> "heart-handshake";
            case "owner.cooperative" -> "users-group";
            case "owner.private" -> "user";
            case "power.yes" -> "bolt";
            case "power.near", "water.near" -> "route";
            case "power.no", "water.no", "road.none", "women.none" -> "circle-x";
            case "water.yes" -> "circle-check";
            case "road.paved" -> "truck-delivery";
            case "road.track" -> "plant-2";
            case "ownership.clear" -> "file-check";
            case "ownership.agreement", "obstacle.agreement" -> "signature";
            case "ownership.dispute", "obstacle.dispute" -> "gavel";
            case "women.many" -> "users-group";
            case "women.some" -> "users";
            case "women.few" -> "user";
            case "obstacle.ownership" -> "file-x";
            case "obstacle.structure" -> "building-cottage";
            case "obstacle.water" -> "recycle";
            case "obstacle.power" -> "bolt";
            case "obstacle.access" -> "route";
            case "obstacle.equipment" -> "tools";
            case "obstacle.money" -> "coins";
            default -> "dots";
        };
    }
}
