/**
 * The machine room, for whoever operates Qutb: the PostgreSQL it starts by itself or is pointed at, the checks without
 * which it refuses to start, migrations, the clock. Knows nothing of handicraft.
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"kernel"})
package ma.qutb.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
