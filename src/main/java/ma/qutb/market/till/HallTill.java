package ma.qutb.market.till;

import java.util.UUID;
import ma.qutb.registry.LocalName;

/**
 * A drawer of the hall.
 *
 * @param name as it is written on it
 * @param territory of the place it stands at; empty where that has none
 */
public record HallTill(UUID id, String name, UUID place, LocalName placeName, String territory) {}
