package ma.qutb.market.store;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.springframework.test.web.servlet.MockMvc;

/** A page as browsers get it: small, drawn for them or kept. */
final class ZippedPage {

    private ZippedPage() {}

    static String of(MockMvc mvc, URI address) throws Exception {
        var response = mvc.perform(get(address).header("Accept-Encoding", "gzip, br"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andReturn()
                .getResponse();
        try (var text = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
