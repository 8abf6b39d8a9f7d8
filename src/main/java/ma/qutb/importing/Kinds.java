package ma.qutb.importing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of lists the modules can import. */
@Component
class Kinds {

    private final Map<String, ImportKind<?>> kinds;

    @SuppressWarnings({"rawtypes", "unchecked"})
    Kinds(ObjectProvider<ImportKind> offered) {
        kinds = offered.stream()
                .map(it -> (ImportKind<?>) it)
                .collect(Collectors.toMap(ImportKind::name, Function.identity()));
    }

    Optional<ImportKind<?>> named(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    Collection<ImportKind<?>> all() {
        return kinds.values();
    }

    Collection<String> names() {
        return kinds.keySet();
    }
}
