package ma.qutb.registry.directory;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.PublicNames;
import org.springframework.stereotype.Component;

/** Answers from the directory, which has the last word on who is shown. */
@Component
class NamingPublicly implements PublicNames {

    private final Directory directory;

    NamingPublicly(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Named> of(UUID party) {
        return directory
                .shown(party)
                .map(it -> new Named(
                        it.artisan(),
                        it.number(),
                        it.name(),
                        Optional.ofNullable(it.photo()),
                        it.place(),
                        it.story(),
                        "/directory/" + (it.artisan() ? "artisans/" : "organisations/") + it.slug()));
    }
}
