package ma.qutb.programmes.figures;

import java.util.List;
import ma.qutb.programmes.fact.Fact;

/**
 * Facts that fit a selection, and how many could not be judged because the publication is silent.
 *
 * @param placeless left out because no place is given
 * @param yearless left out because no year is given
 * @param axisless left out because no axis is given
 * @param undivided left out because they speak of a region that is no more, whole: nobody can say which part lies where
 */
record Selected(List<Fact> facts, int placeless, int yearless, int axisless, int undivided) {}
