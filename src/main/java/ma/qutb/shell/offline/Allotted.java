package ma.qutb.shell.offline;

import java.time.Instant;
import java.util.UUID;

/**
 * What a device was given to sell without network.
 *
 * @param device minted by the device itself
 * @param place where it sells
 * @param till whose drawer takes the money
 * @param open whether the device may still sell from it, and may hold sales that have not arrived
 */
public record Allotted(
        UUID id,
        UUID device,
        String deviceName,
        UUID place,
        UUID till,
        Instant openedAt,
        String openedBy,
        boolean open) {}
