package ma.qutb.materials.point;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Material;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.reference.Principles;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;

/** A sale point as its page shows it. */
public record PointPage(
        SalePoint point,
        RunningPoints.Details details,
        LocalName place,
        Optional<Organisations.Summary> manager,
        List<Conventions.Convention> conventions,
        Map<OrganisationId, Organisations.Summary> parties,
        List<Equipment.Scale> scales,
        List<RunningPoints.Hours> hours,
        List<RunningPoints.Clerk> clerks,
        Map<PersonId, People.Summary> people,
        Money bank,
        List<Money> tills,
        Map<Material, Stock> stock,
        List<Principles.Told> principles,
        Optional<Principles.Told> told,
        LocalDate today) {

    /** An account of the point with what it holds, in centimes. */
    public record Money(String name, UUID account, long centimes) {}

    /** What lies there of a material. */
    public record Stock(int lots, long weight, long fine, long cost) {

        static Stock of(List<LotAtPoint> lots) {
            return new Stock(
                    lots.size(),
                    lots.stream().mapToLong(it -> it.left().weight()).sum(),
                    lots.stream().mapToLong(it -> it.left().fine()).sum(),
                    lots.stream().mapToLong(it -> it.left().cost()).sum());
        }
    }

    public String path() {
        return "/app/materials/points/" + point.id();
    }

    public String state() {
        return point.closedOn().isPresent() ? "closed" : point.openedOn().isPresent() ? "open" : "preparing";
    }

    /** What is still to be done before it opens. */
    public List<String> missing() {
        return PointController.missing(this);
    }

    /** The account number but for its last digits. */
    public String maskedRib() {
        var rib = details.rib();
        return rib == null ? "" : "•••• " + rib.substring(20);
    }
}
