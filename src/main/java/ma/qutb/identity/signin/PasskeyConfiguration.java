package ma.qutb.identity.signin;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Passkeys belong to the host of {@code qutb.public-address}. The authenticator must have checked its user (finger, face
 * or PIN), so that a passkey counts as both factors.
 */
@Configuration
class PasskeyConfiguration {

    @Bean
    Webauthn4JRelyingPartyOperations passkeyOperations(
            PasskeyUsers users, PasskeyStore keys, @Value("${qutb.public-address}") String address) {
        var host = URI.create(address).getHost();
        var operations = new Webauthn4JRelyingPartyOperations(
                users,
                keys,
                PublicKeyCredentialRpEntity.builder().id(host).name("Qutb").build(),
                Set.of(address.replaceAll("/+$", "")));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
