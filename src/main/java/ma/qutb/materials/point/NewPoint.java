package ma.qutb.materials.point;

import java.util.Optional;
import ma.qutb.materials.FundId;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.TerritoryCode;

/**
 * A sale point to prepare.
 *
 * @param code short and unique: {@code GLM}
 * @param managedBy the cooperative that manages it
 */
public record NewPoint(
        FundId fund,
        String code,
        LocalName name,
        TerritoryCode territory,
        Optional<OrganisationId> managedBy,
        boolean demonstration) {}
