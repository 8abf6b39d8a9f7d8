package ma.qutb.spaces.verification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ma.qutb.spaces.draw.DrawFiles;
import ma.qutb.spaces.draw.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

@SpringBootTest
@AutoConfigureMockMvc
class DrawVerificationTests {

    private final DrawFiles files =
            DrawFiles.drawn(List.of("ZA-001", "ZA-002", "ZA-003"), "1", "Lottery of Monday", "3 14 15 92");

    @Autowired
    MockMvc pages;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void anybodyIsAskedForTheFourFiles(String language) throws Exception {
        pages.perform(get("/" + language + "/verify/draw"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("list.txt")))
                .andExpect(content().string(not(containsString("spaces.draw"))));
        pages.perform(get("/" + language + "/verify"))
                .andExpect(content().string(containsString("/" + language + "/verify/draw")));
    }

    @Test
    void aTrueDrawIsComputedAgainBeforeTheReader() throws Exception {
        send(files.list(), files.commitment(), files.seed(), files.result())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("q-verdict--ok")))
                .andExpect(content().string(containsString(Fingerprint.sha256(files.list()))));
    }

    @Test
    void theAlteredFileIsNamed() throws Exception {
        send(files.list().replace("ZA-003", "ZA-004"), files.commitment(), files.seed(), files.result())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("q-verdict--bad")))
                .andExpect(content().string(containsString("is not the list whose fingerprint was published")));
    }

    @Test
    void whatIsNoFileOfADrawIsRefusedByItsName() throws Exception {
        send("", files.commitment(), files.seed(), files.result())
                .andExpect(status().is(422))
                .andExpect(refused("spaces.draw.refusal.missing"))
                .andExpect(content().string(containsString("The file list.txt is missing")));
        send("x".repeat(4_000_001), files.commitment(), files.seed(), files.result())
                .andExpect(status().is(422))
                .andExpect(refused("spaces.draw.refusal.too-long"))
                .andExpect(content().string(containsString("too big")));
        pages.perform(multipart("/en/verify/draw")
                        .file(new MockMultipartFile("list", "list.txt", "text/plain", new byte[] {(byte) 0xe9, 10}))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(refused("spaces.draw.refusal.no-text"))
                .andExpect(content().string(containsString("is not text (UTF-8)")));
    }

    private static ResultMatcher refused(String code) {
        return model().attribute("refusal", hasToString(containsString(code)));
    }

    private ResultActions send(String list, String commitment, String seed, String result) throws Exception {
        return pages.perform(multipart("/en/verify/draw")
                .file(file("list", list))
                .file(file("commitment", commitment))
                .file(file("seed", seed))
                .file(file("result", result))
                .with(csrf()));
    }

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile(name, name + ".txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
