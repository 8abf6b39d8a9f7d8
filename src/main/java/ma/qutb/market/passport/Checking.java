package ma.qutb.market.passport;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether a key of the pole signed what a code carries, for browsers that cannot tell by themselves. */
@Component
class Checking {

    private final SigningKeys keys;
    private final JsonMapper json;

    Checking(SigningKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** What was signed; empty for what was forged, altered or signed by somebody else. */
    Optional<Claims> check(String compact) {
        return Jws.read(compact)
                .filter(it -> keys.find(it.kid()).filter(it::verifies).isPresent())
                .flatMap(it -> {
                    try {
                        return Optional.of(json.readValue(it.payload(), Claims.class));
                    } catch (JacksonException e) {
                        return Optional.empty();
                    }
                });
    }
}
