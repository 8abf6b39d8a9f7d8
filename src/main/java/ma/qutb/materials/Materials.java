package ma.qutb.materials;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which raw materials there are. */
public interface Materials {

    Optional<Material> find(MaterialCode material);

    /** All of them, silver first. */
    List<Material> all();

    /** The finenesses it was dealt in on this day, finest first; empty for materials without. */
    List<Fineness> finenesses(MaterialCode material, LocalDate day);

    /** Those it was dealt in before this day and is not any more; what an assay found besides is none of them. */
    Set<Fineness> ended(MaterialCode material, LocalDate day);
}
