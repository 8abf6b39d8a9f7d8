package ma.qutb.spaces;

import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.TerritoryCode;

/**
 * A complex, a market, a hall, a zone.
 *
 * @param kind its words are {@code spaces.site.kind.<kind>}
 * @param state its words are {@code spaces.site.state.<state>}
 * @param operator who runs it
 */
public record Site(
        SiteId id,
        String code,
        String kind,
        LocalName name,
        TerritoryCode territory,
        Optional<OrganisationId> operator,
        String state,
        boolean demonstration) {}
