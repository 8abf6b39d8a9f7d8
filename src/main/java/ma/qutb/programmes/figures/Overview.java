package ma.qutb.programmes.figures;

import java.util.List;
import ma.qutb.programmes.fact.Fact;
import org.springframework.stereotype.Component;

/** The region's main figures, for pages outside this package. */
@Component
public class Overview {

    private final PartPages pages;
    private final Telling telling;

    Overview(PartPages pages, Telling telling) {
        this.pages = pages;
        this.telling = telling;
    }

    /** The overview without any selection. */
    public PartPage whole() {
        return pages.overview(new Selection(null, null, null, Borders.THEN));
    }

    /** The figures that stand for the region, the most telling first. */
    public List<Fact> main() {
        return pages.main();
    }

    public Telling telling() {
        return telling;
    }
}
