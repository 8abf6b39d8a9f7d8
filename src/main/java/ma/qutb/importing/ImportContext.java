package ma.qutb.importing;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;

/**
 * For whom and where rows are imported.
 *
 * @param job the import
 * @param actor who asked for it; their scope holds for what may be imported
 * @param language what they read
 * @param trial whether nothing will be stored
 */
public record ImportContext(UUID job, Actor actor, Language language, boolean trial) {}
