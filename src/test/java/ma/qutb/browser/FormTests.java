package ma.qutb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import ma.qutb.support.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Nothing typed is ever lost, and nothing is sent twice. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FormPages.class)
class FormTests {

    @LocalServerPort
    int port;

    @Autowired
    FormPages.Slow server;

    private BrowserContext reader;
    private Page page;

    @BeforeEach
    void open() {
        server.arrived.set(0);
        server.sessionOver = false;
        reader = Chromium.reader(390);
        page = reader.newPage();
        page.navigate("http://localhost:" + port + "/look/form");
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void aDoubleClickOnSaveArrivesOnce() {
        page.fill("[name=name]", "السالكة");
        page.evaluate("const b = document.querySelector('form > button'); b.click(); b.click(); b.click()");
        page.waitForURL("**/look/saved");

        assertThat(server.arrived).hasValue(1);
    }

    @Test
    void aFormHalfFilledWhenTheSessionEndsComesBackAfterSignIn() {
        server.sessionOver = true;
        page.fill("[name=name]", "السالكة");
        page.fill("[name=story]", "تعلمت من أمي");
        page.click("form > button");
        page.waitForURL("**/look/over");

        page.navigate("http://localhost:" + port + "/look/form");

        assertThat(page.locator("[name=name]")).hasValue("السالكة");
        assertThat(page.locator("[name=story]")).hasValue("تعلمت من أمي");
        assertThat(page.locator("[data-draft-notice]")).isVisible();
    }

    @Test
    void whatWasLeftUnsavedCanBeDropped() {
        page.fill("[name=name]", "السالكة");
        page.waitForFunction("Object.keys(localStorage).length > 0");
        page.reload();
        page.click("[data-draft-drop]");

        assertThat(page.locator("[name=name]")).hasValue("");
        page.reload();
        assertThat(page.locator("[data-draft-notice]")).isHidden();
    }

    @Test
    void afterSavingNothingIsKeptAndBackFindsAFormThatCanBeSentAgain() {
        page.fill("[name=name]", "السالكة");
        page.click("form > button");
        page.waitForURL("**/look/saved");
        page.waitForFunction("Object.keys(localStorage).length == 0");

        page.goBack();
        page.fill("[name=name]", "امباركة");
        page.click("form > button");
        page.waitForURL("**/look/saved");

        assertThat(server.arrived).hasValue(2);
    }

    @Test
    void secretsAndIdentityNumbersAreNeverKeptOnTheDevice() {
        page.fill("[name=password]", "my-secret");
        page.fill("[name=cin]", "JA123456");
        page.fill("[name=name]", "السالكة");
        page.waitForFunction("Object.keys(localStorage).length > 0");

        assertThat((String) page.evaluate("JSON.stringify(localStorage)"))
                .contains("السالكة")
                .doesNotContain("my-secret", "JA123456");
    }
}
