package ma.qutb.spaces.call;

import java.util.List;
import java.util.Set;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.UnitId;

/** What is said of a call while it is prepared. */
public record CallDraft(
        Calendar calendar,
        LocalName seed,
        Set<PartyKind> parties,
        List<UnitId> units,
        List<Criterion> criteria,
        List<AskedPaper> papers,
        List<KeptShare> shares) {

    public CallDraft {
        parties = Set.copyOf(parties);
        units = List.copyOf(units);
        criteria = List.copyOf(criteria);
        papers = List.copyOf(papers);
        shares = List.copyOf(shares);
    }
}
