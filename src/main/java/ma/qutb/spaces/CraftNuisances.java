package ma.qutb.spaces;

import java.time.LocalDate;
import java.util.Map;
import ma.qutb.registry.CraftCode;

/** What crafts bring with them. */
public interface CraftNuisances {

    /** What was set for crafts and families on this day; a craft without takes its family's, a family without brings none. */
    Map<CraftCode, Nuisance> on(LocalDate day);
}
