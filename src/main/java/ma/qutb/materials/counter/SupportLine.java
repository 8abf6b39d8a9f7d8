package ma.qutb.materials.counter;

import java.util.UUID;
import ma.qutb.registry.LocalName;

/** Who pays what is missing when something is sold under the floor. */
public record SupportLine(UUID id, LocalName name) {}
