package ma.qutb.spaces.application;

import java.util.Optional;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.allocation.Bar;

/** A unit of a call as one applicant sees it: whether it can be had, and if not, which rule keeps them out. */
public record Fit(Unit unit, Optional<Bar> bar) {

    public boolean fits() {
        return bar.isEmpty();
    }
}
