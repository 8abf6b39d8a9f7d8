package ma.qutb.registry.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.honour.Honour;
import ma.qutb.registry.published.Said;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pages of one organisation show.
 *
 * @param belongings organisations of which it is itself a member, present ones first
 * @param path null for what is no cooperative
 * @param said what a publication tells of it
 */
public record OrganisationPage(
        OrganisationId id,
        long number,
        long version,
        OrganisationDetails details,
        @Nullable UUID photo,
        boolean demonstration,
        boolean collective,
        Instant registeredAt,
        List<LocalName> place,
        List<LocalName> crafts,
        List<Member> members,
        List<Belonging> belongings,
        List<Honour> honours,
        @Nullable FormationPath path,
        Said said) {

    /** Somebody, or another organisation, that belongs or belonged to it. */
    public record Member(
            UUID membership,
            @Nullable UUID person,
            @Nullable UUID organisation,
            LocalName name,
            MemberRole role,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer shares,
            @Nullable String phone,
            boolean demonstration) {}

    /** A union or federation it belongs or belonged to. */
    public record Belonging(
            UUID organisation,
            LocalName name,
            LocalDate from,
            @Nullable LocalDate to,
            boolean demonstration) {}

    public String name(Language language) {
        return details.name().local().in(language);
    }

    public String path(String section) {
        return "/app/organisations/" + id + section;
    }

    public List<Member> present() {
        return members.stream().filter(it -> it.to() == null).toList();
    }

    public List<Member> past() {
        return members.stream().filter(it -> it.to() != null).toList();
    }

    /** Those who lead it, in the order of their offices. */
    public List<Member> board() {
        return present().stream()
                .filter(it -> it.role() != MemberRole.MEMBER && it.role() != MemberRole.EMPLOYEE)
                .toList();
    }

    /** Symbol for what it is. */
    public String icon() {
        return switch (details.legalForm()) {
            case COOPERATIVE -> "users-group";
            case ASSOCIATION -> "heart-handshake";
            case ENTERPRISE -> "briefcase";
            case UNION, ECONOMIC_INTEREST_GROUP -> "affiliate";
            case PUBLIC_BODY -> "building-bank";
            case OTHER -> "building-community";
        };
    }
}
