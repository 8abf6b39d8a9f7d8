package ma.qutb.materials.point;

import java.util.List;
import java.util.function.Function;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoints;
import ma.qutb.shell.list.Option;
import org.springframework.security.core.context.SecurityContextHolder;

/** The points a reader may see, as a list offers them to choose from. */
public final class PointOptions {

    private PointOptions() {}

    public static Function<Language, List<Option>> of(SalePoints points) {
        return language -> {
            var reader = SecurityContextHolder.getContext().getAuthentication();
            return reader != null && reader.getPrincipal() instanceof Actor actor
                    ? points.all(actor, Code.SEE).stream()
                            .map(it -> Option.of(it.id().toString(), it.name().in(language)))
                            .toList()
                    : List.of();
        };
    }
}
