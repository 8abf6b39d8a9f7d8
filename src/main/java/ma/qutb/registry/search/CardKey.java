package ma.qutb.registry.search;

import java.util.HexFormat;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.person.IdentityKind;
import ma.qutb.registry.person.IdentityNumber;
import ma.qutb.registry.person.IdentityVault;
import org.springframework.stereotype.Component;

/** Recognises a typed CIN by the hash under which people's records keep it. */
@Component
class CardKey implements IdentityKey {

    private final IdentityVault vault;

    CardKey(IdentityVault vault) {
        this.vault = vault;
    }

    @Override
    public Optional<String> of(String typed) {
        try {
            var number = new IdentityNumber(IdentityKind.CIN, typed);
            return Optional.of(HexFormat.of().formatHex(vault.hash(number)));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }
}
