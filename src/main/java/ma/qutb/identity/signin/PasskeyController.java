package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Accounts;
import ma.qutb.identity.account.SignedIn;
import ma.qutb.kernel.Refusal;
import ma.qutb.shell.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What {@code passkey.js} talks to: adding a passkey to one's account and signing in with one. */
@RestController
class PasskeyController {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository creations =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository requests =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();
    private final Webauthn4JRelyingPartyOperations passkeys;
    private final Accounts accounts;
    private final OpeningSessions sessions;
    private final AuditTrail audit;
    private final Texts texts;

    PasskeyController(
            Webauthn4JRelyingPartyOperations passkeys,
            Accounts accounts,
            OpeningSessions sessions,
            AuditTrail audit,
            Texts texts) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.texts = texts;
    }

    @PostMapping(path = "/me/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String creation(Authentication user, HttpServletRequest request, HttpServletResponse response) {
        var options = passkeys.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(user));
        creations.save(request, response, options);
        return json.writeValueAsString(options);
    }

    @PostMapping("/me/passkeys")
    ResponseEntity<Void> register(
            @RequestBody String body,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response) {
        var options = creations.load(request);
        if (options == null) {
            return ResponseEntity.badRequest().build();
        }
        creations.save(request, response, null);
        PublicKeyCredential<AuthenticatorAttestationResponse> key =
                json.readValue(body, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
        var label = Device.describe(request.getHeader("User-Agent"));
        passkeys.registerCredential(
                new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(key, label)));
        audit.record("passkey-on", SigningIn.ACCOUNT, user.id().toString(), Map.of("device", label));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String request(HttpServletRequest request, HttpServletResponse response) {
        var options =
                passkeys.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        requests.save(request, response, options);
        return json.writeValueAsString(options);
    }

    /** Answers with the address to go to, or with what to tell the user. */
    @PostMapping(path = "/sign-in/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> signIn(
            @RequestBody String body,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account = accounts.findById(proven(body, request, response))
                    .filter(it -> it.active())
                    .orElseThrow(() -> new Refusal("identity.sign-in.refusal.locked"));
            sessions.open(account, Method.PASSKEY, back, request, response);
            return ResponseEntity.ok(Map.of("location", OpeningSessions.landing(back)));
        } catch (Refusal refusal) {
            var language = ma.qutb.kernel.Language.of(org.springframework.context.i18n.LocaleContextHolder.getLocale()
                            .getLanguage())
                    .orElse(ma.qutb.kernel.Language.AR);
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(Map.of("message", texts.say(language, refusal.code(), refusal.getArguments())));
        }
    }

    private UUID proven(String body, HttpServletRequest request, HttpServletResponse response) {
        var options = requests.load(request);
        // Good for one answer, right or wrong.
        requests.save(request, response, null);
        if (options == null) {
            throw new Refusal("identity.passkey.refusal.failed");
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    json.readValue(body, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var user = passkeys.authenticate(new RelyingPartyAuthenticationRequest(options, answer));
            return PasskeyStore.account(user.getId());
        } catch (RuntimeException e) {
            // The library tells its many reasons apart by exceptions of several libraries; to the user they are one.
            audit.record("sign-in-failed", SigningIn.ACCOUNT, "", Map.of("reason", "passkey"));
            throw new Refusal("identity.passkey.refusal.failed");
        }
    }
}
