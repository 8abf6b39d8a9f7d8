package ma.qutb.programmes.figures;

import java.util.List;
import ma.qutb.programmes.fact.Fact;
import org.springframework.stereotype.Component;

/** The region's main figures, for pages outside this package. */
@Component
public class Overview {

    private final PartPages pages;
    private final PartContents contents;
    private final Telling telling;

    Overview(PartPages pages, PartContents contents, Telling telling) {
        this.contents = contents;
        this.pages = pages;
        this.telling = telling;
    }

    /** The overview without any selection. */
    public PartPage whole() {
        return pages.overview(new Selection(null, null, null, Borders.THEN));
    }

    /** The figures that stand for the region, the most telling first. */
    public List<Fact> main() {
        return contents.main();
    }

    public Telling telling() {
        return telling;
    }
}
