package ma.qutb.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
class StateTests {

    @Autowired
    MockMvc web;

    @Autowired
    Assets assets;

    @Autowired
    ApplicationEventPublisher events;

    @ParameterizedTest
    @CsvSource({
        "/ar/nowhere, هذه الصفحة ليست هنا",
        "/fr/nowhere, Cette page n’est pas ici",
        "/en/nowhere, This page is not here"
    })
    void anUnknownAddressIsSaidInTheLanguageOfTheAddress(String address, String words) throws Exception {
        web.perform(failed(404, address))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString(words)));
    }

    @Test
    void whoComesBeforeTheDataIsLoadedIsAskedToWait() throws Exception {
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        try {
            web.perform(get("/fr"))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "5"))
                    .andExpect(content().string(containsString("Qutb ouvre ses portes")));
        } finally {
            AvailabilityChangeEvent.publish(events, this, ReadinessState.ACCEPTING_TRAFFIC);
        }
        web.perform(get("/fr")).andExpect(status().isOk());
    }

    @Test
    void aFaultShowsItsNumberAndNothingElse() throws Exception {
        web.perform(failed(500, "/en/figures")
                        .requestAttr(RequestIds.ATTRIBUTE, "7f3a21c4")
                        .requestAttr(
                                RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("relation x is missing")))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("7f3a21c4")))
                .andExpect(content().string(not(containsString("relation x"))));
    }

    @Test
    void aFormSentAfterTheSessionEndedIsToldSoAndKeepsItsDraft() throws Exception {
        web.perform(failed(403, "/app/style")
                        .requestAttr(WebAttributes.ACCESS_DENIED_403, new MissingCsrfTokenException(null)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("انتهت جلستك")))
                .andExpect(content().string(containsString("data-keeps-draft")));
    }

    @Test
    void aClosedDoorIsSaidWithoutWhatLiesBehindIt() throws Exception {
        web.perform(failed(403, "/app/people/7")).andExpect(content().string(containsString("هذا الباب ليس لك")));
    }

    @Test
    void theOfflinePageHoldsNothingOfAnybody() throws Exception {
        web.perform(get("/ar/offline").with(authentication(TestActor.with("shell.see-style"))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("نزهة"))));
    }

    @Test
    void staticFilesAreKeptForEverUnderTheirFingerprintOnly() throws Exception {
        web.perform(get(assets.address("css/qutb.rtl.css")).header("Accept-Encoding", "gzip"))
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andExpect(header().string("Cache-Control", containsString("immutable")));
        web.perform(get("/assets/before/css/qutb.rtl.css"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-cache"));
        web.perform(get(assets.address("../application.properties"))).andExpect(status().is4xxClientError());
    }

    @Test
    void theStyleSheetIsLightEnoughForAPhone() {
        var sheet = assets.find("css/qutb.rtl.css").orElseThrow();
        assertThat(sheet.compressed()).hasSizeLessThan(30_000);
    }

    private static MockHttpServletRequestBuilder failed(int code, String address) {
        return get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address);
    }
}
