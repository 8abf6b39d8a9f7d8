package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A user adds a passkey to their account and comes in with it; the authenticator is Chromium's own stand-in. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"qutb.demo=true"})
class PasskeyJourneyTests {

    @Value("${server.port}")
    int port;

    /** A passkey belongs to an address, so the port must be known before the start. */
    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) throws IOException {
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            registry.add("server.port", () -> port);
            registry.add("qutb.public-address", () -> "http://localhost:" + port);
        }
    }

    @Test
    void aPasskeyAddedOnTheAccountPageOpensTheAccountWithoutAPassword() {
        try (var visitor = Visitor.onDesktop(port, "fr")) {
            var page = visitor.page();
            var devices = page.context().newCDPSession(page);
            devices.send("WebAuthn.enable");
            devices.send(
                    "WebAuthn.addVirtualAuthenticator",
                    JsonParser.parseString("""
                            {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                             "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}""").getAsJsonObject());
            visitor.signIn("trainer");
            visitor.go("/app/account");
            page.click("[data-passkey-register]");
            page.waitForSelector("#passkeys li");

            page.click("form[data-sign-out] button >> visible=true");
            visitor.go("/sign-in?back=/app/account");
            page.click("[data-passkey-sign-in]");
            page.waitForURL(url -> !url.contains("/sign-in"));

            assertThat(page.locator("main").textContent()).contains("Clé d'accès");

            page.click("#passkeys form button");
            page.waitForCondition(() -> page.locator("#passkeys li").count() == 0);
            page.context().clearCookies();
            visitor.go("/sign-in");
            page.click("[data-passkey-sign-in]");
            page.waitForSelector("[data-passkey-message]:not([hidden])");
            assertThat(page.url()).contains("/sign-in");
            assertThat(visitor.complaints()).isEmpty();
            devices.send("WebAuthn.disable", new JsonObject());
        }
    }
}
