package ma.qutb.materials.counter;

import ma.qutb.materials.Material;
import ma.qutb.registry.LocalName;

/** A request for a lower price, with the words of what it names. */
public record AskedView(ExceptionTable.Asked asked, LocalName buyer, Material material) {}
